// @ts-check

const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const whole = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

/** Euros as this shop writes them: "€24", "€9.50". @param {number} amount */
export const money = (amount) => (Number.isInteger(amount) ? whole : euro).format(amount);

/** Always with cents, for sums in a column. @param {number} amount */
export const sum = (amount) => euro.format(amount);

/** Adds in cents, so that 0.1 + 0.2 is a price. @param {number[]} amounts */
export const add = (...amounts) => amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
