import { expect } from 'chai';
import fc from 'fast-check';
import { html } from 'lit/html.js';
import { createRowItems } from '../../../src/elements/wishlist/arrange-rows.js';
import type { Row } from '../../../src/elements/wishlist/create-rows.js';

const row = (id: string): Row => ({ wish: { product: { id }, wished: true, changedAt: 0 } });
const template = ({ wish }: Row): unknown => html`<button>${wish.product.id}</button>`;

describe('the rows of a list', () => {
  it('are in the order of the wishes, one each, and none is made anew that stays', () => {
    const orders = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdef', '__proto__', '"]')), { maxLength: 6 });
    fc.assert(
      fc.property(orders, (lists) => {
        const list = document.createElement('ul');
        const arrange = createRowItems({});
        let before = new Map<string, Element>();
        for (const ids of lists) {
          arrange(list, ids.map(row), template);
          const items = [...list.children] as HTMLElement[];
          expect(items.map(({ dataset }) => dataset.id)).to.deep.equal(ids);
          expect(items.map(({ textContent }) => textContent)).to.deep.equal(ids);
          for (const item of items) {
            const known = before.get(item.dataset.id!);
            if (known) expect(item === known).to.equal(true);
          }
          before = new Map(items.map((item) => [item.dataset.id!, item]));
        }
      }),
    );
  });

  it('do not lose the focus when others go', () => {
    const list = document.createElement('ul');
    document.body.append(list);
    const arrange = createRowItems({});
    arrange(list, ['a', 'b', 'c'].map(row), template);
    const button = list.querySelectorAll('button')[1]!;
    button.focus();
    arrange(list, ['b', 'c'].map(row), template);
    arrange(list, ['new', 'b'].map(row), template);
    expect(document.activeElement === button).to.equal(true);
    list.remove();
  });

  it('are let go with their list', () => {
    const arrange = createRowItems({});
    const [one, other] = [document.createElement('ul'), document.createElement('ul')];
    arrange(one, [row('a')], template);
    const item = one.firstElementChild;
    arrange(null, [row('a')], template);
    arrange(other, [row('a')], template);
    expect(other.children).to.have.length(1);
    expect(other.firstElementChild === item).to.equal(false);
  });
});
