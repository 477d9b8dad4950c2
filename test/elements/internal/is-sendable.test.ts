import { expect } from 'chai';
import { isSendable } from '../../../src/elements/internal/is-sendable.js';

function form(attributes: string, button = ''): [HTMLFormElement, HTMLButtonElement] {
  const around = document.createElement('div');
  around.innerHTML = `<form ${attributes}><input name="action"><input name="target"><button ${button}></button></form>`;
  return [around.querySelector('form')!, around.querySelector('button')!];
}

describe('a form can be sent from here', () => {
  for (const [attributes, button] of [
    ['', ''],
    ['action="/cart/add" method="post"', 'name="add-to-cart" value="4"'],
    ['action="?add=1" target="_self"', ''],
  ] as const)
    it(`when it is <form ${attributes}> with <button ${button}>`, () => {
      expect(isSendable(...form(attributes, button))).to.equal(true);
    });

  for (const [attributes, button] of [
    ['action="https://pay.example/"', ''],
    ['action="http://["', ''],
    ['action="javascript:alert(1)"', ''],
    ['target="_blank"', ''],
    ['method="dialog"', ''],
    ['', 'formaction="/checkout"'],
    ['', 'formtarget="_blank"'],
    ['', 'formmethod="dialog"'],
    ['', 'name="checkout"'],
  ] as const)
    it(`but not when it is <form ${attributes}> with <button ${button}>`, () => {
      expect(isSendable(...form(attributes, button))).to.equal(false);
    });
});
