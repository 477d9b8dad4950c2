// @ts-check
// “What the shop hears”: a developer's panel of the demo, and no part of the kit. It lists each typed event as the page
// hears it, the record that the kit made of it and what reached `window.dataLayer`; the three carry the same id.

/**
 * @typedef {{ id: string, at: number, name: string, product: string, detail?: unknown, record?: unknown, layer: unknown[] }} Entry
 */

const KEY = 'demo-panel';
const MOST = 100;

/** The kit's facts, for a page on which its module cannot say them itself. */
const factNames = [
  ...[
    'add_to_cart',
    'add_to_wishlist',
    'begin_checkout',
    'login',
    'newsletter_sign_up',
    'purchase',
    'remove_from_cart',
  ],
  ...[
    'remove_from_wishlist',
    'review',
    'search',
    'select_item',
    'share',
    'share_intent',
    'sign_up',
    'view_cart',
    'view_item',
    'view_item_list',
  ],
];

/** @type {{ open: boolean, entries: Entry[] }} */
const state = { open: false, entries: [] };
try {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  if (Array.isArray(kept.entries)) state.entries = kept.entries.slice(0, MOST);
  state.open = kept.open === true;
} catch {
  // Storage is blocked or holds something else: the panel lives for this page only.
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let saving;
function save() {
  clearTimeout(saving);
  saving = setTimeout(saveNow, 50);
}
function saveNow() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // As above.
  }
}
addEventListener('pagehide', saveNow);

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Plain data that can be shown and stored; a cycle or a function does not stop the list. @param {unknown} data */
function plain(data) {
  const around = new WeakSet();
  try {
    return JSON.parse(
      JSON.stringify(data, (_, value) => {
        if (value instanceof Node) return `<${value.nodeName.toLowerCase()}>`;
        if (value && typeof value === 'object') {
          if (around.has(value)) return '(seen above)';
          around.add(value);
        }
        return value;
      }) ?? 'null',
    );
  } catch (error) {
    return String(error);
  }
}

/* What is heard */

/** @param {string} id @returns {Entry | undefined} */
const find = (id) => state.entries.find((entry) => entry.id === id);

/** @param {Partial<Entry> & { id: string }} part */
function hear(part) {
  let entry = find(part.id);
  if (!entry) {
    entry = { at: Date.now(), name: '', product: '', layer: [], ...part };
    state.entries.unshift(entry);
    state.entries.length = Math.min(state.entries.length, MOST);
  } else {
    const { layer, ...rest } = part;
    Object.assign(entry, rest);
    if (layer) entry.layer.push(...layer);
  }
  save();
  draw(entry);
}

/** @param {unknown} detail */
function productOf(detail) {
  const data = /** @type {any} */ (detail);
  return String(data?.product?.name ?? data?.items?.[0]?.item_name ?? '');
}

/** @param {Event} event */
function onFact(event) {
  const { id, at, detail } = /** @type {any} */ (event);
  hear({
    id: String(id ?? crypto.randomUUID()),
    at: Number(at) || Date.now(),
    name: event.type,
    product: productOf(detail),
    detail: plain(detail),
  });
}

const listening = new Set();
/** @param {string} type */
function listen(type) {
  if (listening.has(type)) return;
  listening.add(type);
  document.addEventListener(type, onFact);
}
for (const name of factNames) listen(`cue-${name.replaceAll('_', '-')}`);

/** What is pushed to the data layer, from the first entry on. A push of the kit names the fact it belongs to. */
function watchDataLayer() {
  const page = /** @type {any} */ (window);
  const layer = /** @type {unknown[]} */ (page.dataLayer ??= []);
  /** @type {unknown[]} */
  let before = [];
  const note = (/** @type {any} */ entry) => {
    // GA4's reset belongs to the push that follows it.
    if (entry && typeof entry === 'object' && entry.ecommerce === null && Object.keys(entry).length === 1)
      return void before.push(plain(entry));
    const id = entry?.event_id ?? entry?.[2]?.event_id ?? crypto.randomUUID();
    const name = find(id) ? {} : { name: `dataLayer: ${entry?.event ?? 'push'}` };
    hear({ id, ...name, layer: [...before, plain(entry)] });
    before = [];
  };
  for (const entry of layer) note(entry);
  const push = layer.push;
  Object.defineProperty(layer, 'push', {
    configurable: true,
    writable: true,
    enumerable: false,
    value: (/** @type {unknown[]} */ ...entries) => {
      const length = push.apply(layer, entries);
      for (const entry of entries) note(entry);
      return length;
    },
  });
}
watchDataLayer();

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-records]'));
if (script?.dataset.records) {
  import(script.dataset.records).then(
    (kit) => {
      for (const name of kit.factNames ?? []) listen(`cue-${name.replaceAll('_', '-')}`);
      for (const type of kit.requestNames ?? []) listen(type);
      kit.onRecord?.((/** @type {any} */ record) =>
        hear({
          id: record.id,
          at: record.at,
          record: plain(record),
          ...(find(record.id) ? {} : { name: `cue-${record.name.replaceAll('_', '-')}`, product: productOf(record) }),
        }),
      );
    },
    () => {
      // The kit is not built: events and data layer are shown all the same.
    },
  );
}

/* What is shown */

const list = make('ol', { class: 'dev-list' });
const filter = make('input', {
  type: 'search',
  placeholder: 'Filter',
  'aria-label': 'Filter the events',
  class: 'dev-filter',
  autocomplete: 'off',
});
const nothing = make('p', { class: 'dev-nothing' });
const said = make('span', { class: 'dev-said', role: 'status' });
const copy = make('button', { type: 'button', class: 'dev-button' }, 'Copy');
const clear = make('button', { type: 'button', class: 'dev-button' }, 'Clear');
const count = make('span', { class: 'dev-count' });
const toggle = make(
  'button',
  { type: 'button', class: 'dev-toggle', 'aria-controls': 'dev-body', 'data-panel-toggle': '' },
  make('span', { class: 'dev-sign', 'aria-hidden': 'true' }, '{ }'),
  make('span', {}, 'What the shop hears'),
  count,
);
/** What the shop's server does with certain addresses, so that each state of a form can be seen. */
function addresses() {
  const list = make('dl', { class: 'dev-addresses' });
  const known = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-addresses]'));
  for (const [address, what] of Object.entries(JSON.parse(known?.dataset.addresses ?? '{}')))
    list.append(make('div', {}, make('dt', {}, make('code', {}, address)), make('dd', {}, String(what))));
  return make('details', { class: 'dev-try' }, make('summary', {}, 'Addresses to try in a form'), list);
}

const body = make(
  'div',
  { id: 'dev-body', class: 'dev-body' },
  make('div', { class: 'dev-tools' }, filter, copy, clear, said),
  addresses(),
  nothing,
  list,
);
const panel = make(
  'aside',
  { class: 'dev-panel', lang: 'en', dir: 'ltr', 'aria-label': 'What the shop hears: a developer’s view of the demo' },
  toggle,
  body,
);

/** @type {Map<string, HTMLLIElement>} */
const rows = new Map();
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** @param {Entry} entry */
function draw(entry) {
  let row = rows.get(entry.id);
  if (!row) {
    row = make('li');
    rows.set(entry.id, row);
    const after = state.entries[state.entries.indexOf(entry) + 1];
    list.insertBefore(row, (after && rows.get(after.id)) ?? null);
  }
  const wasOpen = row.querySelector('details')?.open ?? false;
  const had = row.contains(document.activeElement);
  const details = make(
    'details',
    { class: 'dev-entry' },
    make(
      'summary',
      {},
      make('time', { datetime: new Date(entry.at).toISOString() }, clock.format(entry.at)),
      make('code', {}, entry.name),
      make('span', { class: 'dev-product' }, entry.product),
      make(
        'span',
        { class: 'dev-marks' },
        [
          entry.detail !== undefined && 'event',
          entry.record !== undefined && 'record',
          entry.layer.length > 0 && 'dataLayer',
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  );
  // The text of a closed entry is written when it is opened: pretty JSON for a hundred entries costs time on every page.
  const fill = () => {
    if (details.childElementCount > 1) return;
    const parts = make('div', { class: 'dev-parts' });
    const part = (/** @type {string} */ title, /** @type {unknown} */ data) =>
      parts.append(
        make(
          'section',
          {},
          make('h3', {}, title),
          make('pre', { tabindex: '0', 'aria-label': title }, JSON.stringify(data, null, 2)),
        ),
      );
    if (entry.detail !== undefined) part('event.detail', entry.detail);
    if (entry.record !== undefined) part('record', entry.record);
    if (entry.layer.length) part('window.dataLayer.push', entry.layer.length === 1 ? entry.layer[0] : entry.layer);
    details.append(parts);
  };
  details.addEventListener('toggle', () => details.open && fill());
  if (wasOpen) {
    details.open = true;
    fill();
  }
  row.replaceChildren(details);
  if (had) details.querySelector('summary')?.focus();
  sift();
}

function sift() {
  const words = filter.value.trim().toLowerCase();
  let shown = 0;
  for (const entry of state.entries) {
    const fits = `${entry.name} ${entry.product}`.toLowerCase().includes(words);
    const row = rows.get(entry.id);
    if (row) row.hidden = !fits;
    if (fits) shown++;
  }
  for (const [id, row] of rows)
    if (!find(id)) {
      row.remove();
      rows.delete(id);
    }
  nothing.hidden = shown > 0;
  nothing.textContent = state.entries.length
    ? 'Nothing here by that name.'
    : 'Nothing yet. Press a heart on any picture.';
  count.textContent = String(state.entries.length);
}

function setOpen(/** @type {boolean} */ open) {
  state.open = open;
  toggle.setAttribute('aria-expanded', String(open));
  body.hidden = !open;
  document.documentElement.classList.toggle('dev-open', open);
  save();
}

toggle.addEventListener('click', () => setOpen(!state.open));
filter.addEventListener('input', sift);
clear.addEventListener('click', () => {
  state.entries = [];
  sift();
  save();
  say('Cleared');
});
copy.addEventListener('click', async () => {
  const words = filter.value.trim().toLowerCase();
  const wanted = state.entries.filter((entry) => `${entry.name} ${entry.product}`.toLowerCase().includes(words));
  try {
    await navigator.clipboard.writeText(JSON.stringify(wanted, null, 2));
    say(`Copied ${wanted.length}`);
  } catch {
    say('The browser does not let us copy here');
  }
});
panel.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !state.open || event.defaultPrevented) return;
  setOpen(false);
  toggle.focus();
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hush;
/** @param {string} text */
function say(text) {
  said.textContent = text;
  clearTimeout(hush);
  hush = setTimeout(() => (said.textContent = ''), 4000);
}

for (const entry of [...state.entries].reverse()) draw(entry);
sift();
setOpen(state.open);
document.documentElement.classList.add('dev-here');
document.body.append(panel);
