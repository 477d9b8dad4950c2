export * from './cart/index.js';
export * from './events/index.js';
export { grantIncentive, markIncentive } from './incentives/mark-incentive.js';
export type { Outcome } from './incentives/mark-incentive.js';
export { explainCampaign, onRecord, startKit } from './kit.js';
export type { KitOptions } from './kit.js';
export * from './languages/index.js';
export * from './sinks/index.js';
export * from './store/index.js';
