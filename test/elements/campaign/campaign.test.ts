import { expect } from 'chai';
import '../../../src/define/campaign.js';
import '../../../src/define/prompt.js';
import { readCampaigns } from '../../../src/campaigns/read-campaign.js';
import type { CueCampaign } from '../../../src/elements/campaign/campaign.js';
import type { CuePrompt } from '../../../src/elements/prompt/prompt.js';
import { $campaigns } from '../../../src/store/campaigns.js';
import { setPrompt } from '../../../src/store/prompts.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible } from '../expect-accessible.js';
import { hasFocus } from '../has-focus.js';
import { inside, nextTask, rendered, stage, until, warnings } from '../mount.js';
import { playRunner } from '../prompt/play-runner.js';
import type { Runner } from '../prompt/play-runner.js';

const calm =
  '<template variant="calm"><cue-prompt placement="corner" label="Calm"><p>Ten per cent</p></cue-prompt></template>';
const bold =
  '<template variant="bold" weight="2"><cue-prompt placement="dialog" label="Bold"><p>Ten per cent!</p></cue-prompt></template>';

let runner: Runner;

beforeEach(() => {
  runner = playRunner();
});

async function mountCampaign(attributes = '', content = calm + bold): Promise<CueCampaign> {
  stage.innerHTML = `<cue-campaign name="welcome" moment="exit-intent" ${attributes}>${content}</cue-campaign>`;
  await rendered();
  return stage.querySelector('cue-campaign')!;
}

const promptOf = (campaign: Element): CuePrompt | null => campaign.querySelector(':scope > cue-prompt');

async function show(campaign: Element, variant = 'calm'): Promise<CuePrompt> {
  runner.choose('welcome', { variant });
  await until('it is open', () => !!promptOf(campaign)?.open);
  await rendered();
  return promptOf(campaign)!;
}

describe('<cue-campaign>', () => {
  it('is accessible, before and while it shows something', async () => {
    const campaign = await mountCampaign();
    await expectAccessible('nothing shown');
    const panel = inside(await show(campaign), '.panel');
    await until('it stands', () => panel.getAnimations().length === 0);
    await expectAccessible('a prompt shown');
  });

  describe('declares', () => {
    it('what its attributes and templates say, as the engine reads it', async () => {
      await mountCampaign(
        `audience='{"cart.value":{"$gte":50}}' cap="1/7d" holdout="10%" priority="2" exclusive-with="summer" after="hello/2d" paused id="c1" class="x" data-x="1" aria-hidden="true"`,
      );
      const said: string[] = [];
      const [campaign, ...more] = readCampaigns($campaigns.get(), { warn: (message) => said.push(message) });
      expect(said).to.deep.equal([]);
      expect(more).to.deep.equal([]);
      expect(campaign).to.deep.include({
        name: 'welcome',
        moments: ['exit-intent'],
        audience: { 'cart.value': { $gte: 50 } },
        holdout: 0.1,
        priority: 2,
        exclusiveWith: ['summer'],
        paused: true,
        surface: 'welcome',
        overlay: true,
        variants: [
          { name: 'calm', weight: 1 },
          { name: 'bold', weight: 2 },
        ],
        faults: [],
      });
    });

    it('a mistyped attribute too, so that the engine can say what was meant', async () => {
      await mountCampaign('holdput="10%"');
      const said: string[] = [];
      readCampaigns($campaigns.get(), { warn: (message) => said.push(message) });
      expect(said.join()).to.contain('“holdput” is no field of a campaign; did you mean “holdout”?');
    });

    it('templates without names by their place, and none at all', async () => {
      await mountCampaign(
        '',
        '<template><cue-prompt></cue-prompt></template><template><cue-prompt></cue-prompt></template>',
      );
      expect($campaigns.get()[0]!.variants).to.deep.equal(['default', 'variant-2']);
      await mountCampaign('', '');
      expect($campaigns.get()[0]).to.deep.equal({ name: 'welcome', moment: 'exit-intent' });
    });

    it('that it lies over nothing when all of it has its place in the page', async () => {
      await mountCampaign('', '<template><cue-prompt placement="inline"></cue-prompt></template>');
      expect($campaigns.get()[0]!.overlay).to.equal(false);
    });

    it('anew when an attribute or a template changes, and nothing when the page goes', async () => {
      const campaign = await mountCampaign();
      const first = $campaigns.get()[0];
      campaign.setAttribute('title', 'Hello');
      await nextTask();
      expect($campaigns.get()).to.deep.equal([first]);
      campaign.setAttribute('cap', '2/session');
      await nextTask();
      expect($campaigns.get().map(({ cap }) => cap)).to.deep.equal(['2/session']);
      campaign.querySelector('template')!.remove();
      await until('the template is missed', () => ($campaigns.get()[0]?.variants as unknown[]).length === 1);
      campaign.remove();
      expect($campaigns.get()).to.deep.equal([]);
      stage.append(campaign);
      await nextTask();
      expect($campaigns.get()).to.have.length(1);
    });
  });

  describe('shows', () => {
    it('nothing before it is chosen, then the variant that was, and nothing after', async () => {
      const campaign = await mountCampaign();
      expect(promptOf(campaign)).to.equal(null);
      const prompt = await show(campaign, 'bold');
      expect(prompt.label).to.equal('Bold');
      expect(prompt.campaign).to.equal('welcome');
      expect(prompt.previousElementSibling).to.equal(campaign.querySelector('[variant=bold]'));
      inside(prompt, '.close').click();
      await until('it is gone', () => !promptOf(campaign));
      expect(runner.said).to.deep.equal(['ready welcome', 'answer welcome not-now', 'closed welcome']);
    });

    it('nothing when what was ready may not be shown', async () => {
      const campaign = await mountCampaign();
      runner.allows = false;
      runner.choose('welcome', { variant: 'calm' });
      await until('it was asked', () => runner.said.length > 0);
      await until('it is gone', () => !promptOf(campaign));
      expect(runner.said).to.deep.equal(['ready welcome']);
    });

    it('nothing for another campaign, nor when it is open elsewhere', async () => {
      const campaign = await mountCampaign();
      runner.choose('other', { variant: 'calm' });
      await nextTask();
      runner.choose('welcome', { variant: 'calm', state: 'open' });
      await nextTask();
      expect(promptOf(campaign)).to.equal(null);
    });

    it('what was chosen before it came', async () => {
      runner.choose('welcome', { variant: 'calm' });
      const campaign = await mountCampaign();
      await until('it is open', () => !!promptOf(campaign)?.open);
    });

    it('another variant when that is chosen', async () => {
      const campaign = await mountCampaign();
      await show(campaign, 'calm');
      setPrompt(undefined);
      const prompt = await show(campaign, 'bold');
      expect(prompt.label).to.equal('Bold');
      expect(campaign.querySelectorAll('cue-prompt')).to.have.length(1);
    });

    it('what a framework has put into a template as it would into any element', async () => {
      const campaign = await mountCampaign('', '<template variant="calm"></template>');
      const prompt = document.createElement('cue-prompt');
      campaign.querySelector('template')!.append(prompt);
      const shown = await show(campaign);
      expect(shown).not.to.equal(prompt);
      expect(prompt.open).to.equal(false);
    });

    it('no field that takes the focus', async () => {
      const campaign = await mountCampaign(
        '',
        '<template variant="calm"><cue-prompt label="Calm"><input aria-label="E-mail" autofocus></cue-prompt></template>',
      );
      const prompt = await show(campaign);
      await nextTask();
      expect(hasFocus(prompt.querySelector('input')!)).to.equal(false);
    });

    it('nothing, and says why, when a template has no prompt', async () => {
      const said = warnings();
      const campaign = await mountCampaign('', '<template variant="calm"><p>Ten per cent</p></template>');
      runner.choose('welcome', { variant: 'calm' });
      await nextTask();
      expect(campaign.querySelector('p')).to.equal(null);
      expect(said.join()).to.contain('no template for “calm” with a <cue-prompt> in it');
    });

    it('nothing while its prompt has no code yet', async () => {
      const campaign = await mountCampaign();
      const late = document.createElement('cue-not-yet');
      late.textContent = 'Not yet';
      campaign.append(late);
      expect(late.checkVisibility()).to.equal(false);
    });
  });

  describe('says once that it is gone, and leaves nothing, when', () => {
    const ways: Record<string, (campaign: CueCampaign) => unknown> = {
      'it is removed': (campaign) => campaign.remove(),
      'it is hidden': (campaign) => (campaign.hidden = true),
      'what it has put into the page is removed': (campaign) => promptOf(campaign)!.remove(),
      'all in it is replaced': (campaign) => (campaign.innerHTML = calm),
      'the page is swapped for one with the same campaign': () =>
        stage.replaceChildren(stage.querySelector('cue-campaign')!.cloneNode(true)),
      'it is moved': (campaign) => stage.prepend(campaign),
    };
    for (const [name, take] of Object.entries(ways))
      it(name, async () => {
        const campaign = await mountCampaign();
        await show(campaign);
        take(campaign);
        await until('that is said', () => runner.said.includes('closed welcome'));
        await nextTask();
        await nextTask();
        expect(runner.said).to.deep.equal(['ready welcome', 'closed welcome']);
        expect(document.querySelector(':popover-open')).to.equal(null);
        const open = [...stage.querySelectorAll('cue-prompt')].filter((prompt) => prompt.open);
        expect(open).to.deep.equal([]);
      });

    it('it has come and gone fifty times', async () => {
      await show(await mountCampaign());
      stage.replaceChildren();
      const left = await countListeners(async () => {
        for (let round = 0; round < 50; round++) {
          await show(await mountCampaign());
          if (round % 2) stage.replaceChildren();
          else setPrompt(undefined);
          await nextTask();
        }
        stage.replaceChildren();
      });
      expect(left).to.deep.equal([]);
      expect($campaigns.get()).to.deep.equal([]);
    });
  });
});
