import type { Availability } from '../events/product.js';

const buys = /add.{0,9}(cart|basket|bag|trolley)|(cart|basket|trolley).?add|buy.?now|tocart/i;
const other = /wish|favou?rite|compare|registry|save/i;

/** All that an element's attributes say: shops put the telling name in any of them. */
const tag = (element: Element | null): string =>
  Array.from(element?.attributes ?? [], ({ name, value }) => ` ${name}="${value}"`).join('');

const hidden = (element: Element): boolean => Boolean(element.closest('[hidden],[style*=none]'));

const soldOut = /(^|[\s"])(is-)?(out[-_]?of[-_]?stock|sold[-_]?out)["\s]/i;

/**
 * Whether the product can be bought, by the page's own controls: the ones that stand next to the heading, enabled and
 * named as carts are named in code. A disabled one proves nothing, it may wait for a size.
 */
export function readPurchaseState(document: Document): Availability | undefined {
  const heading = document.querySelector('h1');
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'button,input[type=submit],input[type=button],a[class*=cart],a[class*=Cart],a[class*=buy],a[class*=basket],a[href*=addtocart]',
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
    '[class*=tock],[id*=tock],[class*=old-],[class*=oldout],[class*=oldOut]',
  ))
    if (soldOut.test(tag(element)) && !hidden(element) && !element.closest('a,li,label,button,select'))
      return 'OutOfStock';
  return;
}
