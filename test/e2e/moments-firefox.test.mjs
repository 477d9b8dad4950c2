import { describe } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { tellVisits } from './shopper.mjs';
import { momentsShop, tryMoments } from './try-moments.mjs';
import { useEngine } from './use-engine.mjs';

const stage = useEngine('firefox', { site: { shop: momentsShop() } });
const test = tellVisits(stage);

tryMoments(stage);

describe('leaving with a basket', () => {
  // In the others, without a window, a tab that is not in front does not notice.
  test('on a touchscreen, by going back to where one came in and looking into another tab', async (visit) => {
    const { tab } = visit;
    if (!tab.inAnotherTab) return 'Playwright’s Firefox shows every tab as if it were in front';
    await visit.glance('/category/linen');
    await visit.go('/product/salt-dish');
    await visit.add();
    await tab.back();
    await visit.expectPrompt({
      campaign: 'leaving-with-a-basket',
      moment: 'exit-intent',
      name: 'Your basket stays here',
      async bring(time) {
        if (time) {
          await visit.go('/product/slow-mug');
          await tab.back();
        }
        await visit.stay(3500 * (time + 1));
        await tab.inAnotherTab(() => sleep(5500));
      },
    });
  });
});
