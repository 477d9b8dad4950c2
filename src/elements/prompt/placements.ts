/** Where a prompt appears. */
export const placements = ['dialog', 'corner', 'bar', 'drawer', 'toast', 'inline', 'teaser'] as const;

export type Placement = (typeof placements)[number];

/** Those that make the page wait, if the shopper has asked for them. */
export const waitingPlacements: ReadonlySet<string> = new Set(['dialog', 'drawer']);

/** Those that cover so much, on a phone nearly everything, that a back gesture means them. */
export const coveringPlacements: ReadonlySet<string> = new Set(['dialog', 'corner', 'drawer', 'teaser']);

/** Those that lie along an edge, with styles of their own. */
export const edgePlacements: ReadonlySet<string> = new Set(['bar', 'drawer', 'toast']);
