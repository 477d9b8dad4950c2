// @ts-check
import { shop } from './catalog.mjs';
import { html } from './html.mjs';
import { wordsOf } from './languages.mjs';
import { letterForm } from './pages/letter-form.mjs';

/** @typedef {import('./html.mjs').Html} Html */
/** @typedef {import('./pages/layout.mjs').Context} Context */
/** @typedef {import('./pages/layout.mjs').Page} Page */

/**
 * The manners are the kit's own: nobody is spoken to before the page has settled, while typing, at the till. Only their numbers
 * are smaller here, so that who tries out one moment after the other need not wait a minute between two. A real shop leaves
 * them as they are, a minute's rest and two in a visit.
 */
export const manners = { rest: '10s', sessionCap: 10 };

/** What helps to choose on a shelf, once somebody has looked at three things of it. @type {Record<string, string>} */
const advice = {
  'cups-and-glasses':
    'Coffee keeps hot longest in the mug. Wine and water agree on the low glass; it never falls over.',
  'plates-and-bowls':
    'Take the deep plate if you take one: soup, pasta, a salad, and it stacks. All of it goes into the oven.',
  'pots-and-pans':
    'One iron pot and one pan cook nearly everything. Enamel for what is sour, iron for what is to brown.',
  'knives-and-boards': 'The long one first. The small one when the long one feels too big, which is in a week or so.',
  linen: 'All of it shrinks once, by a hand’s breadth on a tablecloth. When in doubt, take the larger one.',
  'candles-and-vases': 'Candles by how long you stay: six hours each. Vases by the neck: one stem, or an armful.',
};

const notNow = html`<button class="link-button" slot="actions" type="button" data-cue="not-now">Not now</button>`;

/** @param {string} href @param {string} text */
const go = (href, text) => html`<a class="button small" slot="actions" href="${href}" data-cue="accept">${text}</a>`;

/** Somebody goes, and the basket stays. */
const leaving = () =>
  html`<cue-campaign name="leaving-with-a-basket" moment="exit-intent" audience='{"cart.quantity":{"$gte":1}}'
    ><template
      ><cue-prompt placement="corner" position="start" label="Your basket stays here"
        ><shop-basket></shop-basket>
        <p>We keep it as it is until you come back, in this browser. Nothing in it is about to run out on you.</p>
        <cue-incentive incentive="BASKET"><cue-countdown incentive="BASKET"></cue-countdown></cue-incentive>
        ${go('/cart', 'See the basket')}${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** Back and forth between two things, twice: the other one is shown beside this one. */
const hesitating = () =>
  html`<cue-campaign name="between-two" moment="hesitation(4)" cap="1/session"
    ><template
      ><cue-prompt placement="corner" position="start" label="Undecided?"
        ><cue-recently-viewed count="1"><h3 slot="heading">You came from this one</h3></cue-recently-viewed>
        <p>
          We have both of them at home. Ask us, we answer the same day:
          <a href="mailto:${shop.mail}?subject=Which%20of%20the%20two" data-cue="accept">${shop.mail}</a>
        </p>
        ${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** Back after a day or more, and the basket is still there. */
const returning = () =>
  html`<cue-campaign
    name="basket-still-here"
    moment="return-with-cart"
    audience='{"cart.unchangedMs":{"$gte":"1d"}}'
    priority="2"
    ><template
      ><cue-prompt placement="bar" label="Your basket is still here"
        ><shop-basket brief></shop-basket>${go('/cart', 'See the basket')}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** A wish costs less than when it was wished for. The shop's own script tells the kit what wishes cost now. */
const cheaper = () =>
  html`<cue-campaign name="wish-is-cheaper" moment="price-drop" cap="1/1d" priority="3"
    ><template
      ><cue-prompt placement="corner" position="start" label="Cheaper than when you marked it"
        ><shop-cheaper></shop-cheaper> ${go('/wishlist', 'See your wishlist')}${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** Something is in the basket: what is missing to free delivery, and what goes with it. */
const added = () =>
  html`<cue-campaign name="goes-with-it" moment="after-add-to-cart" cap="1/1d"
    ><template
      ><cue-prompt placement="corner" position="start" label="In your basket"
        ><cue-cart-progress free-shipping="${shop.freeShippingFrom}" currency="${shop.currency}"></cue-cart-progress>
        <cue-related
          models="/related/manifest.json"
          list-id="after-adding"
          by="cart"
          count="2"
          layout="grid"
          no-wishlist
          ><h3 slot="heading">Goes with it</h3></cue-related
        >
        ${go('/cart', 'See the basket')}${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** The film is over. @param {Context} context */
const watched = ({ lang }) =>
  html`<cue-campaign
    name="after-the-film"
    moment="after-video-complete"
    asks="newsletter"
    audience='{"subscribed":false}'
    ><template
      ><cue-prompt placement="corner" position="start" label="Thank you for watching"
        ><p>We film whatever has just come in: how it pours, cuts or burns. Once a month, in the letter.</p>
        ${letterForm(wordsOf(lang), 'letter-film')}<button
          class="link-button"
          slot="actions"
          type="button"
          data-cue="no-thanks"
        >
          No, thank you
        </button></cue-prompt
      ></template
    ></cue-campaign
  >`;

/** The third thing of one shelf: somebody is choosing. @param {string} category */
const choosing = (category) =>
  html`<cue-campaign name="help-to-choose" moment="nth-product(3 category)" priority="1"
    ><template
      ><cue-prompt placement="corner" position="start" label="How we would choose"
        ><p>${advice[category]}</p>
        ${category === 'pots-and-pans' ? go('/journal/a-pot-is-a-slow-oven', 'Read about the pot') : go(`/category/${category}`, 'See the whole shelf')}${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** @param {Context} context @param {string} id of the letter's field */
const letter = ({ lang }, id) => letterForm(wordsOf(lang), id);

/** The first visit has lasted two minutes, and nobody has asked for the letter. @param {Context} context */
const welcome = (context) =>
  html`<cue-campaign
    name="first-visit"
    moment="dwell(2m session)"
    audience='{"visit.number":1,"subscribed":false}'
    asks="newsletter"
    ><template
      ><cue-prompt placement="corner" position="start" label="New here?" teaser="10 % for you"
        >${letter(context, 'letter-welcome')}${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** The basket has stood as it is for ten minutes: an abandoned one, or one that is thought over. @param {Context} context */
const thinking = (context) =>
  html`<cue-campaign
    name="thinking-it-over"
    moment="cart-unchanged(10m)"
    audience='{"cart.value":{"$gte":40},"subscribed":false}'
    asks="newsletter"
    ><template
      ><cue-prompt placement="corner" position="start" label="Still thinking it over?"
        ><shop-basket brief></shop-basket>
        <p>There is no hurry. If this is your first order, the letter brings something off it:</p>
        ${letter(context, 'letter-thinking')}${notNow}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** Whoever has read most of a story may like letters. @param {Context} context */
const read = (context) =>
  html`<cue-campaign name="read-a-story" moment="scroll-depth(70%)" audience='{"subscribed":false}' asks="newsletter"
    ><template
      ><cue-prompt placement="corner" position="start" label="A story like this, once a month"
        >${letter(context, 'letter-read')}<button class="link-button" slot="actions" type="button" data-cue="no-thanks">
          No, thank you
        </button></cue-prompt
      ></template
    ></cue-campaign
  >`;

/** The third wish: there is a list by now. */
const wishing = () =>
  html`<cue-campaign
    name="third-wish"
    moment="after-add-to-wishlist"
    audience='{"wishlist.count":{"$gte":3}}'
    cap="1/30d"
    ><template
      ><cue-prompt placement="corner" position="start" label="That makes a list"
        ><p>Give it a name, or send it to whoever has asked what you would like. And when you buy from it:</p>
        <cue-incentive incentive="RIBBON"></cue-incentive>
        ${go('/wishlist', 'See the list')}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** All reviews were read: who has the thing at home may write the next one. Nothing is given for it. */
const reviewing = () =>
  html`<cue-campaign name="write-one-too" moment="end-of-reviews(.voices-list)" asks="review" cap="1/7d"
    ><template
      ><cue-prompt placement="toast" position="start" label="Have you got one at home?"
        ><p>Then you know more than we do.</p>
        ${go('#voice-text', 'Say how it is')}</cue-prompt
      ></template
    ></cue-campaign
  >`;

/** An order that could be kept in an account. */
const joining = () =>
  html`<cue-campaign name="keep-the-order" moment="dwell(3s)" asks="account"
    ><template
      ><cue-prompt placement="corner" position="start" label="Shall we keep this order for you?"
        ><p>
          In an account you find it again; it is in there as soon as you have one. The next delivery is on us then.
        </p>
        ${go('/account', 'Make an account')}<button class="link-button" slot="actions" type="button" data-cue="given">
          I have one
        </button></cue-prompt
      ></template
    ></cue-campaign
  >`;

/** Enough in the basket for the tea towel. */
const gift = () =>
  html`<cue-campaign name="tea-towel" moment="cart-value(${shop.giftFrom})"
    ><template
      ><cue-prompt placement="toast" position="start" label="A tea towel comes with it"
        ><p>As with every basket of €${shop.giftFrom} or more. We put it in, you need do nothing.</p></cue-prompt
      ></template
    ></cue-campaign
  >`;

/** The campaigns of a page: what its shopper may be told, and when. @param {Context} context @param {Page} page */
export function campaigns(context, page) {
  const { pathname } = context.url;
  // Who pays is left in peace; the kit sees to that by itself, and needs no code on that page.
  if (pathname === '/checkout') return html``;
  if (pathname === '/thank-you') return context.session.account ? html`` : joining();
  const isProduct = page.kind === 'product';
  return html`${[
    pathname !== '/cart' && [leaving(), returning()],
    pathname !== '/wishlist' && [cheaper(), wishing()],
    page.kind === 'article' && read(context),
    isProduct && [hesitating(), added(), watched(context), reviewing(), page.here && choosing(page.here)],
    welcome(context),
    thinking(context),
    gift(),
  ]}`;
}
