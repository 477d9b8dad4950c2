// @ts-check
// The shop's own script. Every form works without it; it only saves a page load and says aloud what happened.

const say = (/** @type {string} */ text) => {
  const voice = document.querySelector('[data-announce]');
  if (!voice) return;
  voice.textContent = '';
  // Emptied first, so that the same sentence twice is read twice.
  requestAnimationFrame(() => (voice.textContent = text));
};

const showCount = (/** @type {number} */ count) => {
  const badge = document.querySelector('[data-cart-count]');
  if (!badge) return;
  badge.textContent = String(count);
  badge.toggleAttribute('data-empty', count === 0);
};

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-add]'));

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[data-add-button]'));
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  let answer;
  try {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) fields.append(name, String(value));
    answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body: fields });
    const data = await answer.json();
    if (answer.ok) {
      showCount(data.count);
      say(data.notice);
      showAdded(data.notice);
    } else showAdded(data.error, true);
  } catch {
    // The network or the server had a bad moment: let the browser send the form and show what comes.
    form.submit();
  } finally {
    button.removeAttribute('aria-busy');
  }
});

/** A line under the form with the way to the basket. @param {string} text @param {boolean} [trouble] */
function showAdded(text, trouble = false) {
  form?.querySelector('.added')?.remove();
  const line = document.createElement('p');
  line.className = 'added';
  if (trouble) line.setAttribute('role', 'alert');
  line.append(`${text} `);
  if (!trouble) {
    const link = document.createElement('a');
    link.href = '/cart';
    link.textContent = 'See the basket';
    line.append(link);
  }
  form?.append(line);
}

const words = /** @type {Record<string, string>} */ ({
  'in-stock': 'On the shelf, leaves us tomorrow',
  low: 'Only a few left',
  out: 'Sold out for now',
  preorder: 'Preorder: made for you, see below',
});

form?.addEventListener('change', (event) => {
  const pick = /** @type {HTMLInputElement} */ (event.target);
  if (pick.name !== 'variant') return;
  form.querySelector('.added')?.remove();
  const { priceWords = '', listWords, availability = 'in-stock' } = pick.dataset;
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

// A page from the back/forward cache shows the basket as it was then.
addEventListener('pageshow', async (event) => {
  if (!event.persisted) return;
  const answer = await fetch('/cart', { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (answer?.ok) showCount((await answer.json()).count);
});

export {};
