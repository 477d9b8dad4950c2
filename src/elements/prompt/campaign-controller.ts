import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Clock } from '../../browser/clock.js';
import { attempt } from '../../browser/report.js';
import { $prompt, openPrompts, tellPrompt } from '../../store/prompts.js';
import type { ChosenPrompt } from '../../store/prompts.js';
import { contentReady } from './content-ready.js';

interface CampaignHost extends ReactiveControllerHost, HTMLElement {
  campaign: string | undefined;
  variant: string | undefined;
  placement: string;
  open: boolean;
  /** @returns whether it could be shown */
  prepare(): Promise<boolean>;
  /** Shows it, unasked. */
  appear(): void;
}

/**
 * Shows its host when its campaign has been chosen: prepares it, says that it could be shown, shows it if it may be, and says once
 * when it is gone.
 */
export class CampaignController implements ReactiveController {
  /** What the host shows, or has shown last. */
  variant: string | undefined;
  readonly #host: CampaignHost;
  readonly #clock: () => Clock;
  /** For which it is prepared or open; aborted when it is neither any more. */
  #current: { chosen: ChosenPrompt; opened: boolean; end: AbortController } | undefined;
  #stop: (() => void) | undefined;

  constructor(host: CampaignHost, clock: () => Clock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop ??= $prompt.listen(() => this.#settle());
    this.#settle();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    openPrompts().delete(this.#host);
    this.#leave();
  }

  /** What this changes in the store is rendered at once, a tab for instance, and not once more. */
  hostUpdate(): void {
    if (this.#current?.opened && !this.#host.open) this.#leave();
  }

  hostUpdated(): void {
    const { open, isConnected } = this.#host;
    openPrompts()[open && isConnected ? 'add' : 'delete'](this.#host);
    // Its campaign may be another one now.
    if (isConnected) this.#settle();
  }

  #settle(): void {
    const now = $prompt.get();
    const { campaign: name, variant: own } = this.#host;
    const isMine = name && now && [now.campaign, now.surface].includes(name) && (!own || own === now.variant);
    const mine = isMine ? now : undefined;
    const { campaign, variant } = this.#current?.chosen ?? {};
    if (this.#current && (mine?.campaign !== campaign || mine?.variant !== variant)) this.#leave();
    if (mine?.state !== 'chosen' || this.#current) return;
    const current = (this.#current = { chosen: mine, opened: false, end: new AbortController() });
    attempt('a prompt could not be prepared', () => this.#prepare(current));
  }

  async #prepare(current: { chosen: ChosenPrompt; opened: boolean; end: AbortController }): Promise<void> {
    const { chosen, end } = current;
    const { signal } = end;
    if (!(await this.#host.prepare()) && !signal.aborted) return this.#leave();
    await contentReady(this.#host, this.#clock());
    if (this.#host.placement === 'inline') {
      const { placeFree } = await import('./place-free.js');
      await placeFree(this.#host, signal);
    }
    if (signal.aborted) return;
    tellPrompt({ type: 'ready', campaign: chosen.campaign });
    if (signal.aborted || $prompt.get()?.state !== 'open') return;
    current.opened = true;
    this.variant = chosen.variant;
    this.#host.appear();
  }

  #leave(): void {
    const current = this.#current;
    if (!current) return;
    const { campaign } = current.chosen;
    this.#current = undefined;
    current.end.abort();
    if (current.opened) this.#host.open = false;
    // Who has taken it back knows.
    if (current.opened || $prompt.get()?.campaign === campaign) tellPrompt({ type: 'closed', campaign });
  }
}
