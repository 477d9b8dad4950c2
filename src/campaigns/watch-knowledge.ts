import { $cart, $cartHistory } from '../store/cart.js';
import { $consent } from '../store/consent.js';
import { $hesitation } from '../store/hesitation.js';
import { $past, $visit } from '../store/journey.js';
import { $session } from '../store/session.js';
import { $subscribed } from '../store/subscriptions.js';
import { $viewed } from '../store/viewed.js';
import { $wishlist } from '../store/wishlist.js';
import { readAttributes } from './attributes.js';
import type { AudienceAttributes } from './attributes.js';

/** All that `readAttributes` reads. */
const stores = () => [
  $cart,
  $cartHistory,
  $consent,
  $hesitation,
  $past,
  $session,
  $subscribed,
  $viewed,
  $visit,
  $wishlist,
];

/** A sign of hesitation fades, over days. */
const READ_AGAIN_MS = 60_000;

/** Keeps what audiences are about: read anew only when a store has changed and somebody asks; lengths of time go on by themselves. */
export function watchKnowledge(): { read(now: number): AudienceAttributes; stop(): void } {
  let known: AudienceAttributes | undefined;
  let readAt = 0;
  const stops = stores().map((store) =>
    store.listen(() => {
      known = undefined;
    }),
  );
  return {
    read(now) {
      if (!known || now < readAt || now - readAt > READ_AGAIN_MS) {
        known = readAttributes($subscribed.get(), now);
        readAt = now;
      }
      const { cart, visit } = known;
      const later = (ms: number | null) => (ms === null ? null : ms + now - readAt);
      return {
        ...known,
        cart: { ...cart, unchangedMs: later(cart.unchangedMs) },
        visit: { ...visit, durationMs: later(visit.durationMs) },
      };
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
