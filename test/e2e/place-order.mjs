/** Fills in the checkout of the demo, and buys. */
export async function placeOrder(page, email) {
  const fields = { email, name: 'Ada One', street: 'Veldstraat 1', postcode: '9000', city: 'Gent' };
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name=${name}]`).fill(value);
  await page.getByRole('button', { name: 'Place the order' }).click();
}
