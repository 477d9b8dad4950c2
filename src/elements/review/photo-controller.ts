import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import type { ShownPhoto } from './show-photo.js';

/** What the photo's part needs to know of its element. */
export interface PhotoWords {
  say(key: 'remove' | 'tooLarge' | 'noPhoto', values?: Readonly<Record<string, number>>): string;
  /** In megabytes. */
  most(): number;
}

/** Shows what was chosen in the fields for photos, `<input type="file" data-cue="photo">`; the code for that comes with the first photo. */
export class PhotoController implements ReactiveController, EventListenerObject {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #words: PhotoWords;
  readonly #shown = new Map<HTMLInputElement, ShownPhoto>();

  constructor(host: ReactiveControllerHost & HTMLElement, words: PhotoWords) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('input', this);
  }

  /** The pictures are let go of: they are as large as the files. */
  hostDisconnected(): void {
    this.#host.removeEventListener('input', this);
    for (const shown of this.#shown.values()) shown.end();
    this.#shown.clear();
  }

  handleEvent(event: Event): void {
    const [field] = event.composedPath() as HTMLInputElement[];
    if (field!.type === 'file' && field!.dataset.cue === 'photo')
      attempt('a photo could not be shown', () => this.#show(field!));
  }

  async #show(field: HTMLInputElement): Promise<void> {
    const { showPhoto } = await import('./show-photo.js');
    if (!this.#host.isConnected) return;
    let shown = this.#shown.get(field);
    if (!shown) this.#shown.set(field, (shown = showPhoto(field, this.#words)));
    shown.update();
  }
}
