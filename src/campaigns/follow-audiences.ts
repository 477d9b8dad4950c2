import { attempt } from '../browser/report.js';

type Follow = () => Promise<() => void>;

/** What has to be noted while it happens, and by which names audiences know it. */
const followers: readonly (readonly [names: RegExp, follow: Follow])[] = [
  [
    /"visit\.(?!number|durationMs)|"visitor\./,
    async () => (await import('../moments/follow-journey.js')).followJourney().stop,
  ],
  [/"hesitation\./, async () => (await import('../moments/follow-hesitation.js')).followHesitation()],
];

/** Follows what the audiences of campaigns, and of incentives, are about, and nothing else: its code is loaded for them. */
export function followAudiences(): { want(campaigns: readonly { audience?: unknown }[]): void; stop(): void } {
  const followed = new Set<RegExp>();
  const ends: (() => void)[] = [];
  let stopped = false;
  return {
    want(campaigns) {
      const text = JSON.stringify(campaigns.map(({ audience }) => audience));
      for (const [names, follow] of followers) {
        if (followed.has(names) || !names.test(text)) continue;
        followed.add(names);
        attempt('what audiences are about could not be followed', async () => {
          const end = await follow();
          if (stopped) end();
          else ends.push(end);
        });
      }
    },
    stop() {
      stopped = true;
      for (const end of ends.splice(0)) end();
    },
  };
}
