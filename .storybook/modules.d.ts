/** See manifest-plugin.ts. */
declare module 'virtual:custom-elements' {
  const manifest: unknown;
  export default manifest;
}

declare module '*/find-browser.mjs' {
  export function findChromium(): string | undefined;
}
