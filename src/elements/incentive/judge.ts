/** What needs a cart, or another incentive, to be said: loaded where there is one. */
export { better } from '../../incentives/better.js';
export { eligible } from '../../incentives/eligible.js';
