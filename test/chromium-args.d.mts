/** Types of chromium-args.mjs, for configuration files in TypeScript. */
export const chromiumArgs: string[];
