import { expect } from 'chai';
import '../../../src/define/product.js';
import '../../../src/define/video.js';
import { CueVideo } from '../../../src/elements/video/video.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';
import { fakeVideo, letGo } from './fake-video.js';
import type { FakeVideo } from './fake-video.js';

type Fact = FactEvent<'cue-video-start' | 'cue-video-progress' | 'cue-video-complete'>;

const ID = 'aqz-KE-bpKQ';
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';
const YOUTUBE = 'https://www.youtube-nocookie.com';
const PRODUCT = { id: 't1', name: 'Teapot', price: 24.9, currency: 'EUR', url: 'https://shop.example/teapot' };

/** Each test has a video of its own: what is told of one is told once a page view. */
let number = 0;
const file = (): string => `https://shop.example/video-${++number}.mp4`;

const videoMarkup = (inner = '', attributes = ''): string =>
  `<cue-video ${attributes}><video controls preload="none" width="320" height="180" aria-label="How to pour">${inner}</video></cue-video>`;

const chaptersJson = (chapters: unknown): string =>
  `<script type="application/json">${JSON.stringify({ chapters })}</script>`;

const linkMarkup = (href = `https://www.youtube.com/watch?v=${ID}`, inner = ''): string =>
  `<cue-video><a href="${href}"><img src="${PICTURE}" alt="How to pour" width="320" height="180"></a>${inner}</cue-video>`;

const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-video-start', 'cue-video-progress', 'cue-video-complete');
const told = (facts: readonly Fact[]): string[] =>
  facts.map(({ type, detail }) => `${type.replace('cue-video-', '')} ${detail.video_percent}`);
const videoOf = (element: Element): HTMLVideoElement => element.querySelector('video')!;
const chapterButtons = (element: Element): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('ol button'),
];
const words = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();

/** Where a file comes from, which a video without one cannot say. */
function setFile(video: HTMLVideoElement, address: string): void {
  Object.defineProperty(video, 'currentSrc', { configurable: true, get: () => address });
}

/** A video of ours in view, and its element. */
async function mountVideo(
  markup = videoMarkup(),
  { duration = 100, address = file() } = {},
): Promise<{ element: CueVideo; video: FakeVideo; address: string }> {
  const element = await mount<CueVideo>(markup);
  setFile(videoOf(element), address);
  const video = fakeVideo(videoOf(element), duration);
  await seen();
  return { element, video, address };
}

/** The browser tells what is in view a frame later. */
const seen = async (): Promise<void> => {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
};

async function pressLink(element: Element): Promise<HTMLIFrameElement> {
  element.querySelector('a')!.click();
  await nextTask();
  return inside<HTMLIFrameElement>(element, 'iframe');
}

describe('<cue-video>', () => {
  afterEach(letGo);

  describe('is accessible', function () {
    this.timeout(60_000);

    it('around a video, with chapters and a product', async () => {
      const { element, video } = await mountVideo(
        videoMarkup().replace(
          '</cue-video>',
          `${chaptersJson([
            { start: 0, title: 'Warming', product: PRODUCT },
            { start: 20, title: 'Pouring' },
          ])}</cue-video>`,
        ),
      );
      await until('the chapters are there', () => chapterButtons(element).length === 2);
      await expectAccessibleInAllColours('with chapters');
      video.play();
      video.watch(2);
      await nextTask();
      expect(inside(element, 'a.card').textContent).to.contain('Teapot');
      await expectAccessibleInAllColours('a chapter with a product');
    });

    it('around a link to another site', async () => {
      const element = await mount<CueVideo>(linkMarkup());
      await expectAccessibleInAllColours('the link');
      await pressLink(element);
      await expectAccessible('the player');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      const { element } = await mountVideo(
        videoMarkup().replace('</cue-video>', `${chaptersJson([{ start: 65, title: 'Pouring' }])}</cue-video>`),
      );
      await until('the chapters are there', () => chapterButtons(element).length === 1);
      expect((await ariaSnapshot('cue-video'))!.split('\n').slice(-3)).to.deep.equal([
        '- list "Chapters":',
        '  - listitem:',
        '    - button "1:05 Pouring"',
      ]);
      await mount(linkMarkup());
      expect(await ariaSnapshot('cue-video')).to.equal(
        ['- link "How to pour":', `  - /url: https://www.youtube.com/watch?v=${ID}`, '  - img "How to pour"'].join(
          '\n',
        ),
      );
    });
  });

  describe('comes and goes', () => {
    it('around what the page has, without touching it', async () => {
      const markup = videoMarkup('<track kind="captions" src="data:text/vtt,WEBVTT" srclang="en">');
      const { element } = await mountVideo(markup);
      expect(element.outerHTML.replaceAll('=""', '')).to.equal(markup.replace(' >', '>'));
      expect(inside<HTMLSlotElement>(element, 'slot').assignedElements()).to.deep.equal([videoOf(element)]);
      expect(element.shadowRoot!.querySelectorAll('button, iframe, img, ol')).to.have.length(0);
    });

    it('made by script, with a video that comes later', async () => {
      const element = document.createElement('cue-video');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
      const video = document.createElement('video');
      video.width = 320;
      video.height = 180;
      element.append(video);
      await nextTask();
      setFile(video, file());
      const facts = hearFacts();
      const fake = fakeVideo(video);
      await seen();
      fake.play();
      fake.watch(1);
      expect(told(facts)).to.deep.equal(['start 0']);
    });

    it('moved and put back ten times, it goes on counting, and leaves no listener behind', async () => {
      const { element, video } = await mountVideo();
      const facts = hearFacts();
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          element.remove();
          await nextTask();
          stage.append(element);
          await nextTask();
        }
        element.remove();
        await nextTask();
      });
      expect(left).to.deep.equal([]);
      stage.append(element);
      await nextTask();
      await seen();
      video.play();
      video.watch(11);
      expect(told(facts)).to.deep.equal(['start 0', 'progress 10']);
    });

    it('a player of another site that is moved gives its place back to the link', async () => {
      const element = await mount<CueVideo>(linkMarkup());
      await pressLink(element);
      element.remove();
      stage.append(element);
      await nextTask();
      expect(element.shadowRoot!.querySelectorAll('iframe')).to.have.length(0);
      expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
    });

    it('ten times, in all its forms, it leaves no listener behind', async () => {
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          await mount(videoMarkup().replace('</cue-video>', `${chaptersJson([{ start: 0, title: 'x' }])}</cue-video>`));
          await nextTask();
          const element = await mount<CueVideo>(linkMarkup());
          await pressLink(element);
          await nextTask();
          stage.replaceChildren();
          await nextTask();
        }
      });
      expect(left).to.deep.equal([]);
    });
  });

  describe('tells what was really watched', () => {
    it('the start, each step and the whole, each once', async () => {
      const { video, address } = await mountVideo(videoMarkup(), { address: `${file()}?token=secret#t=3` });
      const facts = hearFacts();
      video.play();
      expect(told(facts)).to.deep.equal(['start 0']);
      video.watch(100);
      expect(told(facts)).to.deep.equal([
        'start 0',
        'progress 10',
        'progress 25',
        'progress 50',
        'progress 75',
        'complete 100',
      ]);
      const clean = address.split('?')[0]!;
      expect(facts[0]!.detail).to.deep.equal({
        video_url: clean,
        video_provider: 'html5',
        video_title: 'How to pour',
        video_duration: 100,
        video_current_time: 0,
        video_percent: 0,
        video_watched_time: 0,
        cause: { from: 'element', element: 'cue-video', action: 'play' },
      });
      expect(facts[2]!.detail).to.deep.include({ video_current_time: 25, video_percent: 25, video_watched_time: 25 });
      expect(facts.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
      video.seek(0);
      video.play();
      video.watch(100);
      expect(facts, 'watched once more').to.have.length(6);
    });

    it('not the playhead: who drags it to the end has watched nothing', async () => {
      const { video } = await mountVideo();
      const facts = hearFacts();
      video.play();
      video.watch(1);
      video.seek(90);
      video.watch(10);
      expect(told(facts)).to.deep.equal(['start 0', 'progress 10']);
      expect(facts[1]!.detail.video_watched_time).to.be.closeTo(10, 0.3);
    });

    it('seconds that are watched again count once', async () => {
      const { video } = await mountVideo();
      const facts = hearFacts();
      video.play();
      for (let round = 0; round < 8; round++) {
        video.watch(5);
        video.seek(0);
      }
      expect(told(facts)).to.deep.equal(['start 0']);
    });

    it('nothing while it is paused, waits or is out of sight', async () => {
      const { element, video } = await mountVideo();
      const facts = hearFacts();
      video.play();
      video.watch(5);
      video.pause();
      video.watch(30);
      expect(told(facts)).to.deep.equal(['start 0']);
      element.style.cssText = 'position: fixed; inset-inline-start: -9999px';
      await seen();
      video.play();
      video.watch(50);
      expect(told(facts)).to.deep.equal(['start 0']);
      element.removeAttribute('style');
      await seen();
      video.watch(6);
      expect(told(facts)).to.deep.equal(['start 0', 'progress 10']);
    });

    it('nothing of what plays by itself without a sound, until the shopper lets it be heard', async () => {
      const { video } = await mountVideo(videoMarkup().replace('controls', 'autoplay muted loop'));
      const facts = hearFacts();
      video.play({ muted: true, byShopper: false });
      video.watch(60);
      expect(facts).to.have.length(0);
      video.mute(false);
      expect(told(facts)).to.deep.equal(['start 0']);
      video.watch(11);
      expect(told(facts)).to.deep.equal(['start 0', 'progress 10']);
    });

    it('what plays by itself, though somebody has just clicked elsewhere', async () => {
      const { video } = await mountVideo(videoMarkup().replace('controls', 'autoplay muted'));
      const facts = hearFacts();
      video.play({ muted: true, byShopper: true });
      video.watch(60);
      expect(facts, 'autoplay').to.have.length(0);
      video.pause();
      video.play({ muted: true, byShopper: true });
      video.watch(1);
      expect(told(facts), 'pressed').to.deep.equal(['start 0']);
    });

    it('what a shopper starts without a sound, who may be reading the captions', async () => {
      const { video } = await mountVideo();
      const facts = hearFacts();
      video.play({ muted: true });
      video.watch(11);
      expect(told(facts)).to.deep.equal(['start 0', 'progress 10']);
      expect(facts.map(({ detail }) => detail.video_muted)).to.deep.equal([true, true]);
    });

    it('once per video and page view, whichever element shows it', async () => {
      const address = file();
      const first = await mountVideo(videoMarkup(), { address });
      const facts = hearFacts();
      first.video.play();
      first.video.watch(8);
      const again = await mountVideo(videoMarkup(), { address });
      again.video.seek(50);
      again.video.play();
      again.video.watch(8);
      expect(told(facts), 'together they are sixteen seconds').to.deep.equal(['start 0', 'progress 10']);
      const before = location.href;
      history.pushState(null, '', '?another-page');
      again.video.pause();
      const other = await mountVideo(videoMarkup(), { address });
      other.video.play();
      other.video.watch(1);
      history.pushState(null, '', before);
      expect(told(facts).slice(2), 'another page view').to.deep.equal(['start 0']);
    });

    it('for another video in the same element anew', async () => {
      const { element, video } = await mountVideo();
      const facts = hearFacts();
      video.play();
      video.watch(11);
      setFile(videoOf(element), file());
      videoOf(element).dispatchEvent(new Event('emptied'));
      video.seek(0);
      video.play();
      video.watch(1);
      expect(told(facts)).to.deep.equal(['start 0', 'progress 10', 'start 0']);
      expect(new Set(facts.map(({ detail }) => detail.video_url)).size).to.equal(2);
    });

    it('no part of what has no end, and no address of a stream', async () => {
      const { video } = await mountVideo(videoMarkup(), { duration: Infinity, address: 'blob:https://shop.example/1' });
      const facts = hearFacts();
      video.play();
      video.watch(60);
      expect(told(facts)).to.deep.equal(['start 0']);
      expect(facts[0]!.detail.video_url).to.equal(location.href.replace(/[?#].*/, ''));
      expect(facts[0]!.detail.video_duration).to.equal(undefined);
    });

    it('with the product it stands for, and the title that it is given', async () => {
      const markup = `<cue-product product-id="t1" name="Teapot" price="5" currency="EUR">${videoMarkup('', 'label="Pouring tea"')}</cue-product>`;
      await mount(markup);
      const element = stage.querySelector('cue-video')!;
      setFile(videoOf(element), file());
      const video = fakeVideo(videoOf(element));
      await seen();
      const facts = hearFacts();
      video.play();
      expect(facts[0]!.detail.product).to.deep.equal({ id: 't1', name: 'Teapot', price: 5, currency: 'EUR' });
      expect(facts[0]!.detail.video_title).to.equal('Pouring tea');
    });

    it('nothing when it is only shown', async () => {
      const facts = hearFacts();
      const { video } = await mountVideo();
      video.watch(5);
      video.seek(50);
      expect(facts).to.have.length(0);
    });
  });

  describe('chapters', () => {
    const chapters = [
      { start: 0, title: 'Warming', product: PRODUCT },
      { start: 20, title: 'Pouring' },
      { start: 40, title: 'Drinking', product: { id: 't2', name: 'Cup' } },
    ];
    const withChapters = (list: unknown = chapters): string =>
      videoMarkup().replace('</cue-video>', `${chaptersJson(list)}</cue-video>`);

    it('go to their place and play, and the one that plays is marked', async () => {
      const { element, video } = await mountVideo(withChapters());
      await until('the chapters are there', () => chapterButtons(element).length === 3);
      expect(chapterButtons(element).map(words)).to.deep.equal(['0:00 Warming', '0:20 Pouring', '0:40 Drinking']);
      const marked = (): number => element.shadowRoot!.querySelectorAll('[aria-current], .card').length;
      expect(marked(), 'nothing plays yet').to.equal(0);
      const [, pouring] = chapterButtons(element);
      pouring!.focus();
      await sendKeys({ press: 'Enter' });
      await until('it plays', () => video.asked === 1);
      expect(videoOf(element).currentTime).to.equal(20);
      video.watch(1);
      await nextTask();
      const current = (): (string | null)[] =>
        chapterButtons(element).map((button) => button.getAttribute('aria-current'));
      expect(current()).to.deep.equal([null, 'true', null]);
      expect(element.shadowRoot!.activeElement === pouring, 'the focus stays').to.equal(true);
      video.watch(20);
      await nextTask();
      expect(current()).to.deep.equal([null, null, 'true']);
    });

    it('show their product while they play, in a place that stays', async () => {
      const { element, video } = await mountVideo(withChapters());
      await until('the chapters are there', () => chapterButtons(element).length === 3);
      const { height } = element.getBoundingClientRect();
      video.play();
      video.watch(1);
      await nextTask();
      const card = inside<HTMLAnchorElement>(element, '.card');
      expect(card.href).to.equal(PRODUCT.url);
      expect(words(card)).to.contain('Teapot').and.to.contain('24.90');
      expect(element.getBoundingClientRect().height).to.equal(height);
      video.seek(25);
      await nextTask();
      expect(element.shadowRoot!.querySelectorAll('.card')).to.have.length(0);
      expect(element.getBoundingClientRect().height).to.equal(height);
      video.seek(45);
      await nextTask();
      expect(inside(element, '.card').localName, 'without an address').to.equal('div');
    });

    it('come from the video’s own track', async () => {
      const vtt = `WEBVTT\n\n00:00.000 --> 00:10.000\nWarming\n\n00:10.000 --> 00:20.000\n<b>Pouring</b> tea\n`;
      const track = `<track kind="chapters" src="data:text/vtt,${encodeURIComponent(vtt)}" srclang="en" default>`;
      const { element } = await mountVideo(videoMarkup(track));
      // Engines differ in whether they load a track from a data address: then it is filled by hand.
      const { track: own } = element.querySelector('track')!;
      await until('the track is on', () => own.mode !== 'disabled');
      await new Promise((resolve) => setTimeout(resolve, 90));
      if (!own.cues?.length) {
        own.addCue(new VTTCue(0, 10, 'Warming'));
        own.addCue(new VTTCue(10, 20, '<b>Pouring</b> tea'));
        element.querySelector('track')!.dispatchEvent(new Event('load'));
      }
      await until('the chapters are there', () => chapterButtons(element).length === 2);
      expect(chapterButtons(element).map(words)).to.deep.equal(['0:00 Warming', '0:10 Pouring tea']);
    });

    it('of another site’s video load its player at their place', async () => {
      const element = await mount<CueVideo>(linkMarkup(undefined, chaptersJson(chapters)));
      await until('the chapters are there', () => chapterButtons(element).length === 3);
      chapterButtons(element)[1]!.click();
      await nextTask();
      const { searchParams } = new URL(inside<HTMLIFrameElement>(element, 'iframe').src);
      expect(searchParams.get('start')).to.equal('20');
    });

    it('take the room that cuekit.css has kept for them', async () => {
      for (const markup of [
        withChapters(),
        videoMarkup('<track kind="chapters">'),
        linkMarkup(undefined, chaptersJson(chapters)),
        linkMarkup(),
        videoMarkup(),
      ]) {
        const size = (element: Element): number => Math.round(element.getBoundingClientRect().height);
        const frame = document.createElement('iframe');
        frame.style.inlineSize = '640px';
        frame.srcdoc = `<!doctype html><link rel="stylesheet" href="/src/cuekit.css"><body style="margin:0;font-size:16px;line-height:1.5"><div style="inline-size:320px">${markup}</div>`;
        stage.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        const before = size(frame.contentDocument!.querySelector('cue-video')!);
        stage.style.cssText = 'inline-size: 320px; font-size: 16px; line-height: 1.5';
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = '/src/cuekit.css';
        const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
        document.head.append(link);
        await loaded;
        try {
          const element = await mount<CueVideo>(markup);
          const count = markup.includes('script') ? 3 : 0;
          expect(size(element), `at once: ${markup}`).to.equal(before);
          await until('the chapters are there', () => chapterButtons(element).length === count);
          await nextTask();
          expect(size(element), markup).to.equal(before);
        } finally {
          link.remove();
        }
      }
    });

    it('neither clip nor scroll the page sideways in 320 px at twice the text size', async () => {
      stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
      const { element, video } = await mountVideo(
        withChapters([
          { start: 0, title: 'Donaudampfschifffahrtsgesellschaft', product: { ...PRODUCT, name: 'x'.repeat(200) } },
          { start: 9, title: 'y '.repeat(80) },
        ]),
      );
      await until('the chapters are there', () => chapterButtons(element).length === 2);
      video.play();
      video.watch(1);
      await nextTask();
      expect(stage.scrollWidth).to.be.at.most(320);
      for (const button of chapterButtons(element)) {
        expect(button.getBoundingClientRect().height).to.be.at.least(44);
        expect(button.scrollWidth).to.be.at.most(button.clientWidth + 1);
      }
      await expectAccessible('200 %');
    });

    it('run from right to left where the page does', async () => {
      stage.dir = 'rtl';
      const { element } = await mountVideo(withChapters());
      await until('the chapters are there', () => chapterButtons(element).length === 3);
      const [first, second] = chapterButtons(element).map((button) => button.getBoundingClientRect());
      expect(first!.left).to.be.above(second!.left);
    });

    it('that cannot be read: says so once, and the video is there', async () => {
      const said = warnings();
      const { element } = await mountVideo(
        videoMarkup().replace('</cue-video>', '<script type="application/json">{"chapters":[</script></cue-video>'),
      );
      await until('it is said', () => said.length === 1);
      expect(element.shadowRoot!.querySelectorAll('ol, button')).to.have.length(0);
      expect(videoOf(element).checkVisibility()).to.equal(true);
    });
  });

  describe('of another site', () => {
    it('loads nothing from there before it is pressed, and then the player that asks for least', async () => {
      const element = await mount<CueVideo>(linkMarkup());
      expect(element.shadowRoot!.querySelectorAll('iframe, img, script, link')).to.have.length(0);
      const frame = await pressLink(element);
      expect(frame.src.startsWith(`${YOUTUBE}/embed/${ID}?`)).to.equal(true);
      expect(frame.title).to.equal('How to pour');
      expect(frame.referrerPolicy).to.equal('strict-origin-when-cross-origin');
      expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
      const vimeo = await mount<CueVideo>(linkMarkup('https://vimeo.com/76979871'));
      expect((await pressLink(vimeo)).src).to.contain('https://player.vimeo.com/video/76979871?dnt=1');
      expect(document.querySelectorAll('script[src*="youtube"], script[src*="vimeo"]')).to.have.length(0);
    });

    it('has its sign in the middle of the picture, and the player where the picture was', async () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = '/src/cuekit.css';
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
      document.head.append(link);
      await loaded;
      try {
        const element = await mount<CueVideo>(linkMarkup());
        const middle = ({ left, top, width, height }: DOMRect): number[] =>
          [left + width / 2, top + height / 2].map(Math.round);
        const box = element.getBoundingClientRect();
        expect(middle(inside(element, '.sign').getBoundingClientRect())).to.deep.equal(middle(box));
        for (const part of ['a', 'img'])
          expect(element.querySelector(part)!.getBoundingClientRect().height, part).to.be.closeTo(box.height, 1);
        const frame = (await pressLink(element)).getBoundingClientRect();
        expect([frame.width, frame.height].map(Math.round)).to.deep.equal([box.width, box.height].map(Math.round));
      } finally {
        link.remove();
      }
    });

    it('leaves the link alone when somebody wants it in another tab, or the page has handled it', async () => {
      const element = await mount<CueVideo>(linkMarkup());
      const followed: boolean[] = [];
      on(stage, 'click', (event) => {
        followed.push(!event.defaultPrevented);
        event.preventDefault();
      });
      const link = element.querySelector('a')!;
      for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }));
      expect(followed).to.deep.equal([true, true, true, true]);
      on(link, 'click', (event) => event.preventDefault());
      link.click();
      await nextTask();
      expect(element.shadowRoot!.querySelectorAll('iframe')).to.have.length(0);
    });

    it('takes the focus of the link by keyboard, and leaves other focus where it is', async () => {
      const element = await mount<CueVideo>(linkMarkup());
      element.querySelector('a')!.focus();
      await sendKeys({ press: 'Enter' });
      await until('it is there', () => element.shadowRoot!.querySelector('iframe') !== null);
      expect(element.shadowRoot!.activeElement?.localName).to.equal('iframe');
      await mount(`<input aria-label="Search">${linkMarkup()}`);
      const input = stage.querySelector('input')!;
      input.focus();
      await pressLink(stage.querySelector('cue-video')!);
      expect(document.activeElement === input).to.equal(true);
    });

    it('is watched by its own messages, and forged ones change nothing', async () => {
      const realNow = performance.now.bind(performance);
      let ahead = 0;
      performance.now = () => realNow() + ahead;
      const before = location.href;
      history.replaceState(null, '', '?frames');
      try {
        const element = await mount<CueVideo>(linkMarkup());
        const facts = hearFacts();
        const frame = await pressLink(element);
        // Not every engine lets a message be said to come from another site's window: a window of our own stands for it.
        const player = document.createElement('iframe');
        stage.append(player);
        const { contentWindow } = player;
        Object.defineProperty(frame, 'contentWindow', { value: contentWindow });
        await seen();
        const say = (event: string, info: unknown, from: MessageEventInit = {}): void =>
          void dispatchEvent(
            new MessageEvent('message', {
              origin: YOUTUBE,
              source: contentWindow,
              data: JSON.stringify({ event, info }),
              ...from,
            }),
          );
        let round = 0;
        const playTo = (until: number, from: MessageEventInit = {}): void => {
          for (; round < until * 2; round++) {
            ahead += 500;
            say('infoDelivery', { currentTime: round / 2, duration: 60, playerState: 1 }, from);
          }
        };
        // Its code may be on its way.
        await until('it is connected', () => {
          say('onReady', null);
          say('infoDelivery', { currentTime: 0, duration: 60, playerState: 1 });
          return facts.length > 0;
        });
        playTo(50, { origin: 'https://evil.example' });
        playTo(100, { source: window });
        expect(told(facts)).to.deep.equal(['start 0']);
        round = 0;
        playTo(7);
        expect(told(facts)).to.deep.equal(['start 0', 'progress 10']);
        expect(facts[1]!.detail).to.deep.include({
          video_provider: 'youtube',
          video_url: `https://www.youtube.com/watch?v=${ID}`,
          video_title: 'How to pour',
          video_duration: 60,
        });
      } finally {
        performance.now = realNow;
        history.replaceState(null, '', before);
      }
    });

    it('does not move its sign when reduced motion is wished for', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      const element = await mount<CueVideo>(linkMarkup());
      expect([...document.getAnimations(), ...element.shadowRoot!.getAnimations()]).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });
  });

  describe('given nonsense', () => {
    it('a link that leads to no video, or nothing at all: leaves it as it is', async () => {
      const element = await mount<CueVideo>('<cue-video><a href="https://example.com/">Somewhere</a></cue-video>');
      expect(element.shadowRoot!.querySelectorAll('iframe, .sign')).to.have.length(0);
      expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
      await mount('<cue-video></cue-video>');
    });

    it('executes nothing, whatever it is called and wherever it leads', async () => {
      warnings();
      on(stage, 'click', (event) => event.preventDefault());
      for (const payload of xssPayloads) {
        const element = document.createElement('cue-video');
        const link = document.createElement('a');
        link.href = payload;
        link.textContent = payload;
        element.setAttribute('label', payload);
        const json = document.createElement('script');
        json.type = 'application/json';
        json.textContent = JSON.stringify({
          chapters: [
            {
              start: 0,
              title: payload,
              product: { id: payload, name: payload, url: payload, image: payload, currency: payload, price: 1 },
            },
          ],
        });
        element.append(link, json);
        stage.replaceChildren(element);
        await until('the chapters are there', () => chapterButtons(element).length === 1);
        link.click();
        expect(element.shadowRoot!.querySelectorAll('iframe'), payload).to.have.length(0);
        link.href = `https://youtu.be/${ID}`;
        element.requestUpdate();
        await rendered();
        expect(element.shadowRoot!.querySelectorAll('script, style')).to.have.length(0);
        for (const anchor of element.shadowRoot!.querySelectorAll('a'))
          expect(anchor.protocol).to.be.oneOf(['https:', 'http:', 'mailto:', 'tel:']);
      }
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
    });
  });
});
