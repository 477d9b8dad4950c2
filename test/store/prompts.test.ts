import { expect } from 'chai';
import { $prompt, onPromptMessage, setPrompt, tellPrompt } from '../../src/store/prompts.js';
import type { ChosenPrompt, PromptMessage } from '../../src/store/prompts.js';
import { forgetPage } from '../forget-page.js';

const chosen: ChosenPrompt = {
  campaign: 'welcome',
  variant: 'calm',
  surface: 'welcome',
  moment: 'exit-intent',
  state: 'chosen',
  at: 5,
};

describe('the prompt of a page', () => {
  beforeEach(() => forgetPage());

  it('is one, and wakes nobody who knows it already', () => {
    const heard: unknown[] = [];
    const stop = $prompt.listen((prompt) => heard.push(prompt?.state));
    setPrompt(chosen);
    setPrompt({ ...chosen });
    setPrompt({ ...chosen, state: 'open' });
    setPrompt(undefined);
    expect(heard).to.deep.equal(['chosen', 'open', undefined]);
    stop();
  });

  it('is answered within the call that says it is ready', () => {
    const stop = onPromptMessage(({ type }) => {
      if (type === 'ready') setPrompt({ ...chosen, state: 'open' });
    });
    setPrompt(chosen);
    tellPrompt({ type: 'ready', campaign: 'welcome' });
    expect($prompt.get()?.state).to.equal('open');
    stop();
  });

  it('is told to nobody who has stopped listening', () => {
    const heard: PromptMessage[] = [];
    const stop = onPromptMessage((message) => heard.push(message));
    tellPrompt({ type: 'closed', campaign: 'welcome' });
    stop();
    tellPrompt({ type: 'closed', campaign: 'welcome' });
    expect(heard).to.have.length(1);
  });
});
