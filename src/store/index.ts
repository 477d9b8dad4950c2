export { $cart, $cartHistory, cartUnchangedMs, setCart } from './cart.js';
export type { Cart, CartLine, CartState } from './cart.js';
export { changesSince } from './changes-since.js';
export type { Change } from './changes-since.js';
export { $campaigns, declareCampaigns } from './campaigns.js';
export type { CampaignDeclaration } from './campaigns.js';
export { $consent, setConsent, setConsentDefault } from './consent.js';
export type { Consent, ConsentState, Purpose } from './consent.js';
export { $declaredIncentives, declareIncentives } from './declared-incentives.js';
export type { IncentiveDeclaration } from './declared-incentives.js';
export { erase } from './erase.js';
export { exportData } from './export-data.js';
export type { ExportedData } from './export-data.js';
export { $hesitation, HESITATION_SCORE, hesitationWeights } from './hesitation.js';
export type { Hesitation, HesitationSign, SignTimes } from './hesitation.js';
export { $past, $visit } from './journey.js';
export type { Arrival, Past, Utm, Visit, VisitedPage } from './journey.js';
export { leftMs } from './incentive-life.js';
export type { GrantedIncentive, Over, Refusal } from './incentive-life.js';
export { $incentive, $incentives } from './incentives.js';
export { $ledger, logDecision, logDecisions } from './ledger.js';
export type { Decision } from './ledger.js';
export { exportWishlist, mergeWishlist } from './merge-wishlist.js';
export type { WishlistItem } from './merge-wishlist.js';
export { $present, setPresent } from './present.js';
export { $pause, arePromptsPaused, pausePrompts, resumePrompts } from './pause.js';
export type { Pause } from './pause.js';
export { $prompt, onPromptMessage, setPrompt, tellPrompt } from './prompts.js';
export type { ChosenPrompt, PromptMessage } from './prompts.js';
export { $review, forgetReview, rememberReview } from './reviews.js';
export type { Review } from './reviews.js';
export { $session, touchSession } from './session.js';
export type { Session } from './session.js';
export { shopNow } from './shop-time.js';
export { $stockAlert, forgetStockAlert, rememberStockAlert } from './stock-alerts.js';
export type { StockAlert, StockAlertKey, StockAlertKind } from './stock-alerts.js';
export {
  $subscribed,
  $subscription,
  $subscriptions,
  forgetSubscription,
  rememberSubscription,
} from './subscriptions.js';
export type { Subscription } from './subscriptions.js';
export { $viewed, forgetViewed, rememberViewed } from './viewed.js';
export type { Viewed } from './viewed.js';
export { $visitor } from './visitor.js';
export type { Visitor } from './visitor.js';
export {
  $listed,
  $lists,
  createList,
  deleteList,
  moveToList,
  putOnList,
  renameList,
  restoreList,
  takeOffList,
} from './wish-lists.js';
export type { ListedWish, WishList } from './wish-lists.js';
export { $wish, $wishlist, addWish, removeWish } from './wishlist.js';
export type { Wish } from './wishlist.js';
