import { cartProgress } from '../../incentives/cart-progress.js';
import type { CartProgress, CartStep, Tier } from '../../incentives/cart-progress.js';
import type { CartValue } from '../../store/cart-value.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { messages } from './cart-progress.messages.js';

export interface Description {
  /** `silent`: nothing can be said without perhaps being wrong. */
  state: 'silent' | 'before' | 'under-way' | 'complete';
  text: string;
  /** What the bar shows, in words; only where the cart is known. */
  value?: string;
  progress: CartProgress;
}

interface DescribeOptions {
  tiers: readonly Tier[];
  /** `undefined` while it is not known. */
  cart: CartValue | undefined;
  /** Of the tiers. */
  currency: string;
  say: MessagesController<typeof messages>;
  price(amount: number): string;
}

/** What is said of a cart on its way to what the shop gives. */
export function describeProgress({ tiers, cart, currency, say, price }: DescribeOptions): Description {
  const progress = cartProgress(cart?.amount ?? 0, tiers, decimalsOf(currency));
  const { steps, next } = progress;
  const reached = cart ? steps.filter((step) => step.reached) : [];
  // What is given from nought on is nothing to be told of an empty cart.
  const began = Boolean(cart && cart.amount > 0);
  const named = (some: readonly CartStep[]): string =>
    listed(
      some.flatMap((step) => step.tiers).map(({ kind, label }) => label ?? say.say(kind)),
      say.language,
    );
  const value = cart && {
    value: say.say('value', { amount: price(cart.amount), goal: price(steps.at(-1)?.amount ?? 0) }),
  };
  const described = (state: Description['state'], text: string): Description => ({
    state,
    text: capitalised(text, say.language),
    ...value,
    progress,
  });
  if (!next) return described('complete', say.say('reached', { rewards: named(steps) }));
  const missing = price(next.missing);
  if (reached.length)
    return described(
      'under-way',
      say.say('reachedAndMissing', { rewards: named(reached), amount: missing, next: named([next]) }),
    );
  return began
    ? described('under-way', say.say('missing', { amount: missing, rewards: named([next]) }))
    : described('before', say.say('start', { rewards: named([next]), amount: price(next.amount) }));
}

/** Decimals of a currency (ISO 4217); two where there is no such currency. */
function decimalsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

const listed = (names: readonly string[], language: string | undefined): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(new Set(names));

/** Names of what is given stand in sentences, and may begin one. */
const capitalised = (text: string, language: string | undefined): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
