import { startUp } from '../start-up.mjs';

/** The same for ten times as many: is the time in proportion? */
export default startUp({ name: 'buttons-10000', count: 10_000, runs: 9 });
