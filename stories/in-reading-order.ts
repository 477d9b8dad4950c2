import type { Args, ArgTypes } from '@storybook/web-components-vite';

const categories = ['product attributes', 'attributes', 'slots', 'css properties', 'css shadow parts', 'css states'];

/** Sorts a story's args by what a reader asks for first: Storybook lists the tables of an element in the order of its args. */
export function inReadingOrder(args: Args, argTypes: ArgTypes): Args {
  const place = (name: string) => categories.indexOf(argTypes[name]?.table?.category ?? '');
  return Object.fromEntries(Object.entries(args).sort(([a], [b]) => place(a) - place(b)));
}
