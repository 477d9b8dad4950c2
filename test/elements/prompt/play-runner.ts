import { $prompt, onPromptMessage, setPrompt } from '../../../src/store/prompts.js';
import type { ChosenPrompt, PromptMessage } from '../../../src/store/prompts.js';

/** Does what runs the campaigns: says what is chosen, and whether what is ready may be shown. */
export interface Runner {
  /** All that it was told. */
  readonly messages: PromptMessage[];
  /** What it was told, in words: `ready welcome`. */
  readonly said: string[];
  /** Whether what is ready may be shown. */
  allows: boolean;
  choose(campaign: string, more?: Partial<ChosenPrompt>): void;
}

const stops: (() => void)[] = [];

/** Plays until the test is over. */
export function playRunner(): Runner {
  const messages: PromptMessage[] = [];
  const runner: Runner = {
    messages,
    get said() {
      return messages.map(({ type, campaign, ...more }) => [type, campaign, ...Object.values(more)].join(' '));
    },
    allows: true,
    choose(campaign, more) {
      setPrompt({
        campaign,
        variant: 'default',
        surface: campaign,
        moment: 'exit-intent',
        state: 'chosen',
        at: 1,
        ...more,
      });
    },
  };
  stops.push(
    onPromptMessage((message) => {
      messages.push(message);
      const now = $prompt.get();
      if (!now || now.campaign !== message.campaign) return;
      if (message.type === 'closed') setPrompt(undefined);
      if (message.type === 'ready') setPrompt(runner.allows ? { ...now, state: 'open' } : undefined);
    }),
  );
  return runner;
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  setPrompt(undefined);
});
