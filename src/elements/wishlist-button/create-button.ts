const SVG = 'http://www.w3.org/2000/svg';

let pattern: HTMLButtonElement | undefined;

/** A heart, and room for a label: made once, then copied. */
export function createButton(): HTMLButtonElement {
  pattern ??= createPattern();
  return pattern.cloneNode(true) as HTMLButtonElement;
}

function createPattern(): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'root';
  button.part.value = 'button';
  button.type = 'button';
  const icon = document.createElement('slot');
  icon.name = 'icon';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute(
    'd',
    'M12 20.7C5.6 15.6 2.8 12.3 2.8 8.7a4.9 4.9 0 0 1 9.2-2.3 4.9 4.9 0 0 1 9.2 2.3c0 3.6-2.8 6.9-9.2 12Z',
  );
  svg.append(path);
  icon.append(svg);
  button.append(icon, document.createElement('slot'));
  return button;
}
