import { expect } from 'chai';
import '../../../src/define/product.js';
import '../../../src/define/review.js';
import { CueReview } from '../../../src/elements/review/review.js';
import { messages } from '../../../src/elements/review/review.messages.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { $review, forgetReview, rememberReview } from '../../../src/store/reviews.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { hasFocus } from '../has-focus.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { fill, json, shopAnswers } from '../shop-answers.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-review'>;

const ASK = 'cue-request-review';
const TEXT = 'It pours to the last drop. Ada Lovelace';
const teapot = 'product-id="t1" name="Teapot" price="24.90" currency="EUR" url="/teapot"';
const own = 'action="/reviews" min-time="0" summary="none"';

const shopForm = `<form action="/reviews" method="post" enctype="multipart/form-data">
  <input type="hidden" name="pid" data-cue="product-id">
  <fieldset data-cue="rating"><legend>Stars</legend>
    ${[1, 2, 3, 4, 5].map((value) => `<label><input type="radio" name="score" value="${value}" required> ${value} stars</label>`).join(' ')}
  </fieldset>
  <label>Text <textarea name="words" required></textarea></label>
  <label>Photo <input type="file" name="picture" accept="image/*" data-cue="photo"></label>
  <button style="color: CanvasText; background: Canvas">Send</button></form>`;

async function mount(attributes: string, inner = ''): Promise<CueReview> {
  stage.innerHTML = `<cue-review ${attributes}>${inner}</cue-review>`;
  await rendered();
  return stage.querySelector('cue-review')!;
}

const formOf = (element: Element): HTMLFormElement =>
  element.querySelector('form') ?? element.shadowRoot!.querySelector('form')!;
const field = <E extends HTMLElement = HTMLInputElement>(element: Element, selector: string): E =>
  formOf(element).querySelector<E>(selector)!;
const outcomeOf = (element: Element): string => inside(element, '.outcome').textContent.replace(/\s+/g, ' ').trim();
const messageOf = (element: Element): string => inside(element, '.message').textContent.trim();
const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-review');

/** A picture of one pixel, as its file. */
function photo({
  bytes,
  name = 'kitchen.png',
  type = 'image/png',
}: { bytes?: number; name?: string; type?: string } = {}): File {
  const pixel = atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  );
  const content = Uint8Array.from(pixel, (sign) => sign.charCodeAt(0));
  return new File([content, new Uint8Array(Math.max(0, (bytes ?? 0) - content.length))], name, { type });
}

/** As a shopper does it by the system's dialog. */
function choose(input: HTMLInputElement, ...files: File[]): void {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function write(element: Element, stars = 4, text = TEXT): Promise<void> {
  const star = field(element, `[type=radio][value="${stars}"]`);
  if (stars) star.click();
  if (text) fill(field(element, 'textarea'), text);
  await nextTask();
}

async function send(element: Element): Promise<void> {
  formOf(element).querySelector<HTMLElement>('button:not([type=button])')!.click();
  await nextTask();
}

async function sendAndWait(element: Element): Promise<void> {
  await send(element);
  await until('it has ended', () => !element.matches(':state(pending)'));
  await nextTask();
}

describe('<cue-review>', () => {
  // What comes later is there, however slow the machine is.
  before(async () => {
    await import('../../../src/product/resolve-from-page.js');
    await import('../../../src/product/watch-page.js');
    await import('../../../src/elements/review/summary.js');
    await import('../../../src/elements/review/show-photo.js');
    await import('../../../src/elements/internal/send-form.js');
  });

  afterEach(() => {
    for (const id of ['t1', 't2', location.pathname]) forgetReview(id);
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('with a form of its own, in each of its states', async () => {
      const { promise, resolve } = deferred<Response>();
      const answers = [() => promise, () => json({}, 500), () => json({})];
      shopAnswers(() => answers.shift()!());
      const element = await mount(
        `${teapot} ${own} min-length="5" max-length="500"`,
        '<label slot="fields">Name <input name="name"></label>',
      );
      await expectAccessibleInAllColours('idle');
      await send(element);
      await expectAccessibleInAllColours('invalid');
      await write(element);
      choose(field(element, '[type=file]'), photo());
      await until('it is shown', () => Boolean(field(element, '[data-cue=chosen-photo] img')));
      await send(element);
      await expectAccessibleInAllColours('pending');
      resolve(json({ message: 'Not like that.' }, 422));
      await until('it is refused', () => element.matches(':state(refused)'));
      await expectAccessibleInAllColours('refused');
      await sendAndWait(element);
      await expectAccessibleInAllColours('failed');
      await sendAndWait(element);
      await expectAccessibleInAllColours('done');
    });

    it('around the shop’s form, whose labels keep their text', async () => {
      await mount(`${teapot} min-time="0" summary="none"`, shopForm);
      await expectAccessibleInAllColours('the shop’s');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      shopAnswers(() => json({}));
      const element = await mount(`${teapot} ${own} max-photo-size="0"`);
      expect(await ariaSnapshot('cue-review')).to.equal(
        [
          '- group "Your rating":',
          '  - text: Your rating',
          '  - radio "1 star"',
          '  - text: 1 star',
          ...[2, 3, 4, 5].flatMap((count) => [`  - radio "${count} stars"`, `  - text: ${count} stars`]),
          '- text: Your review',
          '- textbox "Your review"',
          '- button "Send review"',
          '- status',
          '- status',
        ].join('\n'),
      );
      await write(element);
      await sendAndWait(element);
      expect(await ariaSnapshot('cue-review')).to.equal(
        ['- status:', `  - paragraph: ${messages.done}`, '  - button "Write again"'].join('\n'),
      );
    });

    it('remembered from another day, it is not announced', async () => {
      rememberReview('t1');
      const element = await mount(`${teapot} ${own}`);
      expect(inside(element, '.outcome').hasAttribute('role')).to.equal(false);
      expect(outcomeOf(element)).to.equal(`${messages.already} ${messages.again}`);
    });
  });

  describe('comes and goes', () => {
    it('with properties set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-review></cue-review>', 'text/html').body
        .firstElementChild as CueReview;
      Object.assign(inert, { action: '/reviews', label: 'Stars?', summary: 'none' });
      inert.setAttribute('product-id', 't1');
      stage.append(inert);
      await rendered();
      expect(inside(inert, 'legend').textContent).to.equal('Stars?');
    });

    it('made by script, without writing what nobody has set', async () => {
      const element = document.createElement('cue-review');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
      expect(element.shadowRoot!.querySelector('form')).to.equal(null);
    });

    it('ten times, moved and removed, it leaves no listener and no picture behind', async () => {
      const before = $review('t1').lc;
      const { made, revoked } = watchAddresses();
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          const element = await mount(`${teapot} ${own}`, round % 2 ? shopForm : '');
          choose(field(element, '[type=file]'), photo());
          await until('it is shown', () => Boolean(field(element, '[data-cue=chosen-photo] img')));
          stage.append(element);
          await rendered();
          stage.replaceChildren();
          await nextTask();
        }
      });
      expect(left).to.deep.equal([]);
      expect($review('t1').lc).to.equal(before);
      expect(made.length).to.be.at.least(10);
      expect(revoked.sort()).to.deep.equal(made.sort());
    });
  });

  describe('the stars', () => {
    const shapes = (element: Element): string[] => [
      ...new Set(
        [...formOf(element).querySelectorAll('[type=radio]')].map(
          (star) => getComputedStyle(star, '::before').clipPath,
        ),
      ),
    ];
    const full = (element: Element): number => {
      const stars = [...formOf(element).querySelectorAll<HTMLInputElement>('[type=radio]')];
      return stars.filter((star) => !getComputedStyle(star, '::before').clipPath.includes('evenodd')).length;
    };

    for (const [whose, inner] of [
      ['of ours', ''],
      ['of the shop’s', shopForm],
      ['each in a part of its own', shopForm.replace(/<label><input type="radio".*?<\/label>/g, '<span>$&</span>')],
      [
        'with labels beside them',
        shopForm.replace(
          /<label>(<input type="radio" name="score" value="(\d)" required>) (.*?)<\/label>/g,
          '<input type="radio" name="score" value="$2" id="s$2"><label for="s$2">$3</label>',
        ),
      ],
    ] as const)
      it(`${whose} are full up to the one that is chosen`, async () => {
        const element = await mount(`${teapot} ${inner ? 'summary="none"' : own}`, inner);
        expect(shapes(element)).to.have.length(1);
        expect(full(element)).to.equal(0);
        for (const count of [4, 1, 5, 3]) {
          field(element, `[type=radio][value="${count}"]`).checked = true;
          expect(full(element)).to.equal(count);
        }
      });

    it('are as large as a finger, whatever the shop asks for', async () => {
      const element = await mount(`${teapot} ${own}`);
      const size = (): number[] => {
        const { width, height } = field(element, 'label').getBoundingClientRect();
        return [width, height];
      };
      expect(size()).to.deep.equal([44, 44]);
      element.style.setProperty('--cue-star-size', '10px');
      expect(size()).to.deep.equal([24, 24]);
    });

    it('stand from right to left where the page does', async () => {
      stage.dir = 'rtl';
      const element = await mount(`${teapot} ${own}`);
      const [first, , , , last] = [...formOf(element).querySelectorAll('[type=radio]')].map((star) =>
        star.getBoundingClientRect(),
      );
      expect(last!.right).to.be.below(first!.left);
    });

    it('in another shadow tree have its styles, too', async () => {
      const around = document.createElement('div');
      const root = around.attachShadow({ mode: 'open' });
      root.innerHTML = `<cue-review ${teapot} summary="none">${shopForm}</cue-review>`;
      stage.append(around);
      await rendered(root);
      const element = root.querySelector('cue-review')!;
      field(element, '[value="2"]').checked = true;
      expect(full(element)).to.equal(2);
    });

    it('in another order are said to be so', async () => {
      const said = warnings();
      await mount(teapot, shopForm.replace('value="1"', 'value="6"'));
      expect(said.join()).to.contain('from the lowest number');
    });

    it('are seen in forced colours', async function () {
      if (!(await emulateMedia({ forcedColors: 'active' }))) this.skip();
      const element = await mount(`${teapot} ${own}`);
      const { backgroundColor } = getComputedStyle(field(element, '[type=radio]'), '::before');
      const probe = document.createElement('i');
      probe.style.color = 'CanvasText';
      stage.append(probe);
      expect(backgroundColor).to.equal(getComputedStyle(probe).color);
      await emulateMedia({ forcedColors: 'none' });
    });
  });

  describe('tells the shop', () => {
    it('what was written, with its photo, as the form would', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount(
        `${teapot} ${own}`,
        '<label slot="fields">Name <input name="name" value="Ada"></label>',
      );
      await write(element);
      choose(field(element, '[type=file]'), photo());
      await sendAndWait(element);
      expect(sent[0]!.headers.get('content-type')).to.match(/^multipart\/form-data/);
      const { photo: file, ...texts } = sent[0]!.body as Record<string, File | string>;
      expect(texts).to.deep.equal({
        rating: '4',
        text: TEXT,
        product_id: 't1',
        product_name: 'Teapot',
        name: 'Ada',
      });
      expect([(file as File).name, (file as File).type, (file as File).size]).to.deep.equal([
        'kitchen.png',
        'image/png',
        photo().size,
      ]);
    });

    it('by the names of its own form', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount(`${teapot} min-time="0" summary="none"`, shopForm);
      await write(element, 2);
      await sendAndWait(element);
      expect(sent[0]!.body).to.include({ score: '2', words: TEXT, pid: 't1' });
    });

    it('nothing before stars are chosen and the text is long enough', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount(`${teapot} ${own} min-length="5"`);
      await send(element);
      expect(element.matches(':state(invalid)')).to.equal(true);
      await write(element, 3, '');
      await send(element);
      expect(sent).to.have.length(0);
      await write(element, 0);
      await sendAndWait(element);
      expect(sent).to.have.length(1);
    });

    it('leaves what the shop has filled in as it is while no product is known', async () => {
      warnings();
      const element = await mount('summary="none"', shopForm.replace('name="pid"', 'name="pid" value="kept"'));
      expect(field(element, '[name=pid]').value).to.equal('kept');
    });
  });

  describe('tells the page', () => {
    it('once, with product and rating, never with what was written', async () => {
      shopAnswers(() => json({ ok: true }));
      const facts = hearFacts();
      const requests = hear<RequestEvent<typeof ASK>>(document, ASK);
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      choose(field(element, '[type=file]'), photo({ name: 'ada.png' }));
      formOf(element).requestSubmit();
      formOf(element).requestSubmit();
      await sendAndWait(element);
      formOf(element).requestSubmit();
      await nextTask();
      expect(facts).to.have.length(1);
      expect(requests).to.have.length(1);
      const { product, rating, cause } = facts[0]!.detail;
      expect([product?.id, rating]).to.deep.equal(['t1', 4]);
      expect(cause).to.deep.equal({ from: 'element', element: 'cue-review', action: 'submit' });
      expect(requests[0]!.detail).to.deep.equal({ product, rating });
      expect(JSON.stringify([facts[0]!.detail, requests[0]!.detail])).not.to.match(/pours|ada/i);
      expect(Object.entries(localStorage).join()).not.to.match(/pours|ada/i);
    });

    it('when the shop has still to read it, but not when it had one already', async () => {
      const answers = [{ status: 'pending' }, { already: true }];
      shopAnswers(() => json(answers.shift()));
      const facts = hearFacts();
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      await sendAndWait(element);
      expect([outcomeOf(element), facts.length]).to.deep.equal([`${messages.confirm} ${messages.again}`, 1]);
      element.reset();
      await rendered();
      await sendAndWait(element);
      expect([outcomeOf(element), facts.length]).to.deep.equal([`${messages.already} ${messages.again}`, 1]);
    });

    it('that it has still to be read, where the shop always reads first', async () => {
      shopAnswers(() => json({}));
      const element = await mount(`${teapot} ${own} moderated`);
      await write(element);
      await sendAndWait(element);
      expect(outcomeOf(element)).to.contain(messages.confirm);
    });

    it('nothing when it is vetoed, refused, or code sets something', async () => {
      shopAnswers(() => json({ message: 'No more.' }, 422));
      const facts = hearFacts();
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      await sendAndWait(element);
      expect(messageOf(element)).to.equal('No more.');
      on(document, ASK, (event) => event.preventDefault());
      await sendAndWait(element);
      element.action = '/elsewhere';
      await rendered();
      expect(facts).to.have.length(0);
      expect($review('t1').get()).to.equal(undefined);
      expect([field(element, 'textarea').value, field(element, ':checked').value]).to.deep.equal([TEXT, '4']);
    });

    it('what the shop does itself, with what the form holds', async () => {
      const sent = shopAnswers(() => json({}));
      const facts = hearFacts();
      let data: FormData | undefined;
      on<RequestEvent>(document, ASK, (event) => {
        data = (event.target as CueReview).formData;
        event.respondWith(Promise.resolve());
      });
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      choose(field(element, '[type=file]'), photo());
      await sendAndWait(element);
      expect([sent.length, facts.length]).to.deep.equal([0, 1]);
      expect([data?.get('text'), (data?.get('photo') as File).name]).to.deep.equal([TEXT, 'kitchen.png']);
    });

    it('from the document, when it was removed meanwhile', async () => {
      const { promise, resolve } = deferred<Response>();
      shopAnswers(() => promise);
      const facts = hearFacts();
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      await send(element);
      element.remove();
      resolve(json({}));
      await until('it is told', () => facts.length > 0);
      expect(facts[0]!.target).to.equal(document);
    });

    it('of the product and the stars that were sent, whatever has become of the page since', async () => {
      const { promise, resolve } = deferred<Response>();
      shopAnswers(() => promise);
      const facts = hearFacts();
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      await send(element);
      field(element, '[value="1"]').checked = true;
      element.setAttribute('product-id', 't2');
      await rendered();
      resolve(json({}));
      await until('it is told', () => facts.length > 0);
      await rendered();
      expect([facts[0]!.detail.product?.id, facts[0]!.detail.rating]).to.deep.equal(['t1', 4]);
      expect(outcomeOf(element)).to.equal('');
      expect($review('t2').get()).to.equal(undefined);
    });
  });

  describe('keeps what was written', () => {
    it('with its photo, when no answer comes', async () => {
      shopAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
      const element = await mount(`${teapot} ${own}`);
      await write(element);
      choose(field(element, '[type=file]'), photo());
      await sendAndWait(element);
      expect(messageOf(element)).to.equal(messages.offline);
      expect([field(element, 'textarea').value, field(element, '[type=file]').files!.length]).to.deep.equal([TEXT, 1]);
    });
  });

  describe('remembers', () => {
    it('that this product has a review, and has a way to write again', async () => {
      shopAnswers(() => json({}));
      const first = await mount(`${teapot} ${own}`);
      await write(first);
      await sendAndWait(first);
      const element = await mount(`${teapot} ${own}`);
      expect(outcomeOf(element)).to.equal(`${messages.already} ${messages.again}`);
      expect(formOf(element).checkVisibility()).to.equal(false);
      inside(element, '.again').click();
      await nextTask();
      expect(outcomeOf(element)).to.equal('');
      expect(hasFocus(field(element, '[type=radio]'))).to.equal(true);
      expect($review('t1').get()).to.equal(undefined);
    });

    it('per product', async () => {
      rememberReview('t1');
      const element = await mount(`${teapot} ${own}`);
      element.setAttribute('product-id', 't2');
      await rendered();
      expect(outcomeOf(element)).to.equal('');
    });

    it('and says nothing of it where there is nothing to write', async () => {
      rememberReview('t1');
      const element = await mount(teapot);
      expect(element.shadowRoot!.textContent.trim()).to.equal('');
    });
  });

  describe('a photo', () => {
    const shown = (element: Element): HTMLElement | null => field(element, '[data-cue=chosen-photo]');
    const picture = (element: Element): HTMLImageElement | null => field(element, '[data-cue=chosen-photo] img');
    const trouble = (element: Element): string | undefined =>
      shown(element)?.querySelector('[role=status]')?.textContent;

    for (const [whose, inner] of [
      ['of ours', ''],
      ['of the shop’s', shopForm],
    ] as const)
      it(`in a form ${whose} is shown, exchanged, and taken back by keyboard`, async () => {
        const { made, revoked } = watchAddresses();
        const element = await mount(`${teapot} ${inner ? 'summary="none"' : own}`, inner);
        const input = field(element, '[type=file]');
        choose(input, photo());
        await until('it is there', () => Boolean(picture(element)?.naturalWidth));
        expect(picture(element)!.alt).to.equal('kitchen.png');
        choose(input, photo({ name: 'table.png' }));
        await until('it is another', () => picture(element)?.alt === 'table.png');
        expect(revoked).to.deep.equal(made.slice(0, 1));
        shown(element)!.querySelector('button')!.focus();
        await sendKeys({ press: 'Enter' });
        expect([input.files!.length, picture(element)]).to.deep.equal([0, null]);
        expect(hasFocus(input)).to.equal(true);
        expect(revoked).to.deep.equal(made);
      });

    it('that is too large is taken back, with a reason, until another is chosen', async () => {
      const element = await mount(`${teapot} ${own} max-photo-size="0.5"`);
      const input = field(element, '[type=file]');
      choose(input, photo({ bytes: 500_001 }));
      await until('it is said', () => Boolean(trouble(element)));
      expect(trouble(element)).to.equal('This photo is larger than 0.5 MB. Please choose a smaller one.');
      expect(input.files).to.have.length(0);
      choose(input, photo({ bytes: 500_000 }));
      await until('it is shown', () => Boolean(picture(element)));
      expect(trouble(element)).to.equal('');
    });

    it('that is none is taken back', async () => {
      const element = await mount(`${teapot} summary="none"`, shopForm.replace('image/*', '.jpg, image/png'));
      const input = field(element, '[type=file]');
      for (const file of [
        photo({ name: 'bill.pdf', type: 'application/pdf' }),
        photo({ name: 'bill.png', type: 'text/html' }),
        photo({ name: 'a.gif', type: 'image/gif' }),
      ]) {
        choose(input, file);
        await until('it is said', () => trouble(element) === messages.noPhoto);
        expect(input.files).to.have.length(0);
        choose(input, photo({ name: 'A.JPG', type: 'image/jpeg' }));
        await until('it is taken', () => trouble(element) === '');
      }
    });

    it('that cannot be shown is named', async () => {
      const element = await mount(`${teapot} ${own}`);
      choose(field(element, '[type=file]'), new File(['no picture'], 'IMG_1.heic', { type: 'image/heic' }));
      await until('it is named', () => Boolean(shown(element)?.textContent.includes('IMG_1.heic')));
      expect(picture(element)).to.equal(null);
    });

    it('is not asked for where the shop takes none', async () => {
      expect(field(await mount(`${teapot} ${own} max-photo-size="0"`), '[type=file]')).to.equal(null);
    });

    it('limit that is no number is said once', async () => {
      const said = warnings();
      const element = await mount(`${teapot} ${own} max-photo-size="lots"`);
      expect(said).to.have.length(1);
      expect(inside(element, '#limit').textContent).to.equal('Up to 10 MB');
    });
  });

  describe('says what the page says of all reviews', () => {
    const put = (data: object): HTMLScriptElement => {
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = JSON.stringify({ '@context': 'https://schema.org', ...data });
      stage.append(script);
      return script;
    };
    const product = (rating?: object, more: object = {}): object => ({
      '@type': 'Product',
      name: 'Teapot',
      sku: 't1',
      ...(rating && { aggregateRating: { '@type': 'AggregateRating', ...rating } }),
      ...more,
    });
    const summary = (element: Element): string | null | undefined =>
      element.shadowRoot!.querySelector('.summary')?.getAttribute('aria-label');
    const add = (attributes = ''): CueReview => {
      stage.insertAdjacentHTML('beforeend', `<cue-review ${attributes}></cue-review>`);
      return stage.querySelector('cue-review')!;
    };

    it('in words and stars, as one picture', async () => {
      put(product({ ratingValue: '4.6', reviewCount: 128 }));
      const element = add();
      await until('it is read', () => Boolean(summary(element)));
      expect(summary(element)).to.equal('4.6 out of 5, 128 reviews');
      expect(inside(element, '.summary').getAttribute('role')).to.equal('img');
      const part = inside<HTMLElement>(element, '.full').getAttribute('width');
      expect(Number(part)).to.be.closeTo((140 * 4.6) / 5, 0.01);
      await expectAccessibleInAllColours('the summary');
    });

    it('in the page’s language', async () => {
      put(product({ ratingValue: 4.6, reviewCount: 1280 }));
      stage.lang = 'de';
      const element = add();
      await until('it is read', () => summary(element) === '4,6 von 5, 1.280 Rezensionen');
    });

    it('of this product only, and not of what stands beside it', async () => {
      put(
        product(undefined, {
          isRelatedTo: { '@type': 'Product', name: 'Mug', sku: 'm', aggregateRating: { ratingValue: 5 } },
        }),
      );
      put({ '@type': 'Product', name: 'Pan', sku: 'p1', aggregateRating: { ratingValue: 5, reviewCount: 3 } });
      const element = add(teapot);
      await until('it is read', () => !element.shadowRoot!.querySelector('.summary'));
    });

    it('not where nobody says anything', async () => {
      put(product());
      const element = add();
      await until('it is read', () => !element.shadowRoot!.querySelector('.summary'));
    });

    it('not with summary="none", and keeps no room for it', async () => {
      put(product({ ratingValue: '4.6', reviewCount: 128 }));
      const element = add('summary="none"');
      await until('the product is found', () => Boolean(element.shadowRoot!.querySelector('.root')));
      expect(element.shadowRoot!.querySelector('.summary')).to.equal(null);
    });

    it('and goes on to say when the page becomes another product’s', async () => {
      const script = put(product({ ratingValue: 4, ratingCount: 2 }));
      const element = add();
      await until('it is read', () => summary(element) === '4 out of 5, 2 ratings');
      script.textContent = JSON.stringify({
        ...product({ ratingValue: 3, reviewCount: 1 }),
        '@context': 'https://schema.org',
        sku: 't2',
      });
      await until('it is read again', () => summary(element) === '3 out of 5, 1 review');
    });

    it('as text, whatever it is', async () => {
      for (const payload of xssPayloads) put(product({ ratingValue: payload, reviewCount: payload }));
      const element = add(teapot);
      await until('it is read', () => !element.shadowRoot!.querySelector('.summary'));
      expect(window).not.to.have.property('__xss');
    });
  });

  describe('with the shop’s own words', () => {
    it('in the slot for success', async () => {
      shopAnswers(() => json({}));
      const element = await mount(`${teapot} ${own}`, '<p slot="success">See you soon.</p>');
      const words = stage.querySelector('p')!;
      expect(words.getBoundingClientRect().height).to.equal(0);
      await write(element);
      await sendAndWait(element);
      expect(words.getBoundingClientRect().height).to.be.greaterThan(0);
    });

    it('as text, whatever they are', async () => {
      warnings();
      shopAnswers(() => json({ message: `${xssPayloads.join(' ')} end` }, 422));
      const element = await mount(`${teapot} ${own}`);
      element.label = xssPayloads.join(' ');
      await write(element);
      choose(field(element, '[type=file]'), photo({ name: xssPayloads.join(' ') }));
      await sendAndWait(element);
      expect(messageOf(element)).not.to.equal('');
      expect(element.shadowRoot!.querySelectorAll('script, iframe, style')).to.have.length(0);
      expect(window).not.to.have.property('__xss');
    });

    it('nowhere but to web addresses', async () => {
      for (const payload of xssPayloads) {
        const element = await mount(teapot);
        element.action = payload;
        await rendered();
        const { protocol } = new URL(formOf(element).getAttribute('action') ?? '', location.href);
        expect(protocol, payload).to.match(/^https?:$/);
      }
    });
  });

  describe('fits', () => {
    it('320 px, and text of twice the size', async function () {
      if (!(await setViewport({ width: 320, height: 700 }))) this.skip();
      for (const inner of ['', shopForm]) {
        const element = await mount(`${teapot} ${own}`, inner);
        stage.style.setProperty('--cue-font-size', '200%');
        await rendered();
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const control of element.shadowRoot!.querySelectorAll<HTMLElement>('.send, #text, #photo'))
          expect(control.getBoundingClientRect().height).to.be.at.least(44);
      }
      await setViewport({ width: 1280, height: 720 });
    });

    it('how much is left to be written', async () => {
      const element = await mount(`${teapot} ${own} min-length="5" max-length="50"`);
      expect(inside(element, '#hint').textContent).to.equal('At least 5 characters · 50 characters left');
      fill(field(element, 'textarea'), 'x'.repeat(49));
      await rendered();
      expect(inside(element, '#hint').textContent).to.equal('At least 5 characters · 1 character left');
    });
  });

  it('by keyboard alone', async function () {
    // WebKit goes by Tab to text fields and lists only, unless its user wants it otherwise.
    if (engine === 'webkit') this.skip();
    shopAnswers(() => json({}));
    const facts = hearFacts();
    const element = await mount(`${teapot} ${own} max-photo-size="0"`);
    field(element, '[type=radio]').focus();
    await sendKeys({ press: 'Space' });
    for (let press = 0; press < 2; press++) await sendKeys({ press: 'ArrowRight' });
    expect(field(element, ':checked').value).to.equal('3');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Good.' });
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(inside(element, '.send'))).to.equal(true);
    await sendKeys({ press: 'Space' });
    await until('it is told', () => facts.length === 1);
    await nextTask();
    expect(facts[0]!.detail.rating).to.equal(3);
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(inside(element, '.again'))).to.equal(true);
  });
});

/** Counts the addresses of files that are made and let go of, until the test is over. */
function watchAddresses(): { made: string[]; revoked: string[] } {
  const made: string[] = [];
  const revoked: string[] = [];
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (file) => {
    const address = createObjectURL.call(URL, file);
    made.push(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    revoked.push(address);
    revokeObjectURL.call(URL, address);
  };
  restores.push(() => Object.assign(URL, { createObjectURL, revokeObjectURL }));
  return { made, revoked };
}

const restores: (() => void)[] = [];

afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});
