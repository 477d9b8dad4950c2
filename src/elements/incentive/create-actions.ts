import type { ReactiveElement } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import type { Incentive } from '../../incentives/incentive.js';
import { takeStep } from '../../incentives/take-step.js';
import type { Step } from '../../incentives/take-step.js';
import type { GrantedIncentive } from '../../store/incentive-life.js';
import type { TimeSource } from '../internal/ending-controller.js';
import type { Doing } from './describe-incentive.js';

/** After that, what is missing is of more interest again. */
const COPIED_MS = 6000;

interface ActionsOptions {
  element: ReactiveElement;
  /** The one that is shown now. */
  incentive: () => Incentive | undefined;
  granted: () => GrantedIncentive | undefined;
  time: () => TimeSource;
}

export interface Actions {
  doing: Doing;
  step(incentive: Incentive, step: Step, action: string, from?: 'element' | 'platform'): boolean;
  /** Whether its code is still with the shop. */
  needsCode(incentive: Incentive): boolean;
  reveal(incentive: Incentive, action: string): void;
  onGet: () => void;
  onCopy: (event: Event) => void;
  onApply: () => void;
}

/** What is done with an incentive: it is got, its code shown and copied, and used. */
export function createActions({ element, incentive: current, granted, time }: ActionsOptions): Actions {
  const now = () => time().now();

  function set(doing: Doing): void {
    actions.doing = doing;
    element.requestUpdate();
  }

  const actions: Actions = {
    doing: undefined,

    step: (incentive, step, action, from = 'element') =>
      takeStep(element, incentive, step, { from, element: element.localName, action }, now()),

    needsCode({ code }) {
      return code !== undefined && code.from !== 'static' && granted()?.code === undefined && !granted()?.offer;
    },

    reveal(incentive, action) {
      set('pending');
      attempt('an incentive could not be fetched', async () => {
        // A page whose codes are in its definitions asks nobody.
        const { obtainCode } = actions.needsCode(incentive)
          ? await import('../../incentives/obtain-code.js')
          : { obtainCode: () => true as const };
        const obtained = await obtainCode(incentive, { now });
        if (current()?.id !== incentive.id) return;
        if (obtained === true) actions.step(incentive, { type: 'reveal' }, action);
        else if (obtained !== 'offline') actions.step(incentive, { type: 'refuse', reason: obtained }, action);
        set(obtained === true ? 'revealed' : obtained === 'offline' ? 'offline' : 'refused');
      });
    },

    onGet() {
      const incentive = current();
      if (!incentive || actions.doing === 'pending') return;
      actions.step(incentive, { type: 'grant' }, 'click');
      actions.reveal(incentive, 'click');
    },

    /** The clipboard is asked within the press: later, browsers refuse. There is none on pages without TLS. */
    onCopy(event) {
      const incentive = current();
      const code = element.renderRoot.querySelector('.code');
      if (!incentive || !code) return;
      attempt('a code could not be copied', async () => {
        try {
          if (event.type === 'click') await navigator.clipboard.writeText(code.textContent.trim());
          actions.step(incentive, { type: 'copy' }, event.type);
          set('copied');
          time().clock.wait(() => actions.doing === 'copied' && set('revealed'), COPIED_MS);
        } catch {
          getSelection()?.selectAllChildren(code);
          set('manual');
        }
      });
    },

    onApply() {
      const incentive = current();
      const { code, offer } = granted() ?? {};
      const text = offer ?? code ?? (incentive?.code?.from === 'static' ? incentive.code.code : undefined);
      if (!incentive || text === undefined || actions.doing === 'applying') return;
      set('applying');
      attempt('an incentive could not be used', async () => {
        try {
          const { useInCart } = await import('./use-in-cart.js');
          actions.step(incentive, await useInCart(text), 'click');
          set('revealed');
        } catch {
          set('offline');
        }
      });
    },
  };
  return actions;
}
