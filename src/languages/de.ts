import type { Translations } from './message.js';

export const messages: Translations = {
  'cue-add-to-cart': {
    add: 'In den Warenkorb',
    labelled: '{label}: {name}',
    soldOut: 'Ausverkauft',
    it: 'Der Artikel',
    quantity: 'Menge',
    adding: 'Wird hinzugefügt …',
    added: '{name} liegt im Warenkorb.',
    addedUnnamed: 'Der Artikel liegt im Warenkorb.',
    view: 'Zum Warenkorb',
    'sold-out': '{name}: leider ausverkauft.',
    'quantity-limit': '{name}: So viele sind nicht verfügbar.',
    'variant-missing': 'Bitte zuerst eine Variante wählen.',
    'rate-limited': 'Das ging etwas zu schnell. Bitte gleich noch einmal versuchen.',
    'session-expired': 'Diese Seite war zu lange geöffnet. Bitte neu laden und noch einmal versuchen.',
    offline: 'Keine Verbindung zum Shop. Bitte noch einmal versuchen.',
    unknown: 'Das hat nicht geklappt. Bitte noch einmal versuchen.',
  },
  'cue-wishlist-button': {
    add: '{name} auf den Wunschzettel',
    addUnnamed: 'Auf den Wunschzettel',
    visible: '{label} {count}',
    labelled: '{label}: {name}',
    counted: '{text}, Wünsche: {count}',
    failed: 'Das hat nicht geklappt. Bitte noch einmal versuchen.',
  },
};
