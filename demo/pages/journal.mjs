// @ts-check
import { findProduct, shop } from '../catalog.mjs';
import { html } from '../html.mjs';
import { wordsOf } from '../languages.mjs';
import { breadcrumbData, productData, productPath } from '../structured-data.mjs';
import { card } from './card.mjs';
import { letterForm } from './letter-form.mjs';
import { patternTeaser, POT_HOLDER } from './pattern.mjs';

/** @typedef {{ slug: string, title: string, teaser: string, author: string, date: string, product: string, picture: string, parts: [string, string[]][] }} Article */

/** @type {Article[]} */
export const articles = [
  {
    slug: 'a-pot-is-a-slow-oven',
    title: 'A pot is a slow oven',
    teaser:
      'Why the lid matters more than the flame, what to do with the first Sunday of the cold months, and a stew that asks for almost nothing.',
    author: 'Lies Verbeke',
    date: '2026-10-18',
    product: 'long-simmer-pot',
    picture: '/pictures/long-simmer-pot.table.svg',
    parts: [
      [
        '',
        [
          'Iron is bad at being quick. It takes its time to get hot, and then it takes its time over everything else, which is exactly what a stew wants from you and rarely gets.',
          'People ask us what to cook in a heavy pot. We tell them to cook what they already cook, with less fire and a shut lid, and to go and do something else.',
        ],
      ],
      [
        'The lid does the work',
        [
          'What rises as steam meets the cold underside of the lid, turns back to water and falls. With a heavy lid this goes on all afternoon and hardly anything escapes. With a light one you are mostly heating the kitchen.',
          'Lift it once, after an hour, because you will anyway. After that, trust it.',
        ],
      ],
      [
        'Sunday, roughly',
        [
          'Brown a kilo of whatever is in season with an onion and something sour. Put in a glass of what is open. Close the pot, set the oven to 140 degrees and walk along the canal to the second bridge and back.',
          'Set the table before you lift the lid. It will be ready at about the moment that everyone has stopped asking.',
        ],
      ],
    ],
  },
];

/** @param {string} slug */
export const findArticle = (slug) => articles.find((article) => article.slug === slug);

const day = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long', timeZone: 'UTC' });

/** @param {import('./layout.mjs').Context} context @param {Article} article @returns {import('./layout.mjs').Page} */
export function journalPage({ lang, origin }, article) {
  const product = /** @type {import('../catalog.mjs').Product} */ (findProduct(article.product));
  const path = `/journal/${article.slug}`;
  const words = wordsOf(lang);
  return {
    title: article.title,
    description: article.teaser,
    path,
    kind: 'article',
    image: article.picture,
    here: '/journal',
    room: 'room-journal',
    meta: [
      ['article:published_time', article.date],
      ['article:author', article.author],
    ],
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'Article',
        '@id': `${origin}${path}#article`,
        mainEntityOfPage: origin + path,
        headline: article.title,
        description: article.teaser,
        image: origin + article.picture,
        datePublished: article.date,
        author: { '@type': 'Person', name: article.author },
        publisher: { '@type': 'Organization', name: shop.name },
        mentions: { '@id': `${origin}${productPath(product)}#product` },
      },
      // On purpose: many shops put a whole Product into an article. It is still not a product page.
      productData(origin, product),
      breadcrumbData(origin, [
        ['Home', '/'],
        [article.title, path],
      ]),
    ],
    body: html` <article class="story">
      <header class="story-head">
        <p class="kicker">Journal</p>
        <h1>${article.title}</h1>
        <p class="story-by">
          ${article.author}, <time datetime="${article.date}">${day.format(new Date(article.date))}</time>
        </p>
        <cue-share-button
          label="${words.share}"
          url="${origin}${path}"
          title="${article.title}"
          text="${article.teaser}"
          utm-campaign="journal"
        ></cue-share-button>
      </header>
      <img
        class="story-picture"
        src="${article.picture}"
        alt="A red iron pot on a pale green table, with a carafe, white flowers and a lemon."
        width="1000"
        height="1000"
      />
      <div class="story-text">
        <p class="story-lead">${article.teaser}</p>
        ${article.parts.map(([heading, paragraphs]) => html`${heading ? html`<h2>${heading}</h2>` : ''}${paragraphs.map((text) => html`<p>${text}</p> `)}`)}
        <section class="story-letter" aria-labelledby="story-letter-title">
          <h2 id="story-letter-title">The next story comes by letter</h2>
          <p>On the first of the month, about as long as this one.</p>
          ${letterForm(words, 'story-letter')}
          <cue-gate incentive="POT-HOLDER" step="newsletter-sign-up" src="${POT_HOLDER}"
            ><h3>With it, at once: a pot holder to sew</h3>
            <p>${patternTeaser} <a href="${POT_HOLDER}">I read your letters already</a></p></cue-gate
          >
        </section>
      </div>
      <aside class="story-thing" aria-label="The pot in question">
        ${card(product, { level: 2, microdata: true })}
      </aside>
    </article>`,
  };
}
