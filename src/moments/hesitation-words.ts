/**
 * Words by which shops name these things, in the ten languages that elements speak. Matched anywhere in a text, an address or a
 * name, in either case, with anything between the words.
 */
const patterns = {
  'size-guide': [
    String.raw`siz(?:e|ing)[\s_-]*(?:guide|chart|table|help|finder)|fit[\s_-]*guide`,
    String.raw`gr(?:ö|oe|o)(?:ß|ss)en[\s_-]*(?:tabelle|berater|guide|hilfe|finder)`,
    String.raw`guide[\s_-]*des[\s_-]*tailles|tableau[\s_-]*des[\s_-]*tailles`,
    String.raw`gu[ií]a[\s_-]*de[\s_-]*(?:tallas|tamanhos|medidas)|tab(?:la|ela)[\s_-]*de[\s_-]*(?:tallas|medidas|tamanhos)`,
    String.raw`guida[\s_-]*alle[\s_-]*taglie|tabella[\s_-]*(?:delle[\s_-]*)?taglie`,
    String.raw`ma(?:at|ten)[\s_-]*(?:tabel|gids|wijzer)`,
    String.raw`tabela[\s_-]*rozmiar(?:ów|ow)`,
    String.raw`サイズ(?:表|ガイド|チャート)`,
    String.raw`(?:دليل|جدول)\s*المقاسات`,
  ],
  shipping: [
    String.raw`shipping|delivery`,
    String.raw`versand|lieferung|lieferkosten`,
    String.raw`livraison|frais[\s_-]*de[\s_-]*port`,
    String.raw`gastos[\s_-]*de[\s_-]*env[ií]o|env[ií]os?\b`,
    String.raw`spedizion[ei]|consegna`,
    String.raw`verzend|bezorg`,
    String.raw`dostaw|wysyłk|wysylk`,
    String.raw`frete|entregas?\b`,
    String.raw`送料|配送`,
    String.raw`الشحن|التوصيل`,
  ],
  /** Of an option of a product: the name of its field. */
  option: [
    String.raw`variant|variation|option|size|colou?r|attribute|farbe|gr(?:ö|oe|o)(?:ß|ss)e|taille|couleur|talla|taglia|colore|maat|kleur|rozmiar|kolor|tamanho|^id$`,
  ],
  coupon: [
    String.raw`coupon|discount|promo|voucher|gutschein|rabatt|bon[\s_-]*de[\s_-]*r|cup[oó]n|codice[\s_-]*sconto|kortings|rabat|cupom|クーポン|كوبون`,
  ],
};

const compiled = new Map<string, RegExp>();

/** Whether a text speaks of it. */
export function speaksOf(what: keyof typeof patterns, text: string): boolean {
  let pattern = compiled.get(what);
  if (!pattern) compiled.set(what, (pattern = new RegExp(patterns[what].join('|'), 'iu')));
  return pattern.test(text);
}
