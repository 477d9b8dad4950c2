// The inspector: there for who asks for it, and in no shopper's page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const page = htmlPage(
  `<h1>Teapot</h1><cue-campaign name="leaving" moment="event(now)"><template><cue-prompt label="Stay"><p>A while</p></cue-prompt></template></cue-campaign>`,
);
const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const stage = useStage({
  prepare: ({ site }) => {
    site.pages.set('/', page);
    site.pages.set('/strict', { body: page, headers: { 'content-security-policy': policy } });
    site.pages.set(
      '/script',
      htmlPage('<h1>Teapot</h1>', { head: '<script type="module" src="/kit/inspect.js"></script>' }),
    );
  },
});

describe('the inspector', () => {
  it('is loaded by no page that does not ask for it', async () => {
    const shopper = await stage.open();
    await shopper.goto(stage.site.url);
    await shopper.waitForFunction(() => customElements.get('cue-campaign'));
    assert.deepEqual(
      stage.site.asked.filter((path) => /inspect/.test(path)),
      [],
    );
    await shopper.context().close();
  });

  it('comes with ?cue-inspect, under a strict policy, and says why a campaign would not be shown', async () => {
    const developer = await stage.open();
    const violations = [];
    developer.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    await developer.goto(`${stage.site.url}/strict?cue-inspect`);
    const panel = developer.getByRole('region', { name: 'Cuekit' });
    await panel.getByRole('tab', { name: 'Campaigns' }).click();
    await panel.getByText('waits for event(now)').waitFor();
    await panel.getByText('To be shown at its next moment').waitFor();
    await panel.getByRole('tab', { name: 'Page' }).click();
    await panel.getByText('settled').waitFor();
    assert.deepEqual(violations, []);
    await developer.context().close();
  });

  it('comes by its own script, once', async () => {
    const developer = await stage.open();
    await developer.goto(`${stage.site.url}/script`);
    await developer.getByRole('region', { name: 'Cuekit' }).getByText('Nothing has been decided yet').waitFor();
    assert.equal(await developer.locator('cue-inspector').count(), 1);
    await developer.context().close();
  });
});
