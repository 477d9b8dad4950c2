import { expect } from 'chai';
import '../../../src/define/wishlist.js';
import { readSharedLink } from '../../../src/elements/wishlist/shared-link.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import { createList, putOnList } from '../../../src/store/wish-lists.js';
import { forgetPage } from '../../forget-page.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, nextTask, rendered, until } from '../mount.js';
import { cup, has, mountWith, press, status, teapot, textOf, wish } from './mount-list.js';

type Share = FactEvent<'cue-share'>;

/** Takes the place of what the browser has, until the test is over. */
function stub(name: 'share' | 'canShare' | 'clipboard', value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true });
}

const listIn = async (url: string) => readSharedLink(new URL(url).hash);

describe('<cue-wishlist share>', () => {
  beforeEach(() => {
    forgetPage();
    stub('share', undefined);
    stub('canShare', undefined);
    stub('clipboard', { writeText: () => Promise.resolve() });
  });
  afterEach(() => {
    for (const name of ['share', 'canShare', 'clipboard'] as const) Reflect.deleteProperty(navigator, name);
  });

  const mountShare = () => mountWith('share', 'button.share');

  describe('is accessible', function () {
    this.timeout(60_000);

    it('before, when the link was copied, and where it has to be copied by hand', async () => {
      wish(teapot);
      const element = await mountShare();
      await expectAccessibleInAllColours('share');
      await press(inside(element, '.share'));
      await expectAccessibleInAllColours('copied');
      stub('clipboard', undefined);
      await press(inside(element, '.share'));
      await until('there is a field', () => has(element, '.link'));
      await expectAccessibleInAllColours('by hand');
    });
  });

  it('has no button while there is nothing to share', async () => {
    const element = await mountWith('share', '.bar');
    await nextTask();
    expect(has(element, '.share')).to.equal(false);
    wish(teapot);
    await until('there is one', () => has(element, '.share'));
  });

  it('copies a link with the list in it, says so, and tells it once', async () => {
    const copied: string[] = [];
    stub('clipboard', { writeText: async (text: string) => void copied.push(text) });
    wish(teapot, cup);
    const facts = hear<Share>(document, 'cue-share');
    const element = await mountShare();
    await press(inside(element, '.share'));
    expect((await listIn(copied[0]!))!.products.map(({ id }) => id)).to.deep.equal(['t1', 't2']);
    expect([status(element), textOf(inside(element, '.said'))]).to.deep.equal(['Link copied.', 'Link copied.']);
    expect(facts.map(({ detail }) => detail)).to.deep.equal([
      {
        method: 'copy',
        content_type: 'wishlist',
        item_id: 'wishlist',
        cause: { from: 'element', element: 'cue-wishlist', action: 'share' },
      },
    ]);
  });

  it('shares the list that is shown, by its name', async () => {
    const shared: ShareData[] = [];
    stub('share', async (data: ShareData) => void shared.push(data));
    wish(teapot, cup);
    createList('Birthday', Date.now(), undefined, 'b');
    putOnList('b', 't2');
    const facts = hear<Share>(document, 'cue-share');
    const element = await mountWith('share lists list="b"', '.share');
    await until('the list is shown', () => has(element, '.rename'));
    await press(inside(element, '.share'));
    expect(shared[0]!.title).to.equal('Birthday');
    const { name, products } = (await listIn(shared[0]!.url!))!;
    expect([name, products.map(({ id }) => id)]).to.deep.equal(['Birthday', ['t2']]);
    expect(facts.map(({ detail }) => [detail.method, detail.item_id])).to.deep.equal([['native', 'b']]);
  });

  it('shares and copies within the press, before anything is awaited', async () => {
    let inPress = false;
    const within: boolean[] = [];
    stub('share', () => {
      within.push(inPress);
      return Promise.resolve();
    });
    wish(teapot);
    const element = await mountShare();
    inPress = true;
    inside(element, '.share').click();
    inPress = false;
    await nextTask();
    stub('share', undefined);
    stub('clipboard', {
      writeText() {
        within.push(inPress);
        return Promise.resolve();
      },
    });
    inPress = true;
    inside(element, '.share').click();
    inPress = false;
    expect(within).to.deep.equal([true, true]);
  });

  it('tells nothing of a share that was cancelled', async () => {
    let copies = 0;
    stub('share', () => Promise.reject(new DOMException('no', 'AbortError')));
    stub('clipboard', { writeText: async () => void copies++ });
    wish(teapot);
    const facts = hear(document, 'cue-share');
    const element = await mountShare();
    await press(inside(element, '.share'));
    expect([facts.length, copies, status(element)]).to.deep.equal([0, 0, '']);
  });

  it('copies where the browser cannot share this, or fails to', async () => {
    const methods: string[] = [];
    wish(teapot);
    const element = await mountShare();
    element.addEventListener('cue-share', ({ detail }) => methods.push(detail.method));
    stub('share', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await press(inside(element, '.share'));
    stub('share', () => Promise.resolve());
    stub('canShare', () => false);
    await press(inside(element, '.share'));
    expect(methods).to.deep.equal(['copy', 'copy']);
  });

  it('gives the link to be copied by hand where the browser allows nothing, and tells it when it was', async () => {
    stub('clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    wish(teapot);
    const facts = hear<Share>(document, 'cue-share');
    const element = await mountShare();
    await press(inside(element, '.share'));
    await until('there is a field', () => has(element, '.link'));
    const field = inside<HTMLInputElement>(element, '.link');
    await until('the focus is there', () => element.shadowRoot!.activeElement === field);
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
    expect((await listIn(field.value))!.products).to.have.length(1);
    expect(facts).to.have.length(0);
    for (let times = 0; times < 2; times++) field.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }));
    expect(facts.map(({ detail }) => detail.method)).to.deep.equal(['copy']);
  });

  it('a second press while the sheet is open, and a double click, count for nothing', async () => {
    let sheets = 0;
    const { promise, resolve } = deferred();
    stub('share', () => {
      sheets++;
      return promise;
    });
    wish(teapot);
    const facts = hear(document, 'cue-share');
    const element = await mountShare();
    await press(inside(element, '.share'));
    await press(inside(element, '.share'));
    inside(element, '.share').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    resolve();
    await nextTask();
    expect([sheets, facts.length]).to.deep.equal([1, 1]);
  });

  it('says how many products a link has when the list is longer', async () => {
    wish(...Array.from({ length: 51 }, (_, index) => ({ id: `p${index}` })));
    const element = await mountShare();
    await press(inside(element, '.share'));
    expect(status(element)).to.equal('Link copied. It has the newest 50 products.');
  });

  it('follows the list: the next link has what is on it then', async () => {
    const copied: string[] = [];
    stub('clipboard', { writeText: async (text: string) => void copied.push(text) });
    wish(teapot);
    const element = await mountShare();
    await press(inside(element, '.share'));
    wish(teapot, cup);
    await rendered();
    expect(textOf(inside(element, '.bar'))).to.equal('Share');
    await press(inside(element, '.share'));
    expect(await Promise.all(copied.map(async (url) => (await listIn(url))!.products.length))).to.deep.equal([1, 2]);
  });
});
