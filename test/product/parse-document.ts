/** A document as the reader gets it from a saved page: parsed only, with scripts off. */
export const parseDocument = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** A page that carries these JSON-LD blocks; a string is taken as it is. */
export const withJsonLd = (...blocks: unknown[]): Document =>
  parseDocument(
    blocks
      .map((block) => (typeof block === 'string' ? block : JSON.stringify(block)))
      .map((text) => `<script type="application/ld+json">${text}</script>`)
      .join(''),
  );
