import { expect } from 'chai';
import '../../../src/define/wishlist.js';
import { FRAGMENT, linksTo } from '../../../src/elements/wishlist/shared-link.js';
import type { CueWishlist } from '../../../src/elements/wishlist/wishlist.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { Product } from '../../../src/events/product.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { setPresent } from '../../../src/store/present.js';
import { $wishlist } from '../../../src/store/wishlist.js';
import { ariaSnapshot, engine } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';
import {
  cup,
  has,
  mountWith,
  named,
  press,
  rowIds,
  rowOf,
  status,
  teapot,
  textOf,
  wish,
  wished,
} from './mount-list.js';

const here = location.pathname + location.search;
const vase: Product = { id: 't3', name: 'Vase', url: new URL('/vase', location.href).href };

/** The address becomes that of a link to this list. */
function openLink(products: readonly Product[], name = 'Birthday'): void {
  const { now } = linksTo({ name, products: [...products] });
  history.replaceState(null, '', here + now.slice(now.indexOf('#')));
}

const facts = () => hear<FactEvent<'cue-add-to-wishlist'>>(document, 'cue-add-to-wishlist', 'cue-remove-from-wishlist');

describe('a wishlist that was shared by a link', () => {
  beforeEach(() => forgetPage());
  afterEach(() => history.replaceState(null, '', here));

  const mountShared = async (attributes = ''): Promise<CueWishlist> => mountWith(attributes, '.shared');

  describe('is accessible', function () {
    this.timeout(90_000);

    it('with products, taken and not, and when it cannot be read', async () => {
      openLink([teapot, vase]);
      wish(teapot);
      await mountShared();
      await expectAccessibleInAllColours('shared');
      history.replaceState(null, '', `${here}${FRAGMENT}0AAAA`);
      stage.replaceChildren();
      await mountShared();
      await expectAccessibleInAllColours('unreadable');
    });

    it('in a drawer', async () => {
      openLink([teapot, vase]);
      const element = await mountShared('mode="drawer"');
      for (const animation of element.shadowRoot!.getAnimations()) animation.finish();
      await expectAccessibleInAllColours('shared, drawer');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      openLink([teapot, vase]);
      wish(teapot);
      await mountShared();
      expect(await ariaSnapshot('cue-wishlist')).to.equal(
        [
          '- region "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - status',
          '  - \'heading "Shared with you: Birthday" [level=3]\'',
          '  - paragraph: 2 products',
          '  - button "Add all to mine"',
          '  - button "Show my wishlist"',
          '  - list:',
          '    - listitem:',
          '      - text: Teapot',
          '      - \'button "On your list: Teapot" [disabled]\': On your list',
          '    - listitem:',
          '      - link "Vase":',
          `        - /url: ${vase.url}`,
          '      - \'button "Add to mine: Vase"\': Add to mine',
        ].join('\n'),
      );
    });
  });

  it('is shown in place of the shopper’s own, which stays as it is', async () => {
    const told = facts();
    wish(cup);
    openLink([teapot, vase]);
    const element = await mountShared();
    expect(rowIds(element)).to.deep.equal(['t1', 't3']);
    expect(has(element, '.remove')).to.equal(false);
    expect(wished()).to.deep.equal(['t2']);
    expect(status(element)).to.equal('');
    expect(told).to.have.length(0);
  });

  it('gives a product, once, and keeps the focus', async () => {
    const told = facts();
    openLink([teapot, vase]);
    const element = await mountShared();
    const button = named(element, 'Add to mine: Vase');
    await press(button);
    expect(wished()).to.deep.equal(['t3']);
    expect(status(element)).to.equal('Vase is on your wishlist.');
    expect(textOf(button)).to.equal('On your list');
    expect(element.shadowRoot!.activeElement === button).to.equal(true);
    await press(button);
    expect(told.map(({ type, detail }) => [type, detail.product.id, detail.cause])).to.deep.equal([
      ['cue-add-to-wishlist', 't3', { from: 'element', element: 'cue-wishlist', action: 'add-shared' }],
    ]);
  });

  it('gives all, each once, but what the shopper has', async () => {
    const told = facts();
    wish(cup);
    const { changedAt } = $wishlist.get()[0]!;
    openLink([teapot, cup, vase]);
    const element = await mountShared();
    await press(named(element, 'Add all to mine'));
    expect(wished()).to.have.members(['t1', 't2', 't3']);
    expect(told.map(({ detail }) => detail.product.id)).to.deep.equal(['t1', 't3']);
    expect($wishlist.get().find(({ product }) => product.id === 't2')!.changedAt).to.equal(changedAt);
    expect(status(element)).to.equal('2 products are on your wishlist.');
    await press(named(element, 'Add all to mine'));
    expect(told).to.have.length(2);
  });

  it('takes over what the shop says of the product now, and not what the link might', async () => {
    openLink([vase]);
    setPresent([{ ...vase, price: 30, currency: 'EUR' }]);
    const element = await mountShared();
    expect(textOf(rowOf(element, 't3'))).to.equal('Vase €30.00 Add to mine');
    await press(named(element, 'Add to mine: Vase'));
    expect($wishlist.get()[0]!.product).to.deep.include({ price: 30, currency: 'EUR' });
  });

  it('asks the shop first, which may forbid it, take its time, or fail', async () => {
    warnings();
    openLink([teapot, vase]);
    const element = await mountShared();
    const { promise, reject } = deferred();
    const asked = hear(document, 'cue-request-add-to-wishlist');
    on<RequestEvent>(document, 'cue-request-add-to-wishlist', (event) => event.respondWith(promise));
    const button = named(element, 'Add to mine: Vase');
    await press(button);
    await press(button);
    expect([asked.length, button.ariaBusy]).to.deep.equal([1, 'true']);
    reject(new Error('503'));
    await until('it is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
    expect(wished()).to.deep.equal([]);
  });

  it('ends with a press, and leaves the address', async () => {
    wish(cup);
    openLink([teapot]);
    history.replaceState({ mine: 1 }, '');
    const element = await mountShared();
    await press(named(element, 'Show my wishlist'));
    expect([location.hash, location.pathname + location.search]).to.deep.equal(['', here]);
    expect(history.state).to.deep.equal({ mine: 1 });
    expect(rowIds(element)).to.deep.equal(['t2']);
    expect(element.shadowRoot!.activeElement?.className).to.equal('title');
  });

  for (const mode of ['drawer', 'popover']) {
    it(`opens the ${mode} once, and has been seen when that is closed`, async () => {
      openLink([teapot]);
      const element = await mountShared(`mode="${mode}"`);
      await until('it is open', () => element.open && has(element, ':is(dialog:modal, :popover-open)'));
      element.open = false;
      await nextTask();
      await nextTask();
      expect(location.hash).to.equal('');
      element.open = true;
      await nextTask();
      expect(has(element, '.shared')).to.equal(false);
    });
  }

  it('is shown by one of several lists: the one that stands in the page', async () => {
    openLink([teapot]);
    await mount(
      '<cue-wishlist mode="drawer"></cue-wishlist><cue-wishlist></cue-wishlist><cue-wishlist></cue-wishlist>',
    );
    const [drawer, first, second] = stage.querySelectorAll('cue-wishlist');
    await until('it is there', () => has(first!, '.shared'));
    await nextTask();
    expect([drawer!.open, has(second!, '.shared')]).to.deep.equal([false, false]);
    await press(named(first!, 'Show my wishlist'));
    expect(drawer!.open).to.equal(false);
  });

  it('comes also when the address changes under an open page, and goes with it', async () => {
    wish(cup);
    const element = await mount<CueWishlist>('<cue-wishlist></cue-wishlist>');
    const { now } = linksTo({ name: '', products: [teapot] });
    location.hash = now.slice(now.indexOf('#'));
    await until('it is there', () => has(element, '.shared'));
    expect(textOf(inside(element, 'h3'))).to.equal('A wishlist that was shared with you');
    location.hash = '';
    await until('it is gone', () => !has(element, '.shared'));
    expect(rowIds(element)).to.deep.equal(['t2']);
  });

  it('that cannot be read says so, and leads back', async () => {
    history.replaceState(null, '', `${here}${FRAGMENT}1broken`);
    const element = await mountShared();
    expect(textOf(inside(element, '.shared'))).to.contain('This link holds no wishlist that can be read.');
    await press(named(element, 'Show my wishlist'));
    expect(textOf(inside(element, '.empty'))).to.contain('Nothing here yet');
  });

  it('executes nothing, whatever is in the link', async () => {
    warnings();
    for (let from = 0; from < xssPayloads.length; from += 50) {
      const some = xssPayloads.slice(from, from + 50);
      openLink(
        some.map((payload) => ({ id: payload, name: payload, variant: payload, url: payload, image: payload })),
        some[0],
      );
      stage.replaceChildren();
      const element = await mountShared();
      for (const link of element.shadowRoot!.querySelectorAll('a')) expect(link.origin).to.equal(location.origin);
      expect(element.shadowRoot!.querySelectorAll('script, iframe, object, style, [onerror], [onload]')).to.have.length(
        0,
      );
      for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('.add')) button.click();
      await nextTask();
    }
    expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
  });

  it('neither clips nor scrolls sideways in 320 px at twice the text size', async () => {
    stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
    openLink([{ ...vase, name: 'Donaudampfschifffahrtsgesellschaftsvase' }, teapot], 'x'.repeat(60));
    const element = await mountShared();
    await rendered();
    expect(stage.scrollWidth).to.be.at.most(320);
    for (const button of element.shadowRoot!.querySelectorAll('button'))
      expect(button.getBoundingClientRect().right).to.be.at.most(stage.getBoundingClientRect().right + 1);
    await expectAccessible('200 %');
  });
});
