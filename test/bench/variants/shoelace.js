import SlIconButton from '@shoelace-style/shoelace/dist/components/icon-button/icon-button.component.js';
import { registerIconLibrary } from '@shoelace-style/shoelace/dist/utilities/icon-library.js';

const heart =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 20.7C5.6 15.6 2.8 12.3 2.8 8.7a4.9 4.9 0 0 1 9.2-2.3 4.9 4.9 0 0 1 9.2 2.3c0 3.6-2.8 6.9-9.2 12Z"/></svg>';

// The icon comes out of the bundle, not over the network, and is not waited for: its time is not counted.
registerIconLibrary('default', { resolver: () => `data:image/svg+xml,${encodeURIComponent(heart)}` });

/** Shoelace's button that is an icon; it is no toggle, knows no product and keeps nothing. */
export const tag = 'sl-icon-button';
export const markup = (i) => `<sl-icon-button name="heart" label="Add Product ${i} to wishlist"></sl-icon-button>`;
export const define = () => SlIconButton.define(tag);
