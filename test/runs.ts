import { engine } from './commands.js';

/** How often a property is tried that no browser matters for: in full in one of them, and the others look whether they agree. */
export const runs = (most: number): number => (engine === 'chromium' ? most : Math.ceil(most / 20));
