// @ts-check
import { raw } from './html.mjs';

const paths = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-5 3.6-7 8-7s7.4 2 8 7"/>',
  basket:
    '<path d="M3.5 9.500h17l-1.6 9.200a2 2 0 0 1-2 1.800H7.100a2 2 0 0 1-2-1.800z"/><path d="M8 9.5 10.2 4M16 9.5 13.8 4"/>',
  check: '<path d="m4.5 12.5 5 5 10-11"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  sun: '<circle cx="12" cy="12" r="4.2"/><path d="M12 2.500v2.500M12 19v2.500M2.5 12H5M19 12h2.500M5.3 5.3 7 7M17 17l1.7 1.700M5.3 18.7 7 17M17 7l1.7-1.7"/>',
};

/** A drawn sign in the text's colour; says nothing by itself. @param {keyof typeof paths} name @param {string} [className] */
export const icon = (name, className = 'icon') =>
  raw(
    `<svg class="${className}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${paths[name]}</svg>`,
  );

/** Two plates, the second one on its way. */
export const mark = raw(
  '<svg class="mark" viewBox="0 0 48 36" width="48" height="36" aria-hidden="true" focusable="false"><circle cx="18" cy="18" r="17" fill="#cf4527"/><circle cx="18" cy="18" r="10.5" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="1.6"/><circle cx="33" cy="21" r="14" fill="#f2c94f"/><circle cx="33" cy="21" r="8" fill="none" stroke="#2a1722" stroke-opacity=".45" stroke-width="1.6"/></svg>',
);
