import { expect } from 'chai';
import { readPageOnce } from '../../src/product/read-page-once.js';
import { watchPage } from '../../src/product/watch-page.js';

const address = location.href;
let root: HTMLElement;
let stop: (() => void) | undefined;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(() => {
  stop?.();
  root.remove();
  history.replaceState(null, '', address);
});

/** Resolves with the first call back after an action. */
const changeAfter = (act: () => void): Promise<void> =>
  new Promise((resolve) => {
    stop = watchPage(() => resolve());
    act();
  });

const put = (name: string) => {
  root.innerHTML = `<script type="application/ld+json">{"@type":"Product","name":"${name}","sku":"${name}"}</script>`;
};

describe('a single-page shop', () => {
  it('is read again when its structured data changes', async () => {
    put('one');
    await changeAfter(() => put('two'));
    expect(readPageOnce(document).main).to.include({ name: 'two' });
  });

  it('is read again when the text of its structured data changes', async () => {
    put('one');
    await changeAfter(() => {
      root.firstElementChild!.firstChild!.nodeValue = '{"@type":"Product","name":"three","sku":"3"}';
    });
    expect(readPageOnce(document).main).to.include({ name: 'three' });
  });

  it('is noticed when its address changes together with its content', async () => {
    await changeAfter(() => {
      history.pushState(null, '', '?product=2');
      root.append('another product');
    });
  });

  it('is noticed when a person goes back', async () => {
    history.pushState(null, '', '?product=3');
    await changeAfter(() => history.back());
  });

  it('is read once while nothing changes', () => {
    put('one');
    expect(readPageOnce(document)).to.equal(readPageOnce(document));
  });
});

describe('watching a page', () => {
  it('calls every listener once for many changes, and none that has stopped', async () => {
    let calls = 0;
    let stopped = 0;
    const end = watchPage(() => calls++);
    watchPage(() => stopped++)();
    await changeAfter(() => {
      put('one');
      put('two');
      document.title += '!';
    });
    expect(calls).to.equal(1);
    expect(stopped).to.equal(0);
    end();
  });

  it('goes on when a listener throws', async () => {
    const end = watchPage(() => {
      throw new Error('from a listener');
    });
    await changeAfter(() => put('one'));
    end();
  });

  it('may be given the same listener twice', async () => {
    let calls = 0;
    const listener = () => calls++;
    const ends = [watchPage(listener), watchPage(listener)];
    ends[0]!();
    await changeAfter(() => put('one'));
    expect(calls).to.equal(1);
    ends[1]!();
  });
});
