import { report } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import type { Wish } from '../../store/wishlist.js';
import type { PartHost, PartModule, RowStep, WishlistPart } from './wishlist-part.js';

/** In the order in which they stand. */
const modules = {
  shared: () => import('./shared-part.js'),
  lists: () => import('./lists-part.js'),
  share: () => import('./share-part.js'),
  changes: () => import('./changes-part.js'),
  cart: () => import('./cart-part.js'),
} satisfies Record<string, () => Promise<PartModule>>;

export type PartName = keyof typeof modules;

/** The parts of one list, as far as they are wanted and there. */
export interface Parts {
  /** Loads what is wanted and not there; what could not be loaded is tried again when it is wanted again. */
  want(wanted: Readonly<Record<PartName, boolean>>): void;
  list(): readonly WishlistPart[];
  /** The first part's answer, if one has any. */
  first<T>(ask: (part: WishlistPart) => T | undefined): T | undefined;
  /** The wishes that are shown. */
  choose(wishes: readonly Wish[]): readonly Wish[];
  /** The product as its row shows it. */
  present(product: Product): Product;
  /** The step of the remove button, where a part has another. */
  removal(wish: Wish): RowStep | undefined;
}

export function createParts(host: PartHost): Parts {
  const loaded = new Map<PartName, WishlistPart | undefined>();
  let parts: readonly WishlistPart[] = [];

  async function load(name: PartName): Promise<void> {
    loaded.set(name, undefined);
    try {
      const { createPart } = await modules[name]();
      loaded.set(name, createPart(host));
      host.element.requestUpdate();
    } catch (error) {
      loaded.delete(name);
      report(`a part of <cue-wishlist> (${name}) could not be loaded`, error);
    }
  }

  function first<T>(ask: (part: WishlistPart) => T | undefined): T | undefined {
    return parts.map(ask).find((answer) => answer !== undefined);
  }

  return {
    want(wanted) {
      const names = (Object.keys(modules) as PartName[]).filter((name) => wanted[name]);
      for (const name of names) if (!loaded.has(name)) void load(name);
      parts = names.flatMap((name) => loaded.get(name) ?? []);
    },
    list: () => parts,
    first,
    choose(wishes) {
      for (const part of parts) part.update?.(wishes);
      return parts.reduce((known, part) => part.choose?.(known) ?? known, wishes);
    },
    present: (product) => parts.reduce((known, part) => part.present?.(known) ?? known, product),
    removal: (wish) => first((part) => part.remove?.(wish)),
  };
}
