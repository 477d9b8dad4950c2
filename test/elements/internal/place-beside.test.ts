import { expect } from 'chai';
import { placeBeside } from '../../../src/elements/internal/place-beside.js';
import { stage, until } from '../mount.js';

function anchorAndPanel(place: string): [HTMLElement, HTMLElement] {
  stage.innerHTML = `<button style="position: fixed; ${place}">anchor</button>
    <div popover="manual" style="inset: auto; margin: 0; inline-size: 200px; block-size: 100px">panel</div>`;
  const [anchor, panel] = stage.children as unknown as [HTMLElement, HTMLElement];
  panel.showPopover();
  return [anchor, panel];
}

describe('placeBeside', () => {
  it('puts the panel under its anchor, with their ends in line', async () => {
    const [anchor, panel] = anchorAndPanel('inset: 50px auto auto 400px');
    const stop = await placeBeside(anchor, panel);
    await until('it is placed', () => 'placed' in panel.dataset);
    const [a, p] = [anchor.getBoundingClientRect(), panel.getBoundingClientRect()];
    expect(p.top).to.be.closeTo(a.bottom + 8, 1);
    expect(p.right).to.be.closeTo(a.right, 1);
    stop();
  });

  it('keeps it inside the window in every corner', async () => {
    for (const place of ['0 auto auto 0', '0 0 auto auto', 'auto 0 0 auto', 'auto auto 0 0']) {
      const [anchor, panel] = anchorAndPanel(`inset: ${place}`);
      const stop = await placeBeside(anchor, panel);
      await until('it is placed', () => 'placed' in panel.dataset);
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight], place).to.deep.equal(
        Array(4).fill(true),
      );
      stop();
    }
  });
});
