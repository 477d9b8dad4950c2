import type { Availability } from '../events/product.js';

const buys = /add.{0,9}(cart|basket|bag|trolley)|(cart|basket|trolley).?add|buy.?now|tocart/i;
const other = /wish|favou?rite|compare|registry|save/i;

const tag = (element: Element | null): string => (element?.cloneNode() as Element | undefined)?.outerHTML ?? '';

const hidden = (element: Element): boolean =>
  Boolean(element.closest('[hidden],[style*="display:none"],[style*="display: none"]'));

const soldOut = /(^|[\s"])(is-)?(out[-_]?of[-_]?stock|sold[-_]?out)["\s]/i;

/**
 * Whether the product can be bought, by the page's own controls: the ones that stand next to the heading, enabled and
 * named as carts are named in code. A disabled one proves nothing, it may wait for a size.
 */
export function readPurchaseState(document: Document): Availability | undefined {
  const heading = document.querySelector('h1');
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'button,input[type=submit],input[type=button],a[class*=cart i],a[class*=buy i],a[class*=basket i],a[id*=cart i],a[href*=addtocart i]',
    ),
  ].filter((element) => {
    const own = tag(element);
    const text = own + (/submit/.test(own) ? tag(element.closest('form')) : '');
    return buys.test(text) && !other.test(own) && !hidden(element);
  });
  for (let around: Element | null = heading; around; around = around.parentElement) {
    const near = controls.filter((control) => around!.contains(control));
    if (!near.length) continue;
    if (near.length < 8 && near.some((control) => !/\sdisabled|class="[^"]*disabled/i.test(tag(control))))
      return 'InStock';
    return;
  }
  for (const element of document.querySelectorAll(
    '[class*=stock],[class*=Stock],[id*=Stock],[id*=stock],[class*=sold],[class*=Sold]',
  ))
    if (soldOut.test(tag(element)) && !hidden(element) && !element.closest('a,li,label,button,select'))
      return 'OutOfStock';
  return;
}
