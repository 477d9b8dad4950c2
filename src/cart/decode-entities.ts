const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text that a shop has escaped for HTML, as text; tags go. Without the browser's parser, which a strict policy keeps from us. */
export function decodeEntities(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name) return named[name.toLowerCase()] ?? whole;
        const code = hex ? parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
}
