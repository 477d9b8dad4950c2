import type { Product } from '../../events/product.js';
import type { Wish } from '../../store/wishlist.js';
import type { Removal } from './create-rows.js';
import type { SayInList } from './say.js';
import type { CueWishlist } from './wishlist.js';

/** A step that a shopper takes with one row. */
export interface RowStep {
  /** The name of the button that takes it, for a step of the remove button. */
  label?: string;
  /** @returns whether the step was taken, or a promise of it; rejects when the shop's own handling failed */
  run(): boolean | Promise<boolean>;
  /** When it was taken: what assistive technology is told. */
  done(): string;
  /** When it failed: says whether that was told to the shopper, who is told in general words otherwise. */
  failed?(error: unknown): boolean;
}

/** What a part may ask of its element. */
export interface PartHost {
  element: CueWishlist;
  /** Takes a step with the wish; its row waits meanwhile, and keeps the focus if it has it. */
  take(id: string, step: RowStep): Promise<void>;
  /** Whether a step with this product is under way. */
  isPending(id: string): boolean;
  /** The product as its row shows it. */
  present(product: Product): Product;
  /** Leaves a way back in the row's place. */
  leave(wish: Wish, removal: Removal): void;
  /** Forgets the ways back: another list is shown. */
  clear(): void;
  /** What the list itself says. */
  sayInList: SayInList;
  /** Tells assistive technology, politely. */
  say(text: string): void;
  /** Moves the focus to what this finds when the element has rendered. */
  focus(find: () => Element | null | undefined): void;
}

/** Something about the list that not every shop has, or not every shopper meets: loaded when it is wanted. */
export interface WishlistPart {
  /** Asked before the list is shown, and after each change of it. */
  update?(wishes: readonly Wish[]): void;
  /** Which of the wishes are shown. */
  choose?(wishes: readonly Wish[]): readonly Wish[];
  /** Above the list. */
  bar?(): unknown;
  /** What is said in place of an empty list. */
  empty?(): unknown;
  /** In place of the whole list. */
  instead?(): unknown;
  /** The product as its row shows it. */
  present?(product: Product): Product;
  /** Below a row's price. */
  note?(wish: Wish): unknown;
  /** Beside a row's button, of which there is room for a few words. */
  action?(wish: Wish): unknown;
  /** Below the actions of a row. */
  below?(wish: Wish): unknown;
  /** The step of a row's remove button, in place of taking the wish off the wishlist. */
  remove?(wish: Wish): RowStep | undefined;
}

/** What each module of a part exports. */
export interface PartModule {
  createPart(host: PartHost): WishlistPart;
}
