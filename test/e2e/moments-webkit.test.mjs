import { momentsShop, tryMoments } from './try-moments.mjs';
import { useEngine } from './use-engine.mjs';

// The controls of WebKitGTK's films answer to the mouse only.
tryMoments(useEngine('webkit', { site: { shop: momentsShop() } }), { filmBy: 'mouse' });
