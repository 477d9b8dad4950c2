export { better, saving } from './better.js';
export { eligible } from './eligible.js';
export type { Circumstances, Eligibility } from './eligible.js';
export type { CodeSource, Incentive, IncentiveKind, Money } from './incentive.js';
export { knownIncentive } from './known-incentive.js';
export { grantIncentive, markIncentive } from './mark-incentive.js';
export type { Outcome } from './mark-incentive.js';
export { readIncentive } from './read-incentive.js';
