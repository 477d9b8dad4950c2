import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const cards = Array.from({ length: 1000 }, (_, index) => button(`p${index}`)).join('');
const stage = useStage({
  prepare: ({ site }) => site.pages.set('/', htmlPage(`<cue-wishlist mode="drawer"></cue-wishlist>${cards}`)),
});

describe('a page with 1,000 buttons', () => {
  it('toggling one renders one again', async () => {
    const page = await stage.open();
    await page.goto(stage.site.url);
    const seen = await page.evaluate(async () => {
      await Promise.all(['cue-wishlist-button', 'cue-wishlist'].map((tag) => customElements.whenDefined(tag)));
      const buttons = [...document.querySelectorAll('cue-wishlist-button')];
      const badge = document.querySelector('cue-wishlist');
      await Promise.all([...buttons, badge].map(({ updateComplete }) => updateComplete));
      const updates = new Map();
      for (const tag of ['cue-wishlist-button', 'cue-wishlist']) {
        const { prototype } = customElements.get(tag);
        const { performUpdate } = prototype;
        prototype.performUpdate = function () {
          updates.set(this, (updates.get(this) ?? 0) + 1);
          return performUpdate.call(this);
        };
      }
      const changed = new Set();
      for (const { shadowRoot } of buttons) {
        new MutationObserver(() => changed.add(shadowRoot.host)).observe(shadowRoot, {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        });
      }
      const rounds = [];
      for (const index of [500, 500, 0, 999]) {
        updates.clear();
        changed.clear();
        buttons[index].shadowRoot.querySelector('button').click();
        await new Promise((resolve) => setTimeout(resolve, 30));
        rounds.push({
          rendered: [...updates].filter(([one]) => one !== badge).map(([one, times]) => [buttons.indexOf(one), times]),
          changed: [...changed].map((one) => buttons.indexOf(one)),
          badge: updates.get(badge),
        });
      }
      return { buttons: buttons.length, rounds };
    });
    assert.equal(seen.buttons, 1000);
    assert.deepEqual(
      seen.rounds,
      [500, 500, 0, 999].map((index) => ({ rendered: [[index, 1]], changed: [index], badge: 1 })),
    );
    await page.close();
    console.log('1,000 buttons: a toggle rendered one button and the badge with the count, once each');
  });
});
