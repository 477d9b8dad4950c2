import { expect } from 'chai';
import { tellFailure } from '../../../src/elements/internal/tell-failure.js';
import { stage } from '../mount.js';

function buttonInShadow(markup = '<button>press</button>'): HTMLButtonElement {
  const host = stage.appendChild(document.createElement('div'));
  host.attachShadow({ mode: 'open' }).innerHTML = markup;
  return host.shadowRoot!.querySelector('button')!;
}

const tips = (button: Element): HTMLElement[] => [
  ...(button.getRootNode() as ShadowRoot).querySelectorAll<HTMLElement>('.failure'),
];

describe('tellFailure', () => {
  it('says it in a live region that is there, and empty, before', async () => {
    const button = buttonInShadow();
    const told = tellFailure(button, 'No luck.');
    const [tip] = tips(button);
    expect([tip!.getAttribute('role'), tip!.textContent, tip!.matches(':popover-open')]).to.deep.equal([
      'status',
      '',
      true,
    ]);
    await told;
    expect(tip!.textContent).to.equal('No luck.');
    const { right, bottom } = tip!.getBoundingClientRect();
    expect(right).to.be.at.most(innerWidth);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('stands until the button is pressed again', async () => {
    const button = buttonInShadow();
    await tellFailure(button, 'No luck.');
    button.click();
    expect(tips(button)).to.have.length(0);
    await tellFailure(button, 'No luck again.');
    expect(tips(button).map(({ textContent }) => textContent)).to.deep.equal(['No luck again.']);
    button.click();
  });

  it('stands inside a modal dialog, which hides what is outside of it', async () => {
    const button = buttonInShadow('<dialog><button>press</button></dialog>');
    const dialog = button.closest('dialog')!;
    dialog.showModal();
    await tellFailure(button, 'No luck.');
    expect(dialog.contains(tips(button)[0]!)).to.equal(true);
    button.click();
    dialog.close();
  });

  it('says nothing of a button that is gone', async () => {
    const button = buttonInShadow();
    (button.getRootNode() as ShadowRoot).host.remove();
    await tellFailure(button, 'No luck.');
    await tellFailure(undefined, 'No luck.');
    expect(tips(button)).to.have.length(0);
  });
});
