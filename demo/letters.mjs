// @ts-check
import { troublePage } from './pages/plain.mjs';
import { html } from './html.mjs';
import { play } from './scripted-addresses.mjs';

/**
 * @typedef {{ status?: number, page?: import('./pages/layout.mjs').Page, data?: unknown, waitMs?: number, drop?: boolean }} Letter
 * what comes back: a page for who has no scripts, data for who has; late, or not at all
 */

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** @param {string} title @param {string} message @param {import('./html.mjs').Html} [more] @returns {import('./pages/layout.mjs').Page} */
export const thanks = (title, message, more) => ({
  title,
  description: message,
  hidden: true,
  body: html`<header class="page-head">
    <h1>${title}</h1>
    <p>${message}</p>
    ${more ?? ''}
    <p><a class="button" href="/">To the shelves</a></p>
  </header>`,
});

/** What the shop has been asked to write about, in memory. */
export function createLetters() {
  /** @type {Map<string, Set<string>>} addresses by list */
  const lists = new Map();

  return {
    /**
     * Puts an address on a list.
     * @param {string} list @param {string | undefined} text the address @param {string} done what is said then
     * @param {import('./html.mjs').Html} [more] what comes with it, for who has no scripts @returns {Letter}
     */
    join(list, text, done, more) {
      const mail = (text ?? '').trim().toLowerCase().slice(0, 120);
      /** @param {number} status @param {string} code @param {string} message @returns {Letter} */
      const answer = (status, code, message) => ({
        status,
        data: { status: code, message },
        page: status < 300 ? thanks('Thank you', message, more) : troublePage('Not quite', message),
      });
      if (!address.test(mail)) return answer(422, 'invalid', 'An e-mail address looks like name@example.com.');
      const played = play(mail);
      if (played?.drop) return { drop: true };
      if (played?.status && played.message) return answer(played.status, String(played.code), played.message);
      const known = lists.get(list) ?? new Set();
      lists.set(list, known);
      if (played?.status || known.has(mail)) return answer(409, 'already', 'You are on that list already.');
      known.add(mail);
      return { ...answer(200, 'ok', done), ...(played?.waitMs && { waitMs: played.waitMs }) };
    },
  };
}
