// @ts-check
import { findOffer } from './catalog.mjs';
import { productPath } from './structured-data.mjs';

/**
 * @typedef {{ rating: number, name: string, on: string, text: string }} Review
 * @typedef {{ rating: number, name: string, text: string, photo: boolean }} Waiting a review that nobody has read yet
 */

/** What customers have written, by product. @type {Record<string, Review[]>} */
const said = {
  'slow-mug': [
    {
      rating: 5,
      name: 'Marijke',
      on: '2026-10-04',
      text: 'Heavier than I thought, and after a week every other mug felt like paper. It really is still warm when I get back from the phone.',
    },
    {
      rating: 4,
      name: 'Tobias',
      on: '2026-08-19',
      text: 'The bare foot left a ring on my oiled table until I gave it a felt. The tea stays warm, as promised.',
    },
    { rating: 5, name: 'Inês', on: '2026-06-30', text: 'Three fingers through the handle. Finally.' },
  ],
  'lean-to-teapot': [
    { rating: 5, name: 'Ruth', on: '2026-09-12', text: 'Pours to the last drop and does not dribble on the cloth.' },
    {
      rating: 3,
      name: 'Paul',
      on: '2026-07-02',
      text: 'Lovely to look at. The lid needs a finger on it when it is nearly empty.',
    },
  ],
  'big-salad-bowl': [
    { rating: 5, name: 'Annelies', on: '2026-09-28', text: 'Fourteen people, one salad, no second bowl.' },
    {
      rating: 4,
      name: 'Karim',
      on: '2026-05-17',
      text: 'Too wide for our dishwasher by a thumb, so it is washed by hand.',
    },
  ],
  'weeknight-pan': [
    {
      rating: 5,
      name: 'Jules',
      on: '2026-10-21',
      text: 'Eggs slid off it from the third week on. Do read the leaflet.',
    },
    { rating: 5, name: 'Beatriz', on: '2026-09-03', text: 'My mother has one from 1971. Mine is on its way there.' },
    {
      rating: 2,
      name: 'Noor',
      on: '2026-04-11',
      text: 'It rusted when I left it wet overnight, which the leaflet says not to do.',
    },
  ],
  'cooks-knife-18': [
    { rating: 5, name: 'Sven', on: '2026-08-08', text: 'Sharp out of the box and sharp again in two minutes.' },
  ],
  'tea-towel-pair': [
    { rating: 4, name: 'Elke', on: '2026-10-15', text: 'Stiff for the first three washes, then the best we have.' },
    { rating: 5, name: 'Hugo', on: '2026-07-27', text: 'Dries a whole rack of glasses before it gives up.' },
  ],
};

/** Names that bring about what a real shop answers now and then, so that each state can be seen. */
export const scriptedNames = {
  Already: 'has reviewed it already',
  Refuse: 'is refused',
  Busy: 'came too often',
  Slow: 'takes four seconds',
  Drop: 'gets no answer',
};

/** @param {string} slug @returns {Review[]} */
export const reviewsOf = (slug) => (Object.hasOwn(said, slug) ? (said[slug] ?? []) : []);

/** What all of them say together, for people and for machines. @param {string} slug */
export function summaryOf(slug) {
  const reviews = reviewsOf(slug);
  if (!reviews.length) return undefined;
  const value = reviews.reduce((sum, { rating }) => sum + rating, 0) / reviews.length;
  return { value: Math.round(value * 10) / 10, count: reviews.length };
}

/**
 * Takes a review. Nobody but its writer sees it before the shop has read it, and a demonstration shop never does; a photo is
 * thrown away.
 * @param {import('./sessions.mjs').Session} session @param {Record<string, string>} form
 * @param {(title: string, message: string) => import('./pages/layout.mjs').Page} troublePage
 */
export function takeReview(session, form, troublePage) {
  /** @param {number} status @param {string} code @param {string} message @param {string} [field] */
  const refuse = (status, code, message, field) => ({
    status,
    page: troublePage('Not quite', message),
    data: { status: code, message, ...(field && { errors: { [field]: [message] } }) },
  });
  const found = findOffer(form.product ?? '');
  if (!found) return refuse(404, 'unknown', 'We do not know that product. It may have been renamed.');
  const rating = Number(form.rating);
  if (![1, 2, 3, 4, 5].includes(rating)) return refuse(422, 'invalid', 'How many stars, from one to five?', 'rating');
  const text = (form.text ?? '').trim().slice(0, 2000);
  if (text.length < 10) return refuse(422, 'invalid', 'A few words more, please: ten letters at least.', 'text');
  const name = (form.name ?? '').trim().slice(0, 80);
  if (!name) return refuse(422, 'invalid', 'What shall we call you?', 'name');
  if (name === 'Refuse') return refuse(422, 'refused', 'We print no reviews of other people’s shops.');
  if (name === 'Busy') return refuse(429, 'busy', 'Once more in a minute, please.');
  if (name === 'Drop') return { drop: true };
  const { slug } = found.product;
  if (name === 'Already') return refuse(409, 'already', 'We have a review of yours already.');
  session.reviews.set(slug, { rating, name, text, photo: Boolean(form.photo) });
  return {
    status: 200,
    to: `${productPath(found.product, found.variant)}#reviews`,
    data: { status: 'pending', message: 'Thank you! We read it first; then everybody can.' },
    ...(name === 'Slow' && { waitMs: 4000 }),
  };
}
