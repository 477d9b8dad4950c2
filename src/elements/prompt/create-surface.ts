import type { ReactiveControllerHost } from '@lit/reactive-element';
import { html } from 'lit/html.js';
import type { Clock } from '../../browser/clock.js';
import { inView } from '../../browser/in-view.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { tellPrompt } from '../../store/prompts.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { hostStyles } from '../internal/host-styles.js';
import type { MessagesController } from '../internal/messages-controller.js';
import { acceptingFacts } from './accepting-facts.js';
import { createFacts } from './create-facts.js';
import type { Steps } from './create-steps.js';
import type { Tab } from './create-tab.js';
import { coveringPlacements, edgePlacements, placements, waitingPlacements } from './placements.js';
import type { Placement } from './placements.js';
import type { messages } from './prompt.messages.js';
import { styles } from './prompt.styles.js';
import { renderPrompt } from './render-prompt.js';
import { SurfaceController } from './surface-controller.js';

/** Narrower windows have sheets; a phone's, mostly, with a keyboard that comes up from below. */
const SHEET_PX = 480;

/** A live region that has just come is not listened to yet. */
const SAY_MS = 300;

/** The shopper’s answer to a campaign. */
export type Answer = 'not-now' | 'no-thanks' | 'given';

export interface SurfaceHost extends ReactiveControllerHost, HTMLElement {
  campaign: string | undefined;
  placement: Placement;
  position: string | undefined;
  label: string | undefined;
  teaser: string | undefined;
  open: boolean;
  asked: boolean;
  teased: boolean;
  said: string;
  renderRoot: HTMLElement | DocumentFragment;
}

interface SurfaceOptions {
  say: MessagesController<typeof messages>;
  clock: Clock;
  /** The variant that is shown. */
  variant: () => string | undefined;
}

/** What can be seen of a prompt, and what a shopper does with it. Its code comes when it is about to be shown. */
export interface Surface {
  /** Loads what only some prompts have; `undefined` when nothing is missing. */
  load(): Promise<unknown> | undefined;
  /** It is shown for a campaign: what is told, is told anew. */
  restart(): void;
  dismiss(answer: Answer, action: string): void;
  render(): unknown;
  /** When the host has rendered. */
  updated(): void;
}

export function createSurface(host: SurfaceHost, { say, clock, variant }: SurfaceOptions): Surface {
  for (const sheet of [hostStyles, styles]) adoptStyles(host, sheet);
  let steps: Steps | undefined;
  let tab: Tab | undefined;
  let edge = false;

  const placement = (): Placement => (placements.includes(host.placement) ? host.placement : 'corner');
  const panel = (): HTMLElement | null => host.renderRoot.querySelector('.panel');
  const heading = (): Element | null => host.querySelector(':scope > [slot=heading]');
  const named = (): string =>
    host.label || (heading() ?? host.querySelector('h1, h2, h3, h4, h5, h6'))?.textContent.trim() || say.say('name');

  const facts = createFacts(host, () => ({ campaign: host.campaign, variant: variant(), placement: placement() }));
  const onSeen = (): void => facts.tell('cue-prompt-view', 'show');
  const surface = new SurfaceController(host, {
    panel,
    overlay: () => placement() !== 'inline',
    covers: () => coveringPlacements.has(placement()),
    onEscape: () => dismiss('not-now', 'escape'),
    onShow(shown) {
      steps?.restart();
      const stop = inView(shown, onSeen, clock);
      const timer = clock.wait(() => {
        if (!host.asked) host.said = 'appeared';
      }, SAY_MS);
      const ended = new AbortController();
      if (innerWidth < SHEET_PX)
        attempt('a prompt is not kept above the keyboard', async () => {
          const { aboveKeyboard } = await import('./above-keyboard.js');
          aboveKeyboard(shown, window.visualViewport, ended.signal);
        });
      return () => {
        stop();
        ended.abort();
        shown.style.removeProperty('--keyboard');
        clock.clear(timer);
        host.said = '';
      };
    },
  });

  function dismiss(answer: Answer, action: string): void {
    if (!host.open && !host.teased) return;
    const accepted = facts.has('cue-prompt-accept');
    host.teased = host.open && answer === 'not-now' && !accepted && !!host.teaser;
    host.open = false;
    if (accepted) return;
    facts.tell('cue-prompt-dismiss', action);
    if (host.campaign) tellPrompt({ type: 'answer', answer, campaign: host.campaign });
  }

  function go(by: 1 | -1): boolean {
    const step = steps?.go(by);
    if (!step) return false;
    host.said = say.say('step', step);
    if (surface.hasFocus) panel()?.focus();
    return true;
  }

  for (const type of acceptingFacts)
    host.addEventListener(type, () => {
      facts.tell('cue-prompt-accept', type.slice('cue-'.length));
      go(1);
    });
  host.addEventListener('click', (event) => {
    const target = event.composedPath().find((one) => one instanceof Element && one !== host) as Element | undefined;
    const name = target?.closest('[data-cue]')?.getAttribute('data-cue');
    if (name === 'next' || name === 'back') go(name === 'next' ? 1 : -1);
    // The browser follows a link, and its own listeners are heard, before it goes.
    else if (name === 'accept') {
      facts.tell('cue-prompt-accept', 'click');
      setTimeout(() => {
        if (!go(1)) host.open = false;
      });
    } else if (name === 'not-now' || name === 'no-thanks' || name === 'given') setTimeout(() => dismiss(name, name));
  });

  const onClose = (): void => dismiss('not-now', 'close');

  function onSlotChange(): void {
    steps?.update();
    host.requestUpdate();
  }

  return {
    load() {
      const wanted: Promise<unknown>[] = [];
      const where = placement();
      if (!steps && host.querySelector(':scope > [data-step]'))
        wanted.push(import('./create-steps.js').then(({ createSteps }) => (steps = createSteps(host))));
      if (!tab && (host.teaser || where === 'teaser'))
        wanted.push(
          import('./create-tab.js').then(({ createTab }) => {
            tab = createTab(host, {
              clock,
              text: () => host.teaser || named(),
              remove: (name) => say.say('dismissTeaser', { name }),
              onSeen,
              onRemove: onClose,
            });
          }),
        );
      if (!edge && edgePlacements.has(where))
        wanted.push(
          import('./edge.styles.js').then(({ edgeStyles }) => {
            edge = true;
            adoptStyles(host, edgeStyles);
          }),
        );
      return wanted.length ? Promise.all(wanted) : undefined;
    },
    restart: () => facts.reset(),
    dismiss,
    updated() {
      tab?.updated(surface.leftFocus);
      surface.leftFocus = false;
    },
    render() {
      const where = placement();
      if (where !== host.placement)
        warnOnce(`<cue-prompt> knows no placement “${host.placement}”, only ${placements.join(', ')}; it is a corner`);
      const edges = host.position?.split(/\s+/) ?? [];
      const position = ['start', 'end', 'top'].filter((edge) => edges.includes(edge)).join(' ');
      const { open, label } = host;
      // Its language may come after it.
      const said = host.said === 'appeared' ? say.say('appeared', { name: named() }) : host.said;
      return html`<p class="said" role="status">${said}</p>
        ${renderPrompt({
          placement: where,
          position,
          open,
          modal: host.asked && waitingPlacements.has(where),
          surface,
          name: named(),
          label,
          hasHeading: !!label || !!heading(),
          hasActions: !!host.querySelector(':scope > [slot=actions]'),
          close: say.say('close'),
          onClose,
          onSlotChange,
        })}
        ${tab?.render(position)}`;
    },
  };
}
