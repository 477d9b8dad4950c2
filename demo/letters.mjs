// @ts-check
import { troublePage } from './pages/plain.mjs';
import { html } from './html.mjs';

/**
 * @typedef {{ status?: number, page?: import('./pages/layout.mjs').Page, data?: unknown, waitMs?: number, drop?: boolean }} Letter
 * what comes back: a page for who has no scripts, data for who has; late, or not at all
 */

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Addresses that bring about what a real list does now and then, so that each state can be seen. */
export const scripted = {
  'already@example.com': 'is on the list already',
  'confirm@example.com': 'has to be confirmed by a link',
  'refuse@example.com': 'is refused',
  'busy@example.com': 'came too often',
  'slow@example.com': 'takes four seconds',
  'drop@example.com': 'gets no answer',
};

/** @param {string} title @param {string} message @returns {import('./pages/layout.mjs').Page} */
const thanks = (title, message) => ({
  title,
  description: message,
  hidden: true,
  body: html`<header class="page-head">
    <h1>${title}</h1>
    <p>${message}</p>
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
     * @param {string} list @param {string | undefined} text the address @param {string} done what is said then @returns {Letter}
     */
    join(list, text, done) {
      const mail = (text ?? '').trim().toLowerCase().slice(0, 120);
      /** @param {number} status @param {string} code @param {string} message @returns {Letter} */
      const answer = (status, code, message) => ({
        status,
        data: { status: code, message },
        page: status < 300 ? thanks('Thank you', message) : troublePage('Not quite', message),
      });
      if (!address.test(mail)) return answer(422, 'invalid', 'An e-mail address looks like name@example.com.');
      if (mail === 'refuse@example.com') return answer(422, 'refused', 'Letters to that address come back to us.');
      if (mail === 'busy@example.com') return { ...answer(429, 'busy', 'Once more in a minute, please.') };
      if (mail === 'confirm@example.com')
        return answer(202, 'pending', 'We have sent you a link: follow it, and you are on the list.');
      if (mail === 'drop@example.com') return { drop: true };
      const known = lists.get(list) ?? new Set();
      lists.set(list, known);
      if (mail === 'already@example.com' || known.has(mail))
        return answer(409, 'already', 'You are on that list already.');
      known.add(mail);
      return { ...answer(200, 'ok', done), ...(mail === 'slow@example.com' && { waitMs: 4000 }) };
    },
  };
}
