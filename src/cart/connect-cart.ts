import { attempt, report } from '../browser/report.js';
import { emit } from '../events/emit.js';
import { FactEvent } from '../events/fact-event.js';
import type { Product } from '../events/product.js';
import { request, RequestEvent } from '../events/request-event.js';
import { productDetail } from '../events/to-items.js';
import type { Cause } from '../events/vocabulary.js';
import { pageCart } from '../store/cart.js';
import type { CartLine, CartState, CartStore } from '../store/cart.js';
import { withListChoice } from '../store/with-list-choice.js';
import { SESSION_TIMEOUT_MS } from '../store/session.js';
import type { CartAdapter, CartAnswer } from './cart-adapter.js';
import { cartError, toCartError } from './cart-error.js';
import type { CartError } from './cart-error.js';
import { $connectedCarts, declareConnected, foundCart } from './connected-cart.js';
import type { CartConnection, CartStep } from './connected-cart.js';
import { diffCarts, variantOfLine } from './diff-carts.js';
import type { CartChange } from './diff-carts.js';
import { changeInCart, putInCart } from './put-in-cart.js';
import { tellCartPages } from './tell-cart-pages.js';
import { underLock } from './under-lock.js';
import { within } from './within.js';

export interface ConnectCartOptions {
  adapter: CartAdapter;
  /** Name of the shop's data layer on the window; none is read if it is empty. */
  dataLayer?: string;
  /** For tests: the page's own by default. */
  store?: CartStore;
  /** Several signals of one change within this time cause one reading. */
  settleMs?: number;
  /** How long a first retry waits; the next ones twice as long each. */
  retryMs?: number;
  /** For tests: one task after another, over all tabs. */
  lock?: <T>(task: () => Promise<T>) => Promise<T>;
  /** For tests: whether the shopper sees this page. */
  isHidden?: () => boolean;
}

const READ_WITHIN_MS = 10_000;
/** The shop's own code may ask the shopper something first. */
const WRITE_WITHIN_MS = 60_000;
const MOST_RETRIES = 5;

/**
 * Keeps `$cart` what the shop's cart is, and tells each addition and removal once, whoever made it. Everything runs in
 * one line: a change, and the reading of what it did, come before the next. Whatever differs between what was known and
 * what is read, and is not a step of ours, was done by something else, and is told as the platform's.
 */
export function connectCart(options: ConnectCartOptions): CartConnection {
  const { adapter, store = pageCart(), settleMs = 50, retryMs = 1000, lock = (task) => underLock(task) } = options;
  const { isHidden = () => document.hidden } = options;
  const stops: (() => void)[] = [];
  let stopped = false;
  let line: Promise<unknown> = Promise.resolve();
  let reading: AbortController | undefined;
  let first = true;
  /** Whether the cart is to be read, and whether something here is known to have changed it. */
  let wanted = false;
  let evidence = false;
  let retries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;

  function queue<T>(task: () => Promise<T>): Promise<T> {
    const result = line.then(() => lock(task));
    line = result.catch(() => {});
    return result;
  }

  function tell(change: CartChange, { source, cause }: CartStep = {}): void {
    const { product, quantity } = change;
    const from: Cause = cause ?? (source ? { from: 'element', element: source.localName } : { from: 'platform' });
    const { items, ...rest } = productDetail(product, from, Math.abs(quantity));
    const detail = { ...rest, items: items.map((item) => withListChoice(item)) };
    const fact = new FactEvent(quantity > 0 ? 'cue-add-to-cart' : 'cue-remove-from-cart', detail);
    emit(source ?? document.documentElement, fact);
  }

  /** Takes over what the shop says, and tells what somebody else has changed since. */
  function adopt(state: CartState, here: boolean): void {
    const before = store.latest();
    store.set(state, Date.now());
    const after = store.latest();
    if (!before || !after) return;
    // An emptied cart that nobody here has emptied was ordered, or has expired.
    const gone = !here && after.lines.length === 0;
    // What another tab has told is known only where tabs share what they know. A page on which the shopper arrives does
    // not tell what has become of the cart of last week: they may have bought it elsewhere.
    const continues =
      !first || document.referrer.startsWith(location.origin) || Date.now() - before.at < SESSION_TIMEOUT_MS;
    const known = store.shared() && continues;
    if (here || (known && !gone)) for (const change of diffCarts(before, after)) tell(change);
  }

  async function read(): Promise<void> {
    if (!wanted || stopped || isHidden()) return;
    const here = evidence;
    wanted = evidence = false;
    const controller = (reading = new AbortController());
    try {
      const state = await within(READ_WITHIN_MS, (signal) => adapter.read!(signal), controller.signal);
      retries = 0;
      if (state) {
        adopt(state, here);
        first = false;
      }
    } catch (error) {
      if (controller.signal.aborted) look(here, 0);
      else if (retries < MOST_RETRIES) look(here, toCartError(error).retryAfterMs ?? retryMs * 2 ** retries++);
      else evidence ||= here;
    } finally {
      reading = undefined;
    }
  }

  function look(here: boolean, delayMs = settleMs): void {
    if (stopped || !adapter.read) return;
    wanted = true;
    evidence ||= here;
    const at = Date.now() + delayMs;
    if (isHidden() || (timer !== undefined && due <= at)) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => {
      timer = undefined;
      void queue(read);
    }, delayMs);
  }

  interface Write {
    ask: RequestEvent;
    step: CartStep;
    /** What it will have done to the cart as it is known when its turn comes; below zero for pieces that go. */
    changeOf(before: CartState | undefined): CartChange;
    work(signal: AbortSignal): Promise<CartAnswer>;
    apply(cart: CartState): CartState;
  }

  async function write({ ask, step, changeOf, work, apply }: Write): Promise<boolean> {
    const answer = request(step.source ?? document.documentElement, ask);
    if (answer === false) return false;
    // Who presses a button does not wait for what nobody has asked for.
    reading?.abort();
    return queue(async () => {
      const before = store.latest();
      const change = changeOf(before);
      let result: CartAnswer = undefined;
      const done = () => {
        if (before) store.set(apply(before), Date.now());
        if (change.quantity) tell({ ...change, product: asSold(change, result) }, step);
        return true;
      };
      let failure: CartError | undefined;
      try {
        result = await within(WRITE_WITHIN_MS, async (signal) => {
          if (answer === true) return work(signal);
          await answer;
        });
      } catch (error) {
        failure = toCartError(error);
      }
      if (!failure && result !== 'unconfirmed') {
        done();
        if (typeof result === 'object' && 'lines' in result) adopt(result, true);
        else look(true);
        return true;
      }
      // The answer may have been lost, or a part have been done: what the cart says counts.
      const state = await within(READ_WITHIN_MS, async (signal) => adapter.read?.(signal)).catch(() => null);
      if (!state) {
        look(true, retryMs);
        if (failure ?? state === null) throw failure ?? cartError('unknown');
        return done();
      }
      store.set(state, Date.now());
      const after = store.latest();
      const changes = before && after ? diffCarts(before, after) : [];
      const alike = ({ quantity }: CartChange) => quantity > 0 === change.quantity > 0;
      const mine =
        changes.find((other) => other.variant === change.variant && alike(other)) ??
        (failure ? undefined : changes.find(alike));
      const most = Math.min(Math.abs(change.quantity), Math.abs(mine?.quantity ?? 0));
      if (mine && most) {
        const quantity = Math.sign(change.quantity) * most;
        mine.quantity -= quantity;
        tell({ ...change, quantity }, step);
      }
      for (const other of changes) if (other.quantity) tell(other);
      if (most === Math.abs(change.quantity)) return true;
      if (!failure && !before && after?.lines.some((other) => variantOfLine(other) === change.variant)) return done();
      throw failure ?? cartError('unknown');
    });
  }

  const connection: CartConnection = {
    adapter,
    add(addition, step = {}) {
      const { product, quantity } = addition;
      const variantId = attemptValue(() => adapter.variantOf?.(addition)) ?? addition.variantId;
      return write({
        ask: new RequestEvent('cue-request-add-to-cart', { product, quantity, ...(variantId && { variantId }) }),
        step: { cause: { from: 'code' }, ...withCause(step) },
        changeOf: () => ({ variant: variantId ?? product.id, product, quantity }),
        work: (signal) => adapter.add(addition, signal),
        apply: (cart) => putInCart(cart, product, variantId, quantity),
      });
    },
    change(lineKey, quantity, step = {}) {
      const known = store.latest()?.lines.find(({ key }) => key === lineKey);
      if (!known) return Promise.reject(cartError('variant-missing'));
      const { product, quantity: before } = known;
      if (before === quantity) return Promise.resolve(true);
      return write({
        ask: new RequestEvent('cue-request-change-cart', { product, key: lineKey, before, quantity }),
        step: { cause: { from: 'code' }, ...withCause(step) },
        changeOf: (cart) => ({
          variant: variantOfLine(known),
          product,
          quantity: quantity - (cart?.lines.find(({ key }) => key === lineKey)?.quantity ?? 0),
        }),
        work: (signal) => changeLine(adapter, known, quantity, signal),
        apply: (cart) => changeInCart(cart, lineKey, quantity),
      });
    },
    refresh: (here = false) => look(here),
    stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      reading?.abort();
      for (const stop of stops) stop();
      const found = foundCart();
      if (found.connection === connection) delete found.connection;
    },
  };

  if (!options.store) {
    // What was only found gives way to what the shop says.
    foundCart().connection?.stop();
    const again = $connectedCarts.get().find((each) => each.adapter.name === adapter.name);
    if (again) return again;
    stops.push(declareConnected(connection));
  }

  attempt('the cart could not be watched', () => {
    const controller = new AbortController();
    const { signal } = controller;
    stops.push(() => controller.abort());
    document.addEventListener('visibilitychange', () => look(false), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && look(false), { signal });
    addEventListener('online', () => look(false), { signal });
    stops.push(adapter.watch?.(() => look(true)) ?? (() => {}));
    stops.push(tellCartPages(adapter, store, options.dataLayer, () => look(true)));
    look(false);
  });
  return connection;
}

/** The page may show one variant and the form say another: what the shop took is what was sold. */
function asSold({ product, variant }: CartChange, answer: CartAnswer): Product {
  if (typeof answer !== 'object') return product;
  const lines = 'lines' in answer ? answer.lines : [answer];
  const sold = lines.find((line) => variantOfLine(line) === variant)?.product;
  if (!sold) return product;
  const { id, sku, brand, category } = product;
  // A page that calls its products by their SKU would call another variant by another name.
  if (sku && sold.sku && sku !== sold.sku)
    return { ...(brand && { brand }), ...(category && { category }), ...sold, id: id === sku ? sold.sku : id };
  return { ...product, ...sold, id };
}

const withCause = ({ source, cause }: CartStep): CartStep => ({
  ...(source && { source, cause: { from: 'element', element: source.localName } }),
  ...(cause && { cause }),
});

function changeLine(adapter: CartAdapter, line: CartLine, quantity: number, signal: AbortSignal) {
  if (!adapter.change) throw cartError('unknown');
  return adapter.change(line, quantity, signal);
}

/** A form that has left the page, an adapter of the shop's own that throws: then the addition goes by its product. */
function attemptValue<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    report('the cart could not tell a variant', error);
    return undefined;
  }
}
