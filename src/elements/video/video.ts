import { html, nothing } from 'lit/html.js';
import { attempt } from '../../browser/report.js';
import { safeUrl } from '../../browser/safe-url.js';
import { productAttributes } from '../../product/product-attributes.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import type { Chapters } from './create-chapters.js';
import { titleOf } from './title-of.js';
import { messages } from './video.messages.js';
import { videoSource } from './video-source.js';
import type { VideoSource } from './video-source.js';
import { styles } from './video.styles.js';
import { WatchController } from './watch-controller.js';

/**
 * @summary Tells how much of a video is really watched; shows its chapters, with a product for each.
 *
 * Wraps the shop's own `<video>`, whose controls and captions stay the browser's; or a link to a video's page on YouTube or Vimeo,
 * with a picture in it: without scripts that link works, and with them nothing is loaded from there before it is pressed.
 *
 * @slot - A `<video>`, or a link to a video's page with a picture in it; a `<script type="application/json">` with chapters.
 *
 * @fires {FactEvent} cue-video-start - The shopper has begun to watch: it plays, is seen, and does not just play by itself without a sound.
 * @fires {FactEvent} cue-video-progress - 10, 25, 50 or 75 per cent of it were really watched; each second counts once.
 * @fires {FactEvent} cue-video-complete - All but the last twentieth of it was watched.
 *
 * @csspart player - What holds the video.
 * @csspart chapter - A button that goes to a chapter.
 * @csspart product - The product of the chapter that plays.
 *
 * @cssproperty [--cue-video-ratio=16 / 9] - Width to height of another site's video.
 * @cssproperty [--cue-video-play-background=rgb(0 0 0 / 70%)] - Background of the play sign.
 * @cssproperty [--cue-video-play-color=#fff] - The play sign.
 * @cssproperty [--cue-radius=0] - Rounding of another site's video.
 * @cssproperty [--cue-surface=transparent] - Background of the product.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueVideo extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    label: { type: String },
    source: { state: true, attribute: false },
  };

  /** Title of the video; by default what the video, its picture or its link is called. */
  declare label: string | undefined;
  /** @private The other site's video that has taken the place of its link. */
  declare source: VideoSource | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #watch = new WatchController(this, {
    title: () => titleOf(this, this.#link),
    product: () => this.#product.product,
    onTime: (time) => this.#chapters?.onTime(time),
  });
  #chapters: Chapters | undefined;
  #loading = false;
  /** Whether the player gets the focus of the link that it takes the place of. */
  #takesFocus = false;

  constructor() {
    super();
    this.addEventListener('click', (event) => attempt('a video could not be shown', () => this.#onClick(event)));
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...productAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!productAttributes.includes(name)) super.attributeChangedCallback(name, before, after);
    else if (this.hasUpdated) this.#product.resolve();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chapters?.stop();
    this.#chapters = undefined;
    // Its player would begin anew.
    this.source = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  get #video(): HTMLVideoElement | null {
    return this.querySelector('video');
  }

  /** The link to another site's video, if that is what the element wraps. */
  get #link(): HTMLAnchorElement | undefined {
    if (this.#video) return undefined;
    return [...this.querySelectorAll<HTMLAnchorElement>(':scope > a')].find(({ href }) => videoSource(href));
  }

  #onClick(event: MouseEvent): void {
    const link = this.#link;
    if (!link || !event.composedPath().includes(link) || event.defaultPrevented) return;
    // Whoever wants it in another tab gets it there.
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#play(link);
  }

  #play(link: HTMLAnchorElement, at?: number): void {
    this.#takesFocus = link.contains(this.ownerDocument.activeElement);
    this.source = videoSource(link.href, at);
  }

  #seek(time: number): void {
    const link = this.#link;
    if (link && !this.source) this.#play(link, time);
    else this.#watch.seek(time);
  }

  protected override updated(): void {
    const frame = this.renderRoot.querySelector('iframe');
    this.#watch.attach(frame ?? this.#video, this.source);
    if (frame && this.#takesFocus) frame.focus();
    this.#takesFocus = false;
    if (this.#chaptersClass && !this.#chapters) attempt('chapters could not be shown', () => this.#loadChapters());
  }

  /** Few videos have chapters. */
  async #loadChapters(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const { createChapters } = await import('./create-chapters.js');
      if (!this.isConnected) return;
      this.#chapters = createChapters(this, {
        seek: (time) => this.#seek(time),
        say: (key) => this.#messages.say(key),
      });
      this.#chapters.read();
    } finally {
      this.#loading = false;
    }
  }

  #onSlotChange(): void {
    this.#chapters?.read();
    this.requestUpdate();
  }

  protected override render(): unknown {
    const link = this.#link;
    const { source } = this;
    return html`<div class="player ${link ? 'elsewhere' : ''}" part="player">
        <slot ?hidden=${source} @slotchange=${this.#onSlotChange}></slot>
        ${link && !source ? renderSign() : nothing}
        ${
          source
            ? html`<iframe
                src=${safeUrl(source.player) ?? nothing}
                title=${titleOf(this, this.#link) ?? this.#messages.say('video')}
                allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
                referrerpolicy="strict-origin-when-cross-origin"
              ></iframe>`
            : nothing
        }
      </div>
      ${
        this.#chaptersClass
          ? html`<div class=${this.#chaptersClass}>${this.#chapters?.render() ?? nothing}</div>`
          : nothing
      }`;
  }

  /** What keeps the place of the chapters until they are there; empty without any. */
  get #chaptersClass(): string {
    if (this.querySelector(':scope > script[type="application/json"]'))
      return `root chapters ${this.#chapters ? '' : 'awaited'}`;
    return this.querySelector('track[kind=chapters]') ? 'root chapters' : '';
  }
}

function renderSign(): unknown {
  return html`<span class="sign" aria-hidden="true"
    ><svg viewBox="0 0 24 24"><path d="M7 4v16l13-8z" /></svg
  ></span>`;
}
