import { css } from '@lit/reactive-element/css-tag.js';
import type { PhotoWords } from './photo-controller.js';
import { styleTree } from './style-tree.js';

/** What stands beneath a field for photos. */
export interface ShownPhoto {
  /** To be called when something was chosen. */
  update(): void;
  /** Takes it away; what was chosen stays chosen. */
  end(): void;
}

const MEGABYTE = 1_000_000;

const styles = css`
  [data-cue='chosen-photo'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    overflow-wrap: anywhere;
  }
  [data-cue='chosen-photo'] img {
    block-size: 72px;
    border-radius: var(--cue-radius, 8px);
    inline-size: 72px;
    object-fit: cover;
  }
  [data-cue='chosen-photo'] [role='status'] {
    color: #b3261e;
    margin: 0;
  }
  [data-cue='chosen-photo'] [role='status']:empty {
    display: none;
  }
  @supports (color: light-dark(red, red)) {
    [data-cue='chosen-photo'] [role='status'] {
      color: light-dark(#b3261e, #ff8a80);
    }
  }
  [data-cue='chosen-photo'] button {
    appearance: none;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-block-size: 44px;
    padding: 0;
    text-decoration: underline;
  }
`;

/**
 * Shows the photos that are chosen in a field, with a way to take them back, and takes back by itself what is too large or no
 * photo. Where the page's policy lets no picture be shown, or the browser cannot, the file's name has to do.
 */
export function showPhoto(field: HTMLInputElement, { say, most }: PhotoWords): ShownPhoto {
  styleTree(field, styles);
  const place = document.createElement('div');
  place.dataset.cue = 'chosen-photo';
  const trouble = document.createElement('p');
  trouble.setAttribute('role', 'status');
  const remove = document.createElement('button');
  remove.type = 'button';
  place.append(trouble);
  // Not into the label around the field, which presses of the button would reach.
  (field.closest('label') ?? field).after(place);
  let addresses: string[] = [];

  function clear(): void {
    for (const address of addresses) URL.revokeObjectURL(address);
    addresses = [];
    place.replaceChildren(trouble);
  }

  function update(): void {
    clear();
    const files = [...(field.files ?? [])];
    const megabytes = most();
    const fault = files.some(({ size }) => size > megabytes * MEGABYTE)
      ? say('tooLarge', { size: megabytes })
      : files.some((file) => !isAccepted(file, field.accept))
        ? say('noPhoto')
        : '';
    trouble.textContent = fault;
    if (fault) field.value = '';
    if (fault || !files.length) return;
    remove.textContent = say('remove');
    place.append(...files.map(pictureOf), remove);
  }

  function pictureOf(file: File): Element {
    const picture = document.createElement('img');
    const address = URL.createObjectURL(file);
    addresses.push(address);
    picture.alt = file.name;
    picture.onerror = () => picture.replaceWith(file.name);
    picture.src = address;
    return picture;
  }

  remove.addEventListener('click', () => {
    field.value = '';
    clear();
    field.focus();
  });

  return {
    update,
    end() {
      clear();
      place.remove();
    },
  };
}

/** As the field's `accept` says it; a photo in any case. */
function isAccepted({ name, type }: File, accept: string): boolean {
  const tokens = accept
    .toLowerCase()
    .split(',')
    .flatMap((token) => token.trim() || []);
  const isListed = tokens.some((token) =>
    token.startsWith('.')
      ? name.toLowerCase().endsWith(token)
      : token.endsWith('/*')
        ? type.startsWith(token.slice(0, -1))
        : type === token,
  );
  return type.startsWith('image/') && (isListed || !tokens.length);
}
