// @ts-check

/**
 * What the shop itself says in a language: a few words around the widgets, and that the rest is English. What the widgets say is
 * the kit's own.
 * @typedef {object} Words
 * @property {string} name     the language, in itself
 * @property {string} note
 * @property {string} search
 * @property {string} account
 * @property {string} keep     label of the hearts that have one
 * @property {string} share
 * @property {string} basket
 * @property {string} letter   label of the newsletter's field
 * @property {string} letterSend
 */

/** @satisfies {Record<string, Words>} */
const languages = {
  en: {
    name: 'English',
    note: '',
    search: 'Search the shop',
    account: 'Account',
    keep: 'Add to wishlist',
    share: 'Share',
    basket: 'Basket',
    letter: 'One letter a month, with what has come in; and 10 % off your first order',
    letterSend: 'Send me that',
  },
  de: {
    name: 'Deutsch',
    note: 'Die Widgets sprechen Deutsch. Unsere eigenen Texte gibt es bisher nur auf Englisch.',
    search: 'Den Laden durchsuchen',
    account: 'Konto',
    keep: 'Auf den Wunschzettel',
    share: 'Teilen',
    basket: 'Korb',
    letter: 'Ein Brief im Monat, mit dem, was neu ist; und 10 % auf die erste Bestellung',
    letterSend: 'Den möchte ich',
  },
  fr: {
    name: 'Français',
    note: 'Les widgets parlent français. Nos propres textes n’existent pour l’instant qu’en anglais.',
    search: 'Chercher dans la boutique',
    account: 'Compte',
    keep: 'Ajouter à la liste d’envies',
    share: 'Partager',
    basket: 'Panier',
    letter: 'Une lettre par mois, avec les nouveautés ; et 10 % sur la première commande',
    letterSend: 'Je m’abonne',
  },
  es: {
    name: 'Español',
    note: 'Los widgets hablan español. Nuestros propios textos, por ahora, solo están en inglés.',
    search: 'Buscar en la tienda',
    account: 'Cuenta',
    keep: 'Añadir a la lista de deseos',
    share: 'Compartir',
    basket: 'Cesta',
    letter: 'Una carta al mes, con las novedades; y un 10 % en el primer pedido',
    letterSend: 'La quiero',
  },
  it: {
    name: 'Italiano',
    note: 'I widget parlano italiano. I nostri testi, per ora, ci sono solo in inglese.',
    search: 'Cerca nel negozio',
    account: 'Account',
    keep: 'Aggiungi alla lista dei desideri',
    share: 'Condividi',
    basket: 'Carrello',
    letter: 'Una lettera al mese, con le novità; e il 10 % sul primo ordine',
    letterSend: 'La voglio',
  },
  nl: {
    name: 'Nederlands',
    note: 'De widgets spreken Nederlands. Onze eigen teksten zijn er voorlopig alleen in het Engels.',
    search: 'Zoek in de winkel',
    account: 'Account',
    keep: 'Op de verlanglijst zetten',
    share: 'Delen',
    basket: 'Mandje',
    letter: 'Eén brief per maand, met wat er nieuw is; en 10 % op de eerste bestelling',
    letterSend: 'Die wil ik',
  },
  pl: {
    name: 'Polski',
    note: 'Widżety mówią po polsku. Nasze własne teksty są na razie tylko po angielsku.',
    search: 'Szukaj w sklepie',
    account: 'Konto',
    keep: 'Dodaj do listy życzeń',
    share: 'Udostępnij',
    basket: 'Koszyk',
    letter: 'Jeden list w miesiącu, o nowościach; i 10 % na pierwsze zamówienie',
    letterSend: 'Poproszę',
  },
  pt: {
    name: 'Português',
    note: 'Os widgets falam português. Os nossos textos, por enquanto, só existem em inglês.',
    search: 'Pesquisar na loja',
    account: 'Conta',
    keep: 'Adicionar à lista de desejos',
    share: 'Compartilhar',
    basket: 'Cesto',
    letter: 'Uma carta por mês, com as novidades; e 10 % na primeira encomenda',
    letterSend: 'Quero receber',
  },
  ja: {
    name: '日本語',
    note: 'ウィジェットは日本語に対応しています。お店の文章は今のところ英語のみです。',
    search: '店内を検索',
    account: 'アカウント',
    keep: 'お気に入りに追加',
    share: 'シェア',
    basket: 'カート',
    letter: '月に一通、新しく入荷したもののお知らせ。初回のご注文は10％引き',
    letterSend: '受け取る',
  },
  ar: {
    name: 'العربية',
    note: 'الأدوات تتحدث العربية. أما نصوص المتجر نفسه فهي بالإنجليزية فقط حتى الآن.',
    search: 'ابحث في المتجر',
    account: 'الحساب',
    keep: 'إضافة إلى المفضلة',
    share: 'مشاركة',
    basket: 'السلة',
    letter: 'رسالة واحدة في الشهر بكل جديد، وخصم 10٪ على أول طلب',
    letterSend: 'أرسلوها إليّ',
  },
};

/** @typedef {keyof typeof languages} Language */

export const languageCodes = /** @type {Language[]} */ (Object.keys(languages));

/** @param {Language} code @returns {Words} */
export const wordsOf = (code) => languages[code];

/** @param {string | null | undefined} text @returns {Language | undefined} */
export const readLanguage = (text) => languageCodes.find((code) => code === text);

/** @param {Language} code */
export const directionOf = (code) => (code === 'ar' ? 'rtl' : 'ltr');
