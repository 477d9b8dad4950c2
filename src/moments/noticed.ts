/** Plain JSON. */
export type Evidence = string | number | boolean | null | readonly Evidence[] | { readonly [name: string]: Evidence };

/** What was noticed, and why. */
export interface Noticed {
  /** Name of the moment; the whole text, `dwell(30s)`, when it is watched by a text. */
  moment: string;
  /** Milliseconds since 1970. */
  at: number;
  evidence: Readonly<Record<string, Evidence>>;
}

/** Is told when it is the moment. What it throws is reported, and goes no further. */
export type NoticedCallback = (noticed: Noticed) => void;

/** Ends it; more than once does no harm. */
export type Stop = () => void;
