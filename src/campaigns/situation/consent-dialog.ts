import { isShown } from './is-shown.js';

/**
 * What consent tools show themselves in, by the names that their customers style and test them by. Beside them stand names
 * of public lists: https://github.com/duckduckgo/autoconsent, https://github.com/cavi-au/Consent-O-Matic. By id and by
 * class, because a browser has indexes for those, and a list of selectors is compared with every element.
 */
const ids = [
  'onetrust-banner-sdk',
  'onetrust-pc-sdk',
  'CybotCookiebotDialog',
  'usercentrics-root',
  'usercentrics-cmp-ui',
  'didomi-popup',
  'didomi-notice',
  'cmpbox',
  'cookie-law-info-bar',
  'BorlabsCookieBox',
  'iubenda-cs-banner',
  'truste-consent-track',
  'qc-cmp2-container',
  'axeptio_overlay',
  'tarteaucitronAlertBig',
  'shopify-pc__banner',
  'hs-eu-cookie-confirmation',
];
const classes = [
  'klaro',
  'cky-consent-container',
  'cmplz-cookiebanner',
  'osano-cm-window',
  'fc-consent-root',
  'cc-window',
];

function isDialogShown(): boolean {
  return (
    ids.some((id) => {
      const dialog = document.getElementById(id);
      return !!dialog && isShown(dialog);
    }) || classes.some((name) => [...document.getElementsByClassName(name)].some((dialog) => isShown(dialog)))
  );
}

interface TcData {
  eventStatus?: string;
  listenerId?: number;
}

type TcfApi = (
  command: string,
  version: number,
  callback: (data: TcData, success: boolean) => void,
  id?: number,
) => void;

interface Foreign {
  __tcfapi?: TcfApi;
  Shopify?: { customerPrivacy?: { shouldShowBanner?(): unknown } };
}

/**
 * Notes what a consent tool of the IAB's framework says of its dialog
 * (https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework, CMP API v2), and looks, when it
 * is asked, for the dialogs of others.
 */
export function watchConsentDialog(): { open(): boolean; stop(): void } {
  const page = globalThis as Foreign;
  let api: TcfApi | undefined;
  let shown = false;
  let listener: number | undefined;

  /** The tool may come later than the kit. */
  function connect(): void {
    const { __tcfapi } = page;
    if (typeof __tcfapi !== 'function' || api) return;
    const own = (api = __tcfapi);
    foreign(() =>
      own('addEventListener', 2, ({ eventStatus, listenerId }, success) => {
        if (!success || api !== own) return;
        listener = listenerId;
        shown = eventStatus === 'cmpuishown';
      }),
    );
  }
  connect();

  return {
    open() {
      connect();
      // Shopify's own answer covers the time before its banner is painted (https://shopify.dev/docs/api/customer-privacy).
      const asks = foreign(() => page.Shopify?.customerPrivacy?.shouldShowBanner?.() === true);
      return shown || !!asks || isDialogShown();
    },
    stop() {
      // The tool itself may be another by now; a listener of it that is left does nothing.
      const id = listener;
      if (id !== undefined) foreign(() => page.__tcfapi?.('removeEventListener', 2, () => {}, id));
      api = undefined;
    },
  };
}

/** What others' code throws is not ours to report. */
function foreign<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
