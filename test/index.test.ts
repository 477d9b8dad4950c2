import { expect } from 'chai';
import * as kit from '../src/index.js';

describe('the public API', () => {
  it('has these names, and no others by mistake', () => {
    expect(Object.keys(kit).sort()).to.deep.equal(
      [
        '$campaigns',
        '$cart',
        '$cartHistory',
        '$consent',
        '$declaredIncentives',
        '$hesitation',
        '$incentive',
        '$incentives',
        '$ledger',
        '$listed',
        '$lists',
        '$past',
        '$pause',
        '$present',
        '$prompt',
        '$review',
        '$session',
        '$stockAlert',
        '$subscribed',
        '$subscription',
        '$subscriptions',
        '$viewed',
        '$visit',
        '$visitor',
        '$wish',
        '$wishlist',
        'FactEvent',
        'HESITATION_SCORE',
        'RequestEvent',
        'addWish',
        'arePromptsPaused',
        'cartError',
        'cartUnchangedMs',
        'changesSince',
        'connectCart',
        'connectedCart',
        'consoleSink',
        'createList',
        'customCart',
        'dataLayer',
        'declareCampaigns',
        'declareIncentives',
        'deleteList',
        'detectCart',
        'domCart',
        'emit',
        'erase',
        'explainCampaign',
        'exportData',
        'exportWishlist',
        'factNames',
        'forgetReview',
        'forgetStockAlert',
        'forgetSubscription',
        'forgetViewed',
        'grantIncentive',
        'hesitationWeights',
        'languageCodes',
        'leftMs',
        'loadLanguage',
        'logDecision',
        'logDecisions',
        'markIncentive',
        'mergeWishlist',
        'moveToList',
        'onPromptMessage',
        'onRecord',
        'pausePrompts',
        'productDetail',
        'putOnList',
        'rememberReview',
        'rememberStockAlert',
        'rememberSubscription',
        'rememberViewed',
        'removeWish',
        'renameList',
        'request',
        'requestNames',
        'restoreList',
        'resumePrompts',
        'setCart',
        'setConsent',
        'setConsentDefault',
        'setMessages',
        'setPresent',
        'setPrompt',
        'shopNow',
        'startKit',
        'takeOffList',
        'tellPrompt',
        'toItem',
        'touchSession',
        'useCart',
      ].sort(),
    );
  });

  it('does nothing on import', async () => {
    const frame = document.createElement('iframe');
    const module = new URL('../src/index.ts', import.meta.url).href;
    frame.srcdoc = `<script>
        touched = [];
        for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { touched.push(name); } });
        for (const name of ['addEventListener', 'dispatchEvent']) {
          const real = EventTarget.prototype[name];
          EventTarget.prototype[name] = function (type, ...more) { touched.push(name + ' ' + (type.type ?? type)); return real.call(this, type, ...more); };
        }
        for (const name of ['log', 'info', 'warn', 'error']) console[name] = () => touched.push('console');
        new MutationObserver((changes) => touched.push('document')).observe(document, { childList: true, subtree: true, attributes: true });
      </script>
      <script type="module">
        await new Promise((resolve) => setTimeout(resolve));
        touched.length = 0;
        await import(${JSON.stringify(module)});
        await new Promise((resolve) => setTimeout(resolve));
        parent.imported(touched);
      </script>`;
    const touched = await new Promise((resolve) => {
      (window as unknown as { imported: unknown }).imported = resolve;
      document.body.append(frame);
    });
    frame.remove();
    delete (window as unknown as { imported?: unknown }).imported;
    expect(touched).to.deep.equal([]);
  });
});
