/// <reference types="vite/client" />
import type { Product } from '../src/events/product.js';

/** Where Storybook serves a picture of ours, also when it is published below a folder. */
const picture = (name: string) => new URL(`${import.meta.env.BASE_URL}pictures/${name}.svg`, location.href).href;

/** A product's page; in a story the link stays where it is. */
const page = (name: string) => new URL(`#${name}`, location.href).href;

export const teapot = {
  id: 'teapot',
  name: 'Stoneware teapot',
  price: 48,
  currency: 'EUR',
  brand: 'Hearth',
  url: page('teapot'),
  image: picture('teapot'),
} satisfies Product;

export const lamp = {
  id: 'lamp',
  name: 'Reading lamp',
  price: 129.5,
  currency: 'EUR',
  variant: 'Brass',
  url: page('lamp'),
  image: picture('lamp'),
} satisfies Product;

export const chair = {
  id: 'chair',
  name: 'Beech chair',
  price: 219,
  listPrice: 289,
  currency: 'EUR',
  url: page('chair'),
  image: picture('chair'),
} satisfies Product;

export const vase = {
  id: 'vase',
  name: 'Bud vase',
  price: 24,
  listPrice: 32,
  currency: 'EUR',
  url: page('vase'),
  image: picture('vase'),
} satisfies Product;

export const products = [teapot, lamp, chair, vase] satisfies Product[];
