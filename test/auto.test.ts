import { expect } from 'chai';

const AUTO = new URL('../src/auto.ts', import.meta.url).href;

/** A page of its own, with the script tag, in which a shop's faults and reports are collected. */
interface ShopPage extends Window {
  faults: string[];
  reports: string[];
  dataLayer?: { event?: string }[];
  customElements: CustomElementRegistry;
  document: Document;
}

const frames: HTMLIFrameElement[] = [];

async function openPage(body: string): Promise<ShopPage> {
  const frame = document.createElement('iframe');
  frames.push(frame);
  frame.srcdoc = `<!doctype html><html lang="en"><title>Shop</title><script>
      faults = []; reports = [];
      onerror = (message) => void faults.push(message);
      onunhandledrejection = ({ reason }) => void faults.push(String(reason));
      addEventListener('cue-error', ({ detail }) => reports.push(detail.message + ': ' + (detail.error?.message ?? '')));
      console.warn = (line) => { if (!/Lit is in dev mode/.test(line)) reports.push(line); };
    </script>${body}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as ShopPage;
}

async function until(condition: () => unknown, what: string): Promise<void> {
  const end = performance.now() + 8000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const SCRIPT = `<script type="module" src="${AUTO}"></script>`;
const BUTTON = '<cue-wishlist-button product-id="a" name="Teapot"></cue-wishlist-button>';
const loadedFrom = (page: ShopPage, part: string) =>
  page.performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).length;

function press(page: ShopPage): void {
  page.document.querySelector('cue-wishlist-button')!.shadowRoot!.querySelector('button')!.click();
}

async function usable(page: ShopPage): Promise<void> {
  await until(
    () => page.document.querySelector('cue-wishlist-button')?.shadowRoot?.querySelector('button'),
    'a button that can be pressed',
  );
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('the script tag', () => {
  it('loads the code of tags that are there, and of no others', async () => {
    const page = await openPage(`${BUTTON}${SCRIPT}`);
    await usable(page);
    expect(page.customElements.get('cue-wishlist')).to.equal(undefined);
    expect(loadedFrom(page, 'define/wishlist-button')).to.equal(1);
    expect(loadedFrom(page, 'define/wishlist.')).to.equal(0);
    expect(loadedFrom(page, 'configure')).to.equal(0);
    expect(page.faults).to.deep.equal([]);
  });

  it('loads the code of a tag that comes later, deep in what is added', async () => {
    const page = await openPage(SCRIPT);
    expect(loadedFrom(page, 'define/')).to.equal(0);
    page.document.body.insertAdjacentHTML('beforeend', `<p>text<div><section>${BUTTON}</section></div>`);
    await usable(page);
  });

  it('loads the code of a tag that is added by itself, or comes from another document', async () => {
    const page = await openPage(SCRIPT);
    const foreign = document.implementation.createHTMLDocument().createElement('cue-wishlist-button');
    foreign.setAttribute('product-id', 'a');
    page.document.body.append(foreign);
    await usable(page);
  });

  it('leaves what stands in a template alone', async () => {
    const page = await openPage(`<template>${BUTTON}</template>${SCRIPT}`);
    const { discover } = await (page as unknown as { eval: typeof eval }).eval(`import(${JSON.stringify(AUTO)})`);
    discover(page.document);
    expect(loadedFrom(page, 'define/')).to.equal(0);
  });

  it('finds tags in a shadow root when it is told to look there', async () => {
    const page = await openPage(`<div></div>${SCRIPT}`);
    const root = page.document.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = BUTTON;
    const { discover } = await (page as unknown as { eval: typeof eval }).eval(`import(${JSON.stringify(AUTO)})`);
    discover(root);
    await until(() => page.customElements.get('cue-wishlist-button'), 'the definition');
  });

  it('may stand there twice, under two addresses', async () => {
    const config = '<script type="application/json" data-cuekit>{"sinks": ["data-layer"]}</script>';
    const page = await openPage(
      `${config}${config}${BUTTON}${SCRIPT}${SCRIPT}<script type="module" src="${AUTO}?again"></script>`,
    );
    await usable(page);
    press(page);
    await until(() => page.dataLayer, 'an event in the data layer');
    expect(page.dataLayer!.map(({ event }) => event)).to.deep.equal([undefined, 'add_to_wishlist']);
    expect([page.faults, page.reports]).to.deep.equal([[], []]);
  });

  it('leaves a tag alone that the page has defined itself', async () => {
    const page = await openPage(
      `<script>customElements.define('cue-wishlist-button', class extends HTMLElement { mine = true })</script>${BUTTON}${SCRIPT}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((page.document.querySelector('cue-wishlist-button') as unknown as { mine: boolean }).mine).to.equal(true);
    expect(page.faults).to.deep.equal([]);
  });
});

describe('the page’s configuration', () => {
  it('is in effect before the first element can tell a fact', async () => {
    const page = await openPage(
      `<script type="application/json" data-cuekit>{"sinks": ["data-layer"]}</script>${BUTTON}${SCRIPT}`,
    );
    await usable(page);
    press(page);
    await until(() => page.dataLayer?.length === 2, 'an event in the data layer');
    expect(page.dataLayer![1]!.event).to.equal('add_to_wishlist');
  });

  it('that is broken is reported with line and column, and the page works on', async () => {
    const page = await openPage(
      `<script type="application/json" data-cuekit>{\n  "sinks": ["data-layer",]\n}</script>
       <script type="application/json" data-cuekit>{"sinks": ["console", "consol"]}</script>${BUTTON}${SCRIPT}`,
    );
    await usable(page);
    press(page);
    await until(() => localStorage.getItem('cuekit:wish:a'), 'a wish on the device');
    expect(page.faults).to.deep.equal([]);
    expect(page.reports.join('\n'))
      .to.contain('line 2, column 26: a value is expected, found “]”')
      .and.to.contain('sinks[1], "consol", is none of console, data-layer');
  });
});

describe('code that cannot be loaded', () => {
  it('is reported, breaks nothing, and is asked for again with the next tag', async () => {
    const source = (await (await fetch(AUTO)).text())
      .replace(/import\((["'])\.\/define\/([\w-]+)\.ts\1\)/g, 'globalThis.loadElement("$2")')
      .replace(/(["'])\.\/([\w/-]+\.ts)\1/g, (_, quote, path) => `${quote}${new URL(path, AUTO).href}${quote}`);
    expect(source).to.contain('globalThis.loadElement("wishlist-button")');
    const page = await openPage(
      `<script>asked = []; loadElement = async (name) => { asked.push(name); if (asked.length === 1) throw new TypeError('no network'); };</script>
       ${BUTTON}<script type="module">${source}</script>`,
    );
    const { asked } = page as unknown as { asked: string[] };
    await until(() => page.reports.length, 'a report');
    expect(page.reports.join()).to.contain('the code of <cue-wishlist-button> could not be loaded');
    page.document.body.insertAdjacentHTML('beforeend', BUTTON);
    await until(() => asked.length === 2, 'a second attempt');
    page.document.body.insertAdjacentHTML('beforeend', BUTTON);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked).to.deep.equal(['wishlist-button', 'wishlist-button']);
    expect(page.faults).to.deep.equal([]);
  });
});
