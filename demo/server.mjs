// @ts-check
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findCategory, findOffer, findProduct, offerOf, shop } from './catalog.mjs';
import { turnDay } from './day.mjs';
import { createIncentives, idOf, words } from './incentives.mjs';
import { directionOf, readLanguage } from './languages.mjs';
import { createLetters, thanks } from './letters.mjs';
import { escapeHtml, html } from './html.mjs';
import { add } from './money.mjs';
import { accountPage } from './pages/account.mjs';
import { cartPage } from './pages/cart.mjs';
import { categoryPage, searchPage } from './pages/category.mjs';
import { addressOf, checkAddress, checkoutPage, thanksPage } from './pages/checkout.mjs';
import { home } from './pages/home.mjs';
import { findArticle, journalPage } from './pages/journal.mjs';
import { layout } from './pages/layout.mjs';
import { missingPage, privacyPage, troublePage, wishlistPage } from './pages/plain.mjs';
import { patternPage, POT_HOLDER } from './pages/pattern.mjs';
import { productPage } from './pages/product.mjs';
import { picture } from './pictures/index.mjs';
import { takeReview } from './reviews.mjs';
import { play } from './scripted-addresses.mjs';
import { sendFilm } from './send-film.mjs';
import { createSessions, lineKey, MAX_QUANTITY, priceCart } from './sessions.mjs';
import { availabilityName, picturePath, productPath } from './structured-data.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('./pages/layout.mjs').Context} Context */
/** @typedef {import('./pages/layout.mjs').Page} Page */
/** @typedef {import('./incentives.mjs').Reason} Reason */
/** @typedef {{ status?: number, page?: Page, to?: string, data?: unknown, file?: [name: string, type: string, text: string], waitMs?: number, drop?: boolean }} Answer */

const MAX_BODY_BYTES = 64 * 1024;
/** A review may bring a photo. */
const MAX_PHOTO_BYTES = 6 * 1024 * 1024;
const here = fileURLToPath(new URL('.', import.meta.url));

/** Where the players of linked videos come from: what `<cue-video>` needs in a policy, and only where a page links to one. */
const players = 'https://www.youtube-nocookie.com https://player.vimeo.com';

/** Static files by address: a closed list, so that no path can climb out of it. */
const files = /** @type {Record<string, [file: string, type: string]>} */ ({
  '/assets/shop.css': ['public/shop.css', 'text/css; charset=utf-8'],
  '/assets/panel.css': ['public/panel.css', 'text/css; charset=utf-8'],
  '/assets/shop.js': ['public/shop.js', 'text/javascript; charset=utf-8'],
  '/assets/cart.js': ['public/cart.js', 'text/javascript; charset=utf-8'],
  '/assets/prompts.js': ['public/prompts.js', 'text/javascript; charset=utf-8'],
  '/assets/ahead.js': ['public/ahead.js', 'text/javascript; charset=utf-8'],
  '/assets/panel.js': ['public/panel.js', 'text/javascript; charset=utf-8'],
  '/favicon.svg': ['public/favicon.svg', 'image/svg+xml'],
  '/favicon.ico': ['public/favicon.svg', 'image/svg+xml'],
  '/embed/': ['embed/index.html', 'text/html; charset=utf-8'],
  '/embed/campaigns.html': ['embed/campaigns.html', 'text/html; charset=utf-8'],
  '/embed/cue-add-to-cart.html': ['embed/cue-add-to-cart.html', 'text/html; charset=utf-8'],
  '/embed/cue-campaign.html': ['embed/cue-campaign.html', 'text/html; charset=utf-8'],
  '/embed/cue-cart-progress.html': ['embed/cue-cart-progress.html', 'text/html; charset=utf-8'],
  '/embed/cue-countdown.html': ['embed/cue-countdown.html', 'text/html; charset=utf-8'],
  '/embed/cue-gate.html': ['embed/cue-gate.html', 'text/html; charset=utf-8'],
  '/embed/cue-incentive.html': ['embed/cue-incentive.html', 'text/html; charset=utf-8'],
  '/embed/cue-newsletter.html': ['embed/cue-newsletter.html', 'text/html; charset=utf-8'],
  '/embed/cue-preferences.html': ['embed/cue-preferences.html', 'text/html; charset=utf-8'],
  '/embed/cue-product.html': ['embed/cue-product.html', 'text/html; charset=utf-8'],
  '/embed/cue-prompt.html': ['embed/cue-prompt.html', 'text/html; charset=utf-8'],
  '/embed/cue-recently-viewed.html': ['embed/cue-recently-viewed.html', 'text/html; charset=utf-8'],
  '/embed/cue-related.html': ['embed/cue-related.html', 'text/html; charset=utf-8'],
  '/embed/cue-review.html': ['embed/cue-review.html', 'text/html; charset=utf-8'],
  '/embed/cue-share-button.html': ['embed/cue-share-button.html', 'text/html; charset=utf-8'],
  '/embed/cue-sign-up.html': ['embed/cue-sign-up.html', 'text/html; charset=utf-8'],
  '/embed/cue-stock-alert.html': ['embed/cue-stock-alert.html', 'text/html; charset=utf-8'],
  '/embed/cue-video.html': ['embed/cue-video.html', 'text/html; charset=utf-8'],
  '/related/manifest.json': ['related/manifest.json', 'application/json; charset=utf-8'],
  '/embed/cue-wishlist-button.html': ['embed/cue-wishlist-button.html', 'text/html; charset=utf-8'],
  '/embed/cue-wishlist.html': ['embed/cue-wishlist.html', 'text/html; charset=utf-8'],
});

class BadRequest extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @param {Request} request @returns {Promise<Record<string, string>>} */
async function readForm(request) {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
  const withFiles = type === 'multipart/form-data';
  if (!withFiles && type !== 'application/x-www-form-urlencoded' && type !== 'application/json')
    throw new BadRequest(415, 'Send a form (application/x-www-form-urlencoded) or application/json.');
  /** @type {Buffer[]} */
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > (withFiles ? MAX_PHOTO_BYTES : MAX_BODY_BYTES))
      throw new BadRequest(413, 'That is more than this shop can carry.');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (withFiles) {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const data = await new Response(body, { headers }).formData().catch(() => {
      throw new BadRequest(400, 'That is no form.');
    });
    return Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
  }
  const text = body.toString('utf8');
  if (type !== 'application/json') return Object.fromEntries(new URLSearchParams(text));
  try {
    const data = JSON.parse(text);
    return Object.fromEntries(Object.entries(Object(data)).map(([key, value]) => [key, String(value)]));
  } catch {
    throw new BadRequest(400, 'That is not JSON.');
  }
}

/** @param {string | undefined} header @returns {Record<string, string>} */
const readCookies = (header) =>
  Object.fromEntries(
    (header ?? '').split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
    }),
  );

/** A whole number from a form; anything else is a clear refusal. @param {string | undefined} text @param {number} least */
function readQuantity(text, least) {
  const quantity = Number(text ?? '1');
  if (!/^\d+$/.test((text ?? '1').trim()) || quantity < least || quantity > MAX_QUANTITY)
    throw new BadRequest(422, `How many? A whole number from ${least} to ${MAX_QUANTITY}, please.`);
  return quantity;
}

/**
 * The shop as a connect-style middleware: it answers its own addresses and passes on everything that begins with
 * `/kit/`, `/src/`, `/node_modules/` or `/@`.
 * @param {object} [options]
 * @param {boolean} [options.csp]     send the strict policy, with a nonce on every script and style
 * @param {boolean} [options.live]    put Vite's client on the pages
 * @param {boolean} [options.records] `/kit/index.js` exists
 * @param {object} [options.prompts] the shop speaks up by itself, with the numbers of these manners
 * @param {() => number} [options.now] the shop's clock, by which incentives end
 */
export function createShop({ csp = false, live = false, records = false, prompts, now = Date.now } = {}) {
  const sessions = createSessions();
  const incentives = createIncentives({ now });
  const letters = createLetters();

  /** What was taken into the basket some time ago may have ended since, or be too much for what is left in it. @param {Context['session']} session */
  async function settleIncentive(session) {
    if (!session.incentive) return;
    const checked = await incentives.check(session.incentive.text, priceCart(session).goods);
    if (!('reason' in checked)) return;
    session.refused = { id: session.incentive.id, reason: checked.reason };
    session.notice = words[checked.reason];
    session.incentive = undefined;
  }

  /** @type {Record<string, (context: Context, form: Record<string, string>) => Answer | Promise<Answer>>} */
  const actions = {
    async '/cart/code'({ session }, form) {
      const text = (form.code ?? '').trim().slice(0, 2000);
      session.refused = undefined;
      if (!text) {
        session.incentive = undefined;
        session.notice = 'Taken out. The code is still yours.';
        return { to: '/cart', data: { outcome: 'unknown' } };
      }
      // What was signed is taken as it came; codes may be typed in small letters.
      const given = text.includes('.') ? text : text.toUpperCase();
      const checked = await incentives.check(given, priceCart(session).goods);
      const { reason, id } = /** @type {{ reason?: Reason, id?: string }} */ (checked);
      const outcome = reason ?? (session.incentive && session.incentive.text !== given ? 'stacking' : 'applied');
      session.notice = words[outcome];
      if (outcome === 'applied' && id) session.incentive = { id, text: given };
      else session.refused = { id: idOf(given), reason: outcome };
      return { to: '/cart', data: { outcome } };
    },
    // Only who has signed up, or has something in the basket, gets one: the page's word for it would not do.
    '/incentives/reserve'({ session }, { id, token }) {
      const may = id === 'WELCOME' ? session.letters : id === 'BASKET' && session.cart.size > 0;
      return may && id && token
        ? { data: incentives.reserve(id, token) }
        : { status: 403, data: { reason: 'unknown' } };
    },
    '/incentives/release': (_, { id = '', token = '' }) =>
      incentives.hasPool(id) ? { data: incentives.release(id, token) } : { status: 404, data: { reason: 'unknown' } },
    async '/incentives/offer'({ session: { account } }, { id, token }) {
      if (!account || id !== 'DELIVERY' || !token) return { status: 403, data: { reason: 'unknown' } };
      // One for each account, whatever browser asks.
      account.offered ??= token;
      return { data: account.offered === token ? await incentives.offer(token) : { reason: 'gone' } };
    },
    '/cart/add'({ session }, form) {
      const product = findProduct(form.slug ?? '');
      if (!product) throw new BadRequest(404, 'We do not know that product. It may have been renamed.');
      const variant = product.variants.length ? product.variants.find(({ key }) => key === form.variant) : undefined;
      if (product.variants.length && !variant)
        throw new BadRequest(422, `${product.name}: choose a ${(product.option ?? 'variant').toLowerCase()} first.`);
      const name = variant ? `${product.name}, ${variant.label}` : product.name;
      if (offerOf(product, variant).availability === 'out') throw new BadRequest(409, `${name} is sold out.`);
      const quantity = readQuantity(form.quantity, 1);
      const key = lineKey(product.slug, variant?.key);
      const had = session.cart.get(key)?.quantity ?? 0;
      const now = Math.min(MAX_QUANTITY, had + quantity);
      session.cart.set(key, { slug: product.slug, variant: variant?.key, quantity: now });
      const short = now < had + quantity;
      session.notice = short ? `${name}: ${MAX_QUANTITY} is all we have on the shelf.` : `${name} is in your basket.`;
      return { to: '/cart', status: short ? 422 : 200 };
    },
    '/newsletter'(context, form) {
      const letter = letters.join(
        'newsletter',
        form.email,
        'The first letter comes on the first of the month.',
        html`<p><a href="${POT_HOLDER}">The pattern for a pot holder</a> is yours from now on.</p>`,
      );
      context.session.letters ||= letter.status === 200;
      context.session.reads ||= letter.status === 200 || letter.status === 409;
      return inLanguage(context, letter);
    },
    '/alerts'(context, form) {
      const found = findOffer(form.product ?? '') ?? findOffer(form.sku ?? '');
      if (!found) throw new BadRequest(404, 'We do not know that product. It may have been renamed.');
      const name = found.product.name;
      const list = `${form.kind} ${form.product ?? form.sku}`;
      return inLanguage(
        context,
        letters.join(list, form.email, `We write to you once about ${name}, and never again.`),
      );
    },
    '/reviews': ({ session }, form) => takeReview(session, form, troublePage),
    '/day'(_, form) {
      turnDay(form.day === 'tomorrow');
      return { to: /^\/(?!\/)/.test(form.back ?? '') ? form.back : '/' };
    },
    '/cart/update'({ session }, form) {
      const line = session.cart.get(form.key ?? '');
      if (!line) throw new BadRequest(404, 'That is not in your basket any more.');
      const quantity = readQuantity(form.quantity, 0);
      if (quantity === 0) session.cart.delete(form.key ?? '');
      else line.quantity = quantity;
      session.notice = quantity === 0 ? 'Taken out.' : `${findProduct(line.slug)?.name}: ${quantity}.`;
      return { to: '/cart' };
    },
    '/cart/remove'({ session }, form) {
      const line = session.cart.get(form.key ?? '');
      session.cart.delete(form.key ?? '');
      session.notice = line
        ? `${findProduct(line.slug)?.name} is back on the shelf.`
        : 'That was not in your basket any more.';
      return { to: '/cart' };
    },
    async '/checkout'(context, form) {
      if (context.session.cart.size === 0) return { to: '/cart' };
      const complaints = checkAddress(form);
      if (Object.keys(complaints).length)
        return { status: 422, page: checkoutPage(context, { values: addressOf(form), complaints }) };
      const { incentive } = context.session;
      const order = sessions.placeOrder(context.session, addressOf(form));
      if (incentive) await incentives.redeem(incentive.text);
      return { to: `/thank-you?order=${order.number}` };
    },
    '/account/sign-up'(context, form) {
      const email = (form.email ?? '').trim().slice(0, 120);
      const name = (form.name ?? '').trim().slice(0, 80);
      const password = form.password ?? '';
      const complaint = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
        ? 'That does not look like an e-mail address.'
        : !name
          ? 'What shall we call you?'
          : password.length < 8 || password.length > 120
            ? 'A password has at least eight signs.'
            : undefined;
      const played = complaint ? undefined : play(email.toLowerCase());
      if (played?.drop) return { drop: true };
      if (played?.status && played.message) {
        const { status, code, message } = played;
        const page =
          status < 300
            ? thanks('Nearly there', message)
            : accountPage(context, { form: 'sign-up', complaint: message, email, name });
        return { status, page, data: { status: code, message } };
      }
      const account = complaint || played?.status ? undefined : sessions.signUp(email, name, password);
      if (!account) {
        const problem = complaint ?? 'There is an account with that address already. Sign in instead?';
        return {
          status: 422,
          page: accountPage(context, { form: 'sign-up', complaint: problem, email, name }),
          ...(complaint
            ? { data: { status: 'refused', message: problem } }
            : inLanguage(context, { data: { status: 'already', message: problem } })),
        };
      }
      account.orders.push(...context.session.orders);
      context.session.account = account;
      context.session.notice = `Welcome, ${name}.`;
      return {
        to: '/account',
        data: { status: 'ok', redirect: '/account' },
        ...(played?.waitMs && { waitMs: played.waitMs }),
      };
    },
    '/account/sign-in'(context, form) {
      const email = (form.email ?? '').trim().slice(0, 120);
      const account = sessions.signIn(email, (form.password ?? '').slice(0, 120));
      if (!account)
        return {
          status: 422,
          page: accountPage(context, { form: 'sign-in', complaint: 'Address and password do not go together.', email }),
        };
      context.session.account = account;
      context.session.notice = 'Good to see you.';
      return { to: '/account' };
    },
    '/account/sign-out'({ session }) {
      session.account = undefined;
      session.orders = [];
      session.notice = 'Signed out.';
      return { to: '/account' };
    },
  };

  /** @param {Context} context @returns {Answer} */
  function show(context) {
    const { pathname, searchParams } = context.url;
    const [, room = '', slug = '', ...more] = pathname.split('/');
    if (more.length === 0) {
      if (pathname === '/') return { page: home(context) };
      if (pathname === '/search') return { page: searchPage(context) };
      if (pathname === '/cart') return { page: cartPage(context), data: cartData(context.session) };
      // What is behind the gate on a page: here, and not in the page.
      if (pathname === '/incentives/guide') {
        const reader = context.session.letters;
        return {
          page: troublePage('The teapot guide', reader ? guide.text.join(' ') : 'It goes to who reads our letters.'),
          data: reader ? guide : { reason: 'unknown' },
        };
      }
      const pattern = room === 'guides' && (slug === 'pot-holder' || slug === 'pot-holder.svg');
      if (pattern) return patternPage(context, slug);
      if (pathname === '/wishlist') return { page: wishlistPage(), data: productsNow(searchParams.getAll('id')) };
      if (pathname === '/account') return { page: accountPage(context) };
      if (pathname === '/privacy') return { page: privacyPage() };
      if (pathname === '/checkout')
        return context.session.cart.size ? { page: checkoutPage(context) } : { to: '/cart' };
      if (pathname === '/thank-you') {
        const number = searchParams.get('order');
        const order = [...context.session.orders, ...(context.session.account?.orders ?? [])].find(
          (each) => each.number === number,
        );
        return order ? { page: thanksPage(order) } : { to: '/' };
      }
      const category = room === 'category' ? findCategory(slug) : undefined;
      if (category) return { page: categoryPage(context, category) };
      const product = room === 'product' ? findProduct(slug) : undefined;
      if (product) return { page: productPage(context, product) };
      const article = room === 'journal' ? findArticle(slug) : undefined;
      if (article) return { page: journalPage(context, article) };
    }
    return { status: 404, page: missingPage() };
  }

  /** @param {Request} request @param {Response} response @param {URL} url */
  async function answer(request, response, url) {
    const cookies = readCookies(request.headers.cookie);
    const session = sessions.read(cookies.sid);
    await settleIncentive(session);
    const nonce = csp ? randomBytes(16).toString('base64') : '';
    const wantsJson = (request.headers.accept ?? '').split(',')[0]?.trim() === 'application/json';

    const theme = url.searchParams.get('theme') ?? cookies.theme;
    const asked = readLanguage(url.searchParams.get('lang'));
    const lang = asked ?? readLanguage(cookies.lang) ?? 'en';
    // A language brings its own direction.
    const dir = url.searchParams.get('dir') ?? (asked ? directionOf(asked) : cookies.dir);
    const setCookies = Object.entries({
      theme: url.searchParams.get('theme'),
      lang: asked,
      dir: asked || url.searchParams.has('dir') ? dir : '',
      ahead: url.searchParams.get('ahead'),
    })
      .filter(([, value]) => /^(auto|light|dark|ltr|rtl|[a-z]{2}|\d)$/.test(value ?? ''))
      .map(([name, value]) => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`);

    /** @type {Context} */
    const context = {
      origin: url.origin,
      url,
      nonce,
      lang,
      dir: dir === 'rtl' ? 'rtl' : 'ltr',
      theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
      session,
      cartCount: priceCart(session).count,
      notice: undefined,
      live: live && !csp,
      records,
      prompts,
      daysAhead: prompts ? Number(url.searchParams.get('ahead') ?? cookies.ahead) || 0 : 0,
    };

    /** @type {Answer} */
    let result;
    if (request.method === 'POST') {
      const action = actions[url.pathname];
      try {
        if (!action) throw new BadRequest(404, 'There is no such counter in this shop.');
        const { origin } = request.headers;
        if (origin && origin !== 'null' && new URL(origin).host !== request.headers.host)
          throw new BadRequest(403, 'This form was sent from another shop.');
        result = await action(context, await readForm(request));
        if (result.drop) return request.socket.destroy();
        if (result.waitMs) await new Promise((resolve) => setTimeout(resolve, result.waitMs));
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        result = {
          status: error.status,
          page: troublePage('That did not work', error.message),
          data: { error: error.message },
        };
      }
      setCookies.push(`sid=${sessions.keep(session)}; Path=/; HttpOnly; SameSite=Lax`);
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      if (!wantsJson && session.notice) {
        context.notice = session.notice;
        session.notice = undefined;
      }
      result = show(context);
      if (wantsJson && Object(result.data).reason) result.status = 403;
      // Said once, to a person: the basket may be another one by the next time.
      if (!wantsJson && url.pathname === '/cart') session.refused = undefined;
    } else {
      response.setHeader('Allow', 'GET, HEAD, POST');
      result = { status: 405, page: troublePage('Not like that', 'This shop understands GET and POST.') };
    }

    if (setCookies.length) response.setHeader('Set-Cookie', setCookies);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Vary', 'Accept, Cookie');
    secure(response, nonce);
    if (wantsJson && (request.method === 'POST' || result.data)) {
      const data = result.data ?? { ...cartData(session), notice: session.notice };
      if (!result.data) session.notice = undefined;
      return send(
        response,
        result.page && !result.data ? 422 : (result.status ?? 200),
        'application/json; charset=utf-8',
        JSON.stringify(data),
      );
    }
    if (result.to) {
      response.setHeader('Location', result.to);
      return send(response, 303, 'text/plain; charset=utf-8', `See ${result.to}`);
    }
    if (result.file) {
      const [name, type, text] = result.file;
      response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
      return send(response, 200, type, text);
    }
    const page = /** @type {Page} */ (result.page);
    return send(
      response,
      result.status ?? 200,
      'text/html; charset=utf-8',
      layout({ ...context, cartCount: priceCart(session).count }, page),
    );
  }

  /** @param {Response} response @param {string} nonce */
  function secure(response, nonce) {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    if (nonce)
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'nonce-${nonce}'; connect-src 'self'; img-src 'self'; media-src 'self'; frame-src ${players}; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'`,
      );
  }

  /** @param {Request} request @param {Response} response @param {(error?: unknown) => void} next */
  return function shopMiddleware(request, response, next) {
    let url;
    try {
      url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    } catch {
      return send(response, 400, 'text/plain; charset=utf-8', 'That address cannot be read.');
    }
    const { pathname } = url;
    if (/^\/(kit|src|node_modules|@)/.test(pathname)) return next();
    const file = files[pathname === '/embed' || pathname === '/embed/index.html' ? '/embed/' : pathname];
    const nothing = (/** @type {string} */ words) => send(response, 404, 'text/plain; charset=utf-8', words);
    const work = pathname.startsWith('/film/')
      ? sendFilm(request, response, pathname.slice('/film/'.length)).then((sent) => sent || nothing('No such film.'))
      : pathname.startsWith('/pictures/')
        ? Promise.resolve(picture(pathname.slice('/pictures/'.length))).then((svg) =>
            svg === undefined
              ? nothing('No such picture.')
              : send(response, 200, 'image/svg+xml', svg, live ? 'no-cache' : 'public, max-age=3600'),
          )
        : file
          ? readFile(here + file[0], 'utf8').then((text) => send(response, 200, file[1], text, 'no-cache'))
          : answer(request, response, url);
    work.catch((error) => {
      if (response.headersSent) return response.destroy();
      console.error(error);
      send(
        response,
        500,
        'text/html; charset=utf-8',
        `<!doctype html><title>Something broke</title><p>Something broke: ${escapeHtml(error?.message ?? error)}</p>`,
      );
    });
  };
}

/** The shop answers in English only: where that is not spoken, its widgets say it by themselves. @param {Context} context @param {Answer} answer @returns {Answer} */
const inLanguage = ({ lang }, answer) =>
  lang === 'en' || !answer.data ? answer : { ...answer, data: { ...answer.data, message: undefined } };

/** What products are now, for a list that was made some time ago. @param {string[]} skus */
const productsNow = (skus) =>
  skus.slice(0, 100).flatMap((sku) => {
    const found = findOffer(sku);
    if (!found) return [];
    const { product, variant } = found;
    const { price, listPrice, availability } = offerOf(product, variant);
    return {
      ...{ id: sku, name: product.name, price, currency: shop.currency, availability: availabilityName(availability) },
      url: productPath(product, variant),
      image: picturePath(product, variant),
      ...(listPrice !== undefined && { listPrice }),
    };
  });

/** For who reads the shop's letters. */
const guide = {
  title: 'The teapot guide',
  text: ['Rinse the pot with hot water first.', 'A spoon for each cup, three minutes, and no one in a hurry.'],
  link: { url: '/product/lean-to-teapot', label: 'The pot that we use' },
};

/** What a script needs to know about the cart. @param {import('./sessions.mjs').Session} session */
function cartData(session) {
  const cart = priceCart(session);
  return {
    count: cart.count,
    currency: shop.currency,
    goods: add(cart.goods, -cart.discount),
    shipping: cart.shipping,
    total: cart.total,
    lines: cart.lines.map((line) => ({
      key: line.key,
      sku: (line.variant ?? line.product).sku,
      image: picturePath(line.product, line.variant),
      name: line.product.name,
      variant: line.variant?.label,
      url: productPath(line.product, line.variant),
      price: line.price,
      quantity: line.quantity,
      total: line.total,
    })),
  };
}

/** @param {Response} response @param {number} status @param {string} type @param {string} body @param {string} [cache] */
function send(response, status, type, body, cache) {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  if (cache) response.setHeader('Cache-Control', cache);
  response.end(response.req?.method === 'HEAD' ? undefined : body);
}
