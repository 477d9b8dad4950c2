import type { Product } from './product.js';

/**
 * One line of a cart, a list or an order, with GA4's item parameters
 * (https://developers.google.com/analytics/devguides/collection/ga4/reference/events).
 * Money is a decimal number in the currency of the fact it belongs to.
 */
export interface Item {
  item_id: string;
  item_name?: string;
  item_brand?: string;
  item_category?: string;
  item_category2?: string;
  item_category3?: string;
  item_category4?: string;
  item_category5?: string;
  item_variant?: string;
  item_list_id?: string;
  item_list_name?: string;
  /** Position in the list, from 0. */
  index?: number;
  price?: number;
  /** Money off one piece: what it cost before, less what it costs now. */
  discount?: number;
  coupon?: string;
  quantity?: number;
}

/** Who or what brought a fact about; with it a fact that comes through two doors is recognised as one. */
export interface Cause {
  /** `element`: a shopper used one of our elements; `platform`: the shop's own software said so; `code`: the shop's script did. */
  from: 'element' | 'platform' | 'code';
  /** Tag name of the element: `cue-wishlist-button`. */
  element?: string;
  /** What the shopper did there, in a word: `click`, `undo`, `submit`. */
  action?: string;
  /** Name of the campaign that showed the element. */
  campaign?: string;
}

/** What every fact may carry. */
interface Caused {
  cause?: Cause;
}

/** Facts about several items. */
export interface ItemsDetail extends Caused {
  items: Item[];
  /** Sum of price × quantity over the items, in `currency`; absent when any price is unknown. */
  value?: number;
  /** ISO 4217 code. */
  currency?: string;
}

/** Facts about one product: the product as we know it, and the same as GA4's `items`, `value` and `currency`. */
export interface ProductDetail extends ItemsDetail {
  product: Product;
}

interface ListDetail extends ItemsDetail {
  item_list_id?: string;
  item_list_name?: string;
}

interface OrderDetail extends ItemsDetail {
  transaction_id: string;
  tax?: number;
  shipping?: number;
  coupon?: string;
}

interface VideoDetail extends Caused {
  product?: Product;
  video_url: string;
  video_title?: string;
  video_provider?: string;
  /** Length of the whole video, in seconds, as GA4 has it. */
  video_duration?: number;
  /** Position of the playhead, in seconds. */
  video_current_time?: number;
  /**
   * Part of the video that was really watched: 10, 25, 50 or 75; 0 at the start, 100 when all was. GA4 has it of the playhead,
   * which is at the end as soon as somebody drags it there.
   */
  video_percent: number;
  /** How much was really watched until then, in seconds; what was watched twice counts once. */
  video_watched_time?: number;
  /** Whether it has no sound. A shopper who has started it may well read the captions; what plays by itself is not told. */
  video_muted?: boolean;
}

interface PromptDetail extends Caused {
  /** GA4's `promotion_name`: the campaign's name. */
  promotion_name: string;
  /** GA4's `creative_name`: the variant shown. */
  creative_name?: string;
  /** GA4's `creative_slot`: the placement. */
  creative_slot?: string;
}

interface IncentiveDetail extends Caused {
  /** GA4's `promotion_id`: the incentive's own identifier. Never the code itself. */
  promotion_id: string;
  kind: 'discount' | 'free-shipping' | 'gift' | 'free-trial' | 'gated-content';
  value?: number;
  currency?: string;
  reason?: string;
}

interface MethodDetail extends Caused {
  method: string;
}

interface ShareDetail extends MethodDetail {
  /** `product`, or `page` for anything else. */
  content_type: string;
  /** The product's identifier; the path of a page. */
  item_id: string;
  product?: Product;
}

/**
 * All that the kit can say: name of the fact → its detail. Names are GA4's wherever GA4 has one
 * (https://developers.google.com/analytics/devguides/collection/ga4/reference/events), in the same style elsewhere.
 * A shop adds its own by declaration merging, to dispatch and to hear them with types; records are made of the kit's only.
 */
export interface FactDetails {
  add_to_cart: ItemsDetail;
  add_to_wishlist: ProductDetail;
  begin_checkout: ItemsDetail & { coupon?: string };
  experiment_view: Caused & { experiment_id: string; variant_id: string };
  generate_lead: Caused & { lead_source?: string; value?: number; currency?: string };
  incentive_apply: IncentiveDetail;
  incentive_copy: IncentiveDetail;
  incentive_expire: IncentiveDetail;
  incentive_grant: IncentiveDetail;
  incentive_redeem: IncentiveDetail;
  incentive_refuse: IncentiveDetail;
  incentive_reveal: IncentiveDetail;
  login: MethodDetail;
  newsletter_sign_up: Caused & { method?: string };
  prompt_accept: PromptDetail;
  prompt_dismiss: PromptDetail;
  prompt_view: PromptDetail;
  purchase: OrderDetail;
  remove_from_cart: ItemsDetail;
  remove_from_wishlist: ProductDetail;
  review: Caused & { product?: Product; rating?: number };
  search: Caused & { search_term: string };
  select_item: ListDetail;
  /** Something was shared, as far as that can be known: the system's dialog has said so, or the link was copied. */
  share: ShareDetail;
  /**
   * The shopper has chosen a way to share. GA4 has `share` alone, and most shops say it at the click, for shares that never came
   * about; whether a network's page or a mail was sent nobody learns, so those are intentions only.
   */
  share_intent: ShareDetail;
  sign_up: MethodDetail;
  /** `method` is what is waited for: `back-in-stock` or `price-drop`. */
  stock_alert_sign_up: ProductDetail & { method?: string };
  video_complete: VideoDetail;
  video_progress: VideoDetail;
  video_start: VideoDetail;
  view_cart: ItemsDetail;
  view_item: ProductDetail;
  view_item_list: ListDetail;
}

/** Name of a fact: `add_to_wishlist`. */
export type FactName = keyof FactDetails;

type Kebab<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : S;

/** Name of the same fact as a DOM event: `cue-add-to-wishlist`. */
export type FactEventName<N extends FactName = FactName> = N extends string ? `cue-${Kebab<N>}` : never;

/** From the DOM event's name back to the fact's. */
export type FactNameOf<E extends FactEventName> = { [N in FactName]: FactEventName<N> extends E ? N : never }[FactName];

/**
 * Every fact's name, for those who listen to all of them. The type makes the list complete: a name that is missing
 * here, or that the vocabulary does not have, does not compile.
 */
export const factNames: readonly FactName[] = Object.keys({
  add_to_cart: 0,
  add_to_wishlist: 0,
  begin_checkout: 0,
  experiment_view: 0,
  generate_lead: 0,
  incentive_apply: 0,
  incentive_copy: 0,
  incentive_expire: 0,
  incentive_grant: 0,
  incentive_redeem: 0,
  incentive_refuse: 0,
  incentive_reveal: 0,
  login: 0,
  newsletter_sign_up: 0,
  prompt_accept: 0,
  prompt_dismiss: 0,
  prompt_view: 0,
  purchase: 0,
  remove_from_cart: 0,
  remove_from_wishlist: 0,
  review: 0,
  search: 0,
  select_item: 0,
  share: 0,
  share_intent: 0,
  sign_up: 0,
  stock_alert_sign_up: 0,
  video_complete: 0,
  video_progress: 0,
  video_start: 0,
  view_cart: 0,
  view_item: 0,
  view_item_list: 0,
} satisfies Record<FactName, 0>) as FactName[];
