// @ts-check

/**
 * A GTIN-13 with its check digit (GS1 General Specifications, section 7.9: weights 1 and 3 from the left, modulo 10).
 * The prefix 200–299 is GS1's "restricted circulation" range, so none of our numbers can belong to a real product.
 * @param {number} number up to nine digits
 * @returns {string}
 */
export function gtin13(number) {
  const digits = `200${String(number).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
