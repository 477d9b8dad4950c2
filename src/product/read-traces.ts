import type { PageAddress } from './page-address.js';
import type { PartialProduct } from './product-from-item.js';

export function readTraces(document: Document, page: PageAddress, product: PartialProduct): PartialProduct {
  void document;
  void page;
  void product;
  return {};
}
