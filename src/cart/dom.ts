import { cleanText } from '../product/clean-text.js';
import { parsePrice } from '../product/parse-price.js';
import type { CartLine, CartState } from '../store/cart.js';
import type { CartAdapter } from './cart-adapter.js';
import { cartError } from './cart-error.js';
import { postForm } from './post-form.js';
import type { Fetch } from './ask-shop.js';

/** Where a cart stands in the page. A selector may end in `@attribute`: then that is read instead of the text or the field's value. */
export interface CartSelectors {
  /** The whole cart, also when it is empty; where it is not on the page, nothing can be told. */
  cart: string;
  /** One line, within the cart; what follows is within the line. */
  line: string;
  /** The product's identifier; by default the path of the line's first link. */
  id?: string;
  name?: string;
  /** By default the line's number field; 1 where nothing is found. */
  quantity?: string;
  /** What one piece costs. */
  price?: string;
  /** What the line costs. */
  lineTotal?: string;
  /** What the goods cost, within the cart. */
  total?: string;
}

export interface DomCartOptions {
  /** ISO 4217 code that prices without a sign are in. */
  currency?: string;
  fetch?: Fetch;
}

function read(within: ParentNode, selector: string | undefined): string | undefined {
  if (!selector) return undefined;
  const [, css = '', attribute] = /^(.*?)(?:@([\w-]+))?$/s.exec(selector)!;
  const element = css.trim() ? within.querySelector(css) : (within as Element);
  if (!element) return undefined;
  if (attribute) return cleanText(element.getAttribute(attribute));
  return cleanText('value' in element ? element.value : element.textContent);
}

function pathOf(line: Element): string | undefined {
  const href = line.querySelector('a[href]')?.getAttribute('href');
  return href && URL.canParse(href, line.baseURI) ? new URL(href, line.baseURI).pathname : undefined;
}

/** Most shops answer with a page, and the cart is on it. Parsed, not run; a policy of Trusted Types may forbid even that. */
async function readPage(answer: Response): Promise<ParentNode> {
  try {
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return document.createDocumentFragment();
  }
}

/**
 * A cart that is read where the page shows it, and watched there. Things are put into it by the shop's own forms.
 *
 * @param selectors a wrong one throws at once, as `querySelector` does
 */
export function domCart(selectors: CartSelectors, { currency, fetch }: DomCartOptions = {}): CartAdapter {
  for (const selector of Object.values(selectors) as string[])
    document.createDocumentFragment().querySelector(selector.replace(/@[\w-]+$/, '') || '*');

  function readLine(line: Element): CartLine | undefined {
    const id = read(line, selectors.id) ?? pathOf(line);
    const quantity = Number(/\d+/.exec(read(line, selectors.quantity ?? 'input[type=number]') ?? '')?.[0] ?? 1);
    if (!id || !(quantity > 0)) return undefined;
    const total = parsePrice(read(line, selectors.lineTotal), currency);
    const price = parsePrice(read(line, selectors.price), currency) ?? (total && Number((total / quantity).toFixed(4)));
    const name = read(line, selectors.name) ?? cleanText(line.querySelector('a[href]')?.textContent);
    const url = line.querySelector<HTMLAnchorElement>('a[href]')?.href;
    return {
      key: id,
      quantity,
      ...(total !== undefined && { total }),
      product: {
        id,
        ...(name && { name }),
        ...(url && { url }),
        ...(price !== undefined && { price }),
        ...(currency && { currency }),
      },
    };
  }

  function readCart(within: ParentNode): CartState | undefined {
    const cart = within.querySelector(selectors.cart);
    // A number that is still being typed is not what the shop has.
    if (!cart || cart.querySelector('input:focus')) return undefined;
    const lines = [...cart.querySelectorAll(selectors.line)].flatMap((line) => readLine(line) ?? []);
    const total = parsePrice(read(cart, selectors.total), currency);
    return { lines, ...(total !== undefined && { total }), ...(currency && { currency }) };
  }

  /** What the page showed when something was added behind its back, and shows until its scripts renew it. */
  let outdated: string | undefined;

  return {
    name: 'dom',
    read(): Promise<CartState | undefined> {
      const cart = readCart(document);
      if (outdated && JSON.stringify(cart) === outdated) return Promise.resolve(undefined);
      outdated = undefined;
      return Promise.resolve(cart);
    },
    async add({ form, quantity, submitter }, signal) {
      if (!form) throw cartError('variant-missing');
      const fields = form.elements.namedItem('quantity') ? { quantity: String(quantity) } : {};
      const shown = JSON.stringify(readCart(document));
      const answer = await postForm(
        fetch ?? ((url, init) => globalThis.fetch(url, init)),
        form,
        fields,
        signal,
        submitter,
      );
      outdated = shown;
      return readCart(await readPage(answer));
    },
    watch(changed) {
      const inCart = (node: Node | null) =>
        (node instanceof Element ? node : node?.parentElement)?.closest(selectors.cart) ?? null;
      const holds = (node: Node) =>
        node instanceof Element && (node.matches(selectors.cart) || !!node.querySelector(selectors.cart));
      const observer = new MutationObserver((records) => {
        if (records.some(({ target, addedNodes }) => inCart(target) || [...addedNodes].some(holds))) changed();
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['value'] });
      const left = ({ target }: Event) => void (inCart(target as Node) && changed());
      document.addEventListener('focusout', left);
      return () => {
        observer.disconnect();
        document.removeEventListener('focusout', left);
      };
    },
  };
}
