import { expect } from 'chai';
import '../../../src/define/wishlist.js';
import type { CueWishlist } from '../../../src/elements/wishlist/wishlist.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { $listed, $lists, createList, deleteList, putOnList } from '../../../src/store/wish-lists.js';
import { ariaSnapshot, engine, sendKeys } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';
import {
  cup,
  focusedText,
  has,
  listNames,
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

const T = Date.now() - 10_000;
const facts = () => hear(document, 'cue-add-to-wishlist', 'cue-remove-from-wishlist');
const on_ = (id: string): string[] => [...($listed.get().get(id) ?? [])];
const which = (element: Element): HTMLSelectElement => inside<HTMLSelectElement>(element, '.which');
const options = (element: Element): string[] => [...which(element).options].map(textOf);

/** Two wishes, and a list with one of them on it. */
async function mountLists(attributes = ''): Promise<CueWishlist> {
  wish(teapot, cup);
  createList('Birthday', T, undefined, 'b');
  putOnList('b', 't1', T);
  return mountWith(`lists ${attributes}`, '.which');
}

async function choose(element: Element, id: string): Promise<void> {
  which(element).value = id;
  which(element).dispatchEvent(new Event('input', { bubbles: true }));
  await nextTask();
}

async function type(element: Element, name: string): Promise<void> {
  inside<HTMLInputElement>(element, '.naming input').value = name;
  inside<HTMLFormElement>(element, '.naming').requestSubmit();
  await nextTask();
}

describe('<cue-wishlist lists>', () => {
  beforeEach(() => forgetPage());

  describe('is accessible', function () {
    this.timeout(90_000);

    for (const mode of ['inline', 'drawer']) {
      it(`${mode}: choosing a list, putting a wish on it, naming it, deleting it`, async () => {
        const element = await mountLists(mode === 'drawer' ? 'mode="drawer" open' : '');
        for (const animation of element.shadowRoot!.getAnimations()) animation.finish();
        await press(named(element, 'Lists: Teapot'));
        await expectAccessibleInAllColours(`${mode}, choices`);
        await choose(element, 'b');
        await press(inside(element, '.rename'));
        await expectAccessibleInAllColours(`${mode}, naming`);
        await press(named(element, 'Cancel'));
        await press(inside(element, '.delete'));
        await expectAccessibleInAllColours(`${mode}, deleted`);
      });
    }

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      const element = await mountLists();
      await press(named(element, 'Lists: Teapot'));
      expect(await ariaSnapshot('cue-wishlist')).to.equal(
        [
          '- region "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - status',
          '  - combobox "List":',
          '    - option "All wishes (2)" [selected]',
          '    - option "Birthday (1)"',
          '  - button "New list"',
          '  - list:',
          '    - listitem:',
          '      - text: Teapot €25.00',
          '      - \'button "Lists: Teapot" [expanded]\': Lists',
          '      - group "Lists with Teapot":',
          '        - text: Lists with Teapot',
          '        - checkbox "Birthday" [checked]',
          '        - text: Birthday',
          '      - button "Remove Teapot from wishlist"',
          '    - listitem:',
          '      - text: Cup €5.00',
          '      - \'button "Lists: Cup"\': Lists',
          '      - button "Remove Cup from wishlist"',
        ].join('\n'),
      );
    });
  });

  it('offers a new list where there is none yet, and no choice', async () => {
    wish(teapot);
    const element = await mountWith('lists', '.create');
    expect(has(element, '.which')).to.equal(false);
    expect(has(element, '.choosing')).to.equal(false);
  });

  it('makes a list, which is then shown, and says where its wishes come from', async () => {
    wish(teapot);
    const element = await mountWith('lists', '.create');
    await press(inside(element, '.create'));
    expect(element.shadowRoot!.activeElement?.localName).to.equal('input');
    await sendKeys({ type: 'Mum’s birthday' });
    await sendKeys({ press: 'Enter' });
    await nextTask();
    expect(listNames()).to.deep.equal(['Mum’s birthday']);
    expect(options(element)).to.deep.equal(['All wishes (1)', 'Mum’s birthday (0)']);
    expect(which(element).selectedIndex).to.equal(1);
    expect(element.shadowRoot!.activeElement === which(element)).to.equal(true);
    expect(status(element)).to.equal('Mum’s birthday is there now.');
    expect(textOf(inside(element, '.empty'))).to.contain('Nothing on this list yet');
    await press(named(element, 'Show all wishes'));
    expect(rowIds(element)).to.deep.equal(['t1']);
  });

  it('shows the list that there is instead of making a second one of its name', async () => {
    const element = await mountLists();
    await press(inside(element, '.create'));
    await type(element, '  Birthday ');
    expect(listNames()).to.deep.equal(['Birthday']);
    expect(element.list).to.equal('b');
  });

  it('takes no name that is empty', async () => {
    const element = await mountLists();
    await press(inside(element, '.create'));
    await type(element, '   ');
    expect(has(element, '.naming')).to.equal(true);
    expect(listNames()).to.deep.equal(['Birthday']);
  });

  it('shows what is on a list, and counts, while all wishes stay one wishlist', async () => {
    const element = await mountLists();
    expect(options(element)).to.deep.equal(['All wishes (2)', 'Birthday (1)']);
    await choose(element, 'b');
    expect(rowIds(element)).to.deep.equal(['t1']);
    expect(element.list).to.equal('b');
    await choose(element, '');
    expect(rowIds(element)).to.deep.equal(['t1', 't2']);
  });

  it('shows the list that the page names; all wishes, when it is gone', async () => {
    const element = await mountLists('list="b"');
    expect(rowIds(element)).to.deep.equal(['t1']);
    deleteList('b');
    await rendered();
    expect(rowIds(element)).to.deep.equal(['t1', 't2']);
  });

  it('puts a wish on lists and takes it off, which is no fact: it stays a wish', async () => {
    const told = facts();
    const element = await mountLists();
    createList('Kitchen', T + 1, undefined, 'k');
    await rendered();
    await press(named(element, 'Lists: Cup'));
    const box = named<HTMLInputElement>(element, 'Kitchen');
    box.focus();
    await sendKeys({ press: 'Space' });
    await nextTask();
    expect([on_('k'), box.checked]).to.deep.equal([['t2'], true]);
    expect(status(element)).to.equal('Cup is on Kitchen.');
    expect(element.shadowRoot!.activeElement === box, 'the focus stays').to.equal(true);
    await sendKeys({ press: 'Space' });
    await nextTask();
    expect([on_('k'), box.checked]).to.deep.equal([[], false]);
    expect(status(element)).to.equal('Cup removed from Kitchen.');
    expect(wished()).to.deep.equal(['t1', 't2']);
    expect(told).to.have.length(0);
  });

  it('takes a wish off the list that is shown, with a way back', async () => {
    const told = facts();
    const element = await mountLists('list="b"');
    await press(named(element, 'Remove Teapot from Birthday'));
    expect(textOf(rowOf(element, 't1'))).to.equal('Teapot removed from Birthday. Undo');
    expect([on_('b'), wished()]).to.deep.equal([[], ['t1', 't2']]);
    expect(focusedText(element)).to.equal('Undo');
    await press(named(element, 'Undo: keep Teapot'));
    expect(on_('b')).to.deep.equal(['t1']);
    expect(told).to.have.length(0);
  });

  it('leaves a way back also where the box of the list that is shown is cleared', async () => {
    const element = await mountLists('list="b"');
    await press(named(element, 'Lists: Teapot'));
    await press(named(element, 'Birthday'));
    expect(textOf(rowOf(element, 't1'))).to.equal('Teapot removed from Birthday. Undo');
  });

  it('renames', async () => {
    const element = await mountLists('list="b"');
    await press(inside(element, '.rename'));
    expect(inside<HTMLInputElement>(element, '.naming input').value).to.equal('Birthday');
    await type(element, 'Party');
    expect(listNames()).to.deep.equal(['Party']);
    expect(status(element)).to.equal('The list is called Party now.');
    expect(focusedText(element)).to.equal('Rename');
  });

  it('deletes, loses no wish, and brings the list back with what was on it', async () => {
    const element = await mountLists('list="b"');
    await press(inside(element, '.delete'));
    expect(listNames()).to.deep.equal([]);
    expect(rowIds(element)).to.deep.equal(['t1', 't2']);
    expect(status(element)).to.contain('Birthday deleted.');
    expect(focusedText(element)).to.equal('Undo');
    await press(named(element, 'Undo: keep the list Birthday'));
    expect(listNames()).to.deep.equal(['Birthday']);
    expect(rowIds(element)).to.deep.equal(['t1']);
  });

  it('lets Escape end the naming, and not close the drawer', async () => {
    const element = await mountLists('mode="drawer" open');
    await press(inside(element, '.create'));
    await sendKeys({ press: 'Escape' });
    await nextTask();
    expect(has(element, '.naming')).to.equal(false);
    expect(element.open).to.equal(true);
    expect(focusedText(element)).to.equal('New list');
    await sendKeys({ press: 'Escape' });
    await until('it is closed', () => !element.open);
  });

  it('follows another tab', async () => {
    const element = await mountLists();
    createList('From there', T + 5);
    await rendered();
    expect(options(element)).to.deep.equal(['All wishes (2)', 'Birthday (1)', 'From there (0)']);
  });

  it('is as it was without them when the attribute goes', async () => {
    const element = await mountLists('list="b"');
    element.lists = false;
    await rendered();
    expect(has(element, '.bar')).to.equal(false);
    expect(rowIds(element)).to.deep.equal(['t1', 't2']);
  });

  describe('asks the shop', () => {
    const requests = [
      'cue-request-create-list',
      'cue-request-rename-list',
      'cue-request-delete-list',
      'cue-request-add-to-list',
      'cue-request-remove-from-list',
    ];

    /** Every step once. */
    async function takeAll(element: CueWishlist): Promise<void> {
      await press(named(element, 'Lists: Cup'));
      await press(named(element, 'Birthday'));
      await press(named(element, 'Birthday'));
      await choose(element, 'b');
      await press(inside(element, '.rename'));
      await type(element, 'Party');
      if (has(element, '.naming')) await press(named(element, 'Cancel'));
      await press(inside(element, '.delete'));
      await press(inside(element, '.create'));
      await type(element, 'New');
    }

    it('before each step, each once', async () => {
      const asked = hear<RequestEvent>(document, ...requests);
      await takeAll(await mountLists());
      expect(asked.map(({ type, detail }) => [type.slice(12), 'list' in detail && detail.list.name])).to.deep.equal([
        ['add-to-list', 'Birthday'],
        ['remove-from-list', 'Birthday'],
        ['rename-list', 'Party'],
        ['delete-list', 'Party'],
        ['create-list', 'New'],
      ]);
      expect(asked[2]!.detail).to.deep.equal({ list: { id: 'b', name: 'Party' }, before: 'Birthday' });
      expect(asked[0]!.detail).to.deep.equal({ product: cup, list: { id: 'b', name: 'Birthday' } });
    });

    it('and does nothing that it vetoes', async () => {
      for (const name of requests) on(document, name, (event) => event.preventDefault());
      const element = await mountLists();
      await takeAll(element);
      expect(listNames()).to.deep.equal(['Birthday']);
      expect(on_('b')).to.deep.equal(['t1']);
    });

    it('and waits for it; a second press meanwhile counts for nothing', async () => {
      const { promise, resolve } = deferred();
      const asked = hear(document, 'cue-request-add-to-list');
      on<RequestEvent>(document, 'cue-request-add-to-list', (event) => event.respondWith(promise));
      const element = await mountLists();
      await press(named(element, 'Lists: Cup'));
      const box = named<HTMLInputElement>(element, 'Birthday');
      await press(box);
      await press(box);
      expect([asked.length, box.checked, on_('b')]).to.deep.equal([1, false, ['t1']]);
      resolve();
      await until('it is there', () => box.checked);
      expect(on_('b')).to.deep.equal(['t1', 't2']);
    });

    it('takes over the id that it gives a list', async () => {
      on<RequestEvent>(document, 'cue-request-create-list', (event) =>
        event.respondWith(Promise.resolve({ id: 'shop-7' })),
      );
      const element = await mountLists();
      await press(inside(element, '.create'));
      await type(element, 'New');
      await until('it is shown', () => element.list === 'shop-7');
      expect($lists.get().map(({ id }) => id)).to.contain('shop-7');
    });

    it('and tells when it failed, in words beside the button', async () => {
      warnings();
      for (const name of requests)
        on<RequestEvent>(document, name, (event) => event.respondWith(Promise.reject(new Error('503'))));
      const element = await mountLists();
      await press(inside(element, '.create'));
      await type(element, 'New');
      await until('it is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
      expect(listNames()).to.deep.equal(['Birthday']);
      expect(has(element, '.naming'), 'the name is not lost').to.equal(true);
    });
  });

  it('neither clips nor scrolls sideways in 320 px at twice the text size, and has room for fingers', async () => {
    stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
    const element = await mountLists();
    createList('Donaudampfschifffahrtsgesellschaftskapitänskajüte', T + 1);
    await rendered();
    await press(named(element, 'Lists: Teapot'));
    const check = async (state: string): Promise<void> => {
      expect(stage.scrollWidth, state).to.be.at.most(320);
      for (const one of element.shadowRoot!.querySelectorAll<HTMLElement>('button, select, input, label')) {
        if (one.hidden || !one.checkVisibility()) continue;
        const { right, left, width, height } = one.getBoundingClientRect();
        expect(right, `${state} ${one.className}`).to.be.at.most(stage.getBoundingClientRect().right + 1);
        expect(left, `${state} ${one.className}`).to.be.at.least(stage.getBoundingClientRect().left - 1);
        expect(Math.min(width, height), `${state} ${one.className}`).to.be.at.least(24);
      }
      await expectAccessible(state);
    };
    await check('choices');
    await choose(element, 'b');
    await press(inside(element, '.rename'));
    await check('naming');
  });

  it('executes nothing, whatever a list is called', async () => {
    warnings();
    for (const [index, payload] of xssPayloads.entries()) createList(payload, T + index);
    wish(teapot);
    const element = await mountWith('lists', '.which');
    await press(named(element, 'Lists: Teapot'));
    expect(element.shadowRoot!.querySelectorAll('script, img, iframe, object, style')).to.have.length(0);
    expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
  });

  it('leaves no listener behind', async () => {
    await mountLists();
    const left = await countListeners(async () => {
      for (let round = 0; round < 10; round++) {
        await mount('<cue-wishlist lists share move-to-cart></cue-wishlist>');
        await nextTask();
        stage.replaceChildren();
        await nextTask();
      }
    });
    expect(left).to.deep.equal([]);
    expect([$lists.lc, $listed.lc]).to.deep.equal([0, 0]);
  });
});
