import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/campaign.js';
import '../../src/define/prompt.js';
import { $prompt, onPromptMessage, setPrompt } from '../../src/store/prompts.js';

const meta: Meta = {
  title: 'Elements/Campaign',
  component: 'cue-campaign',
  tags: ['!autodocs'],
  // Plays what runs the campaigns: all that is ready may be shown.
  beforeEach() {
    const stop = onPromptMessage(({ type }) => {
      const now = $prompt.get();
      if (now && type === 'ready') setPrompt({ ...now, state: 'open' });
      if (type === 'closed') setPrompt(undefined);
    });
    return () => {
      setPrompt(undefined);
      stop();
    };
  },
  render: () => html`
    <button
      @click=${() =>
        setPrompt({
          campaign: 'leaving',
          variant: 'calm',
          surface: 'leaving',
          moment: 'exit-intent',
          state: 'chosen',
          at: Date.now(),
        })}
    >
      Play the moment
    </button>
    <cue-campaign name="leaving" moment="exit-intent" cap="1/7d" holdout="10%">
      <template variant="calm">
        <cue-prompt label="Ten per cent for you"><p>On your first order.</p></cue-prompt>
      </template>
    </cue-campaign>
  `,
};
export default meta;

type Story = StoryObj;

/** Nothing is shown before its moment has come and the campaign is chosen. */
export const Default: Story = {
  async play({ canvas, canvasElement }) {
    await expect(canvasElement.querySelector('cue-campaign > cue-prompt')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Play the moment' }));
    const shown = () => canvasElement.querySelector('cue-campaign > cue-prompt');
    await waitFor(() => expect(shown()).toHaveAttribute('open'));
    // Colours are judged when it has come.
    await waitFor(() => expect(shown()!.shadowRoot!.querySelector('.panel')).toBeVisible());
    await waitFor(() => expect(shown()!.shadowRoot!.getAnimations()).toHaveLength(0));
  },
};
