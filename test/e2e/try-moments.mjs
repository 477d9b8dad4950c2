// Seven moments of a real shop, as a person comes to them with a mouse and the keyboard, on the demo's own pages.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { until } from './patience.mjs';
import { tellVisits } from './shopper.mjs';

/**
 * A strict policy, as shops should have one, and the manners of every shop, but for the rest between two prompts: what comes after the
 * first is held for its own reasons.
 */
export const momentsShop = () => createShop({ csp: true, records: true, prompts: { rest: '0s', sessionCap: 10 } });

/**
 * @param stage `site`, and `open()` for a tab with storage of its own
 * @param options `again`: whether what was put away is brought about once more, to be held; that is a rule of ours, the same code in each
 *   engine. `filmBy`: what a film is started with, `keyboard` or `mouse`
 */
export function tryMoments(stage, { again = false, filmBy = 'keyboard' } = {}) {
  const test = tellVisits(stage);
  const once = (act) => (again ? act : undefined);

  describe('leaving with a basket', () => {
    test('with a mouse, one is shown what stays', async (visit) => {
      await visit.go('/product/salt-dish');
      await visit.add();
      await visit.expectPrompt({
        campaign: 'leaving-with-a-basket',
        moment: 'exit-intent',
        name: 'Your basket stays here',
        async bring(time) {
          await visit.go('/category/linen');
          await visit.stay(3500 * (time + 1));
          await visit.leave('leaving-with-a-basket');
        },
        again: once(async (time) => {
          await visit.go('/');
          await visit.stay(3500 * (time + 1));
          await visit.leave('leaving-with-a-basket');
        }),
      });
    });
  });

  describe('hesitating between two products', () => {
    test('twice there and back, one is shown the other', async (visit) => {
      const both = [
        { slug: 'thimble-espresso-cups', other: /Slow Mug/ },
        { slug: 'slow-mug', other: /Thimble Espresso Cups/ },
      ];
      for (const slug of ['slow-mug', 'thimble-espresso-cups', 'slow-mug']) await visit.glance(`/product/${slug}`);
      let here;
      await visit.expectPrompt({
        campaign: 'between-two',
        moment: 'hesitation(4)',
        name: 'Undecided?',
        bring(time) {
          here = both[time % 2];
          return visit.go(`/product/${here.slug}`);
        },
        async seen() {
          const within = { css: 'cue-prompt cue-recently-viewed' };
          await visit.tab.see({ within, role: 'link', name: here.other });
          assert.equal(await visit.tab.count({ within, role: 'listitem' }), 1);
        },
        again: once(() => {
          here = both.find((one) => one !== here);
          return visit.go(`/product/${here.slug}`);
        }),
      });
    });
  });

  describe('returning after two days with a basket', () => {
    test('one is told that it is still there', async (visit) => {
      const { tab } = visit;
      await visit.go('/product/salt-dish');
      await visit.add();
      await tab.click({ role: 'link', name: /^As if two days had passed/ });
      const back = { role: 'link', name: /^Back to the present/ };
      await tab.see(back);
      await visit.expectPrompt({
        campaign: 'basket-still-here',
        moment: 'return-with-cart',
        name: 'Your basket is still here',
        role: 'region',
        bring: (time) => time && visit.go('/'),
        seen: () => tab.see({ css: 'shop-basket p', text: /^One thing, €9\.50, as you left it on \w+day\.$/ }),
        again: once(() => visit.go('/category/linen')),
      });
      await tab.click(back);
      await tab.see({ role: 'link', name: /^As if two days had passed/ });
    });
  });

  describe('a wish that has become cheaper', () => {
    test('is told with both prices', async (visit) => {
      const { tab } = visit;
      await visit.go('/product/sunday-carafe');
      await tab.click({ within: { css: '.thing-wish cue-wishlist-button' }, role: 'button' });
      try {
        await tab.click({ role: 'button', name: /^See it tomorrow/ });
        await tab.see({ role: 'button', name: /^Back to today/ });
        await visit.expectPrompt({
          campaign: 'wish-is-cheaper',
          moment: 'price-drop',
          name: 'Cheaper than when you marked it',
          bring: () => visit.go('/'),
          seen: () => tab.see({ css: 'shop-cheaper li', text: /Sunday Carafe €33\.50 €42\.00/ }),
          again: once(() => visit.go('/category/linen')),
        });
      } finally {
        await tab.click({ role: 'button', name: /^Back to today/ });
        await tab.see({ role: 'button', name: /^See it tomorrow/ });
      }
    });
  });

  describe('something put into the basket', () => {
    test('with the keyboard: what is missing to free delivery, and what goes with it', async (visit) => {
      const { tab } = visit;
      const add = async () => {
        await tab.focus({ css: '[data-add-button]' });
        await tab.press('Enter');
      };
      let missing;
      await visit.expectPrompt({
        campaign: 'goes-with-it',
        moment: 'after-add-to-cart',
        name: 'In your basket',
        async bring(time) {
          missing = [/^€65\.50 to free shipping$/, /^€56\.00 to free shipping$/, /^€46\.50 to free shipping$/][time];
          await visit.go('/product/salt-dish');
          await tab.see({ css: 'cue-add-to-cart:defined' });
          await visit.stay(2500 * (time + 1));
          await add();
        },
        async seen() {
          const progress = { css: 'cue-prompt[open] cue-cart-progress' };
          await tab.see({ within: progress, css: '[part=text]', text: missing });
          await tab.see({ within: { css: 'cue-prompt[open] cue-related' }, css: 'a', nth: 1 });
        },
        again: once(add),
      });
    });
  });

  describe('the end of the film', () => {
    test('brings the letter, to whoever has watched it with its sound', async (visit) => {
      const { tab } = visit;
      const ask = (whether) => () => tab.evaluate(whether);
      const watch = async () => {
        await visit.go('/product/lean-to-teapot');
        await tab.see({ within: { css: 'cue-video' }, css: 'button[part=chapter]', nth: 2 });
        await visit.forgetShifts();
        if (filmBy === 'mouse') await tab.click({ css: 'cue-video video' });
        else {
          await tab.focus({ css: 'cue-video video' });
          await tab.press('Space');
        }
        await until(
          'it plays',
          // Twice as fast is a choice of the browser's own controls, and saves the test some seconds.
          ask(() => {
            const film = document.querySelector('cue-video video');
            if (film.paused || !film.currentTime) return false;
            film.playbackRate = 2;
            return true;
          }),
        );
        await until(
          'it is over',
          ask(() => document.querySelector('cue-video video').ended),
        );
      };
      await visit.expectPrompt({
        campaign: 'after-the-film',
        moment: 'after-video-complete',
        name: 'Thank you for watching',
        bring: watch,
        seen: () => tab.see({ css: 'cue-prompt cue-newsletter [name=email]' }),
        again: once(watch),
      });
    });
  });

  describe('the third product of a shelf', () => {
    test('brings advice, and the way to the whole shelf', async (visit) => {
      const third = ['porridge-pan', 'long-simmer-pot'];
      for (const slug of ['small-saucepan', 'weeknight-pan']) await visit.glance(`/product/${slug}`);
      await visit.expectPrompt({
        campaign: 'help-to-choose',
        moment: 'nth-product(3 category)',
        name: 'How we would choose',
        bring: (time) => visit.go(`/product/${third[time % 2]}`),
        seen: () => visit.tab.see({ role: 'link', name: 'Read about the pot' }),
        again: once(() => visit.go('/product/long-simmer-pot')),
      });
    });
  });
}
