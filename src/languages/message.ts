/** A text with places for values, `Add {name}`; by plural category (CLDR) of the value `count` where that changes it. */
export type Message = string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & Readonly<{ other: string }>);

/** What one element says, by key. */
export type MessageTable = Readonly<Record<string, Message>>;

/** What elements say, by tag. */
export type Translations = Readonly<Record<string, MessageTable>>;
