// @ts-check
// The shop's own script: what is shown follows the chosen variant.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-add]'));

const words = /** @type {Record<string, string>} */ ({
  'in-stock': 'On the shelf, leaves us tomorrow',
  low: 'Only a few left',
  out: 'Sold out for now',
  preorder: 'Preorder: made for you, see below',
});

form?.addEventListener('change', (event) => {
  const pick = /** @type {HTMLInputElement} */ (event.target);
  if (pick.name !== 'variant') return;
  const { priceWords = '', listWords, availability = 'in-stock', availabilityName = 'InStock' } = pick.dataset;
  const price = document.querySelector('[data-price] .price');
  if (price) {
    const part = (/** @type {string} */ tag, /** @type {string} */ text, className = '') => {
      const element = document.createElement(tag);
      element.textContent = text;
      if (className) element.className = className;
      return element;
    };
    if (listWords)
      price.replaceChildren(
        part('span', 'Now ', 'hush'),
        part('ins', priceWords),
        ' ',
        part('span', 'before ', 'hush'),
        part('del', listWords),
      );
    else price.replaceChildren(priceWords);
  }
  const stock = form.querySelector('[data-stock]');
  if (stock) {
    stock.textContent = words[availability] ?? '';
    stock.className = `stock stock-${availability}`;
  }
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[data-add-button]'));
  button.disabled = availability === 'out';
  button.textContent = availability === 'out' ? 'Sold out' : availability === 'preorder' ? 'Preorder' : 'Add to basket';
  document.querySelector('cue-stock-alert')?.setAttribute('availability', availabilityName);
  for (const image of /** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll('.gallery [data-view]'))) {
    const source = pick.dataset[image.dataset.view ?? ''];
    if (source && !image.src.endsWith(source)) image.src = source;
  }
  const number = document.querySelector('dd[data-sku]');
  if (number && pick.dataset.sku) number.textContent = pick.dataset.sku;
  const address = new URL(location.href);
  address.searchParams.set('variant', pick.value);
  history.replaceState(history.state, '', address);
});

export {};
