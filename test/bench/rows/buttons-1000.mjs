import { startUp } from '../start-up.mjs';

/** How long until a long list page's wishlist buttons can be used. */
export default startUp({ name: 'buttons-1000', count: 1_000, runs: 25 });
