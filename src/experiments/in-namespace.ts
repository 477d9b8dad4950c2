import { hash } from './hash.js';

/** A part of all shoppers: those that its name puts between two places on the line from 0 to 1. */
export type Namespace = readonly [name: string, start: number, end: number];

/** Whether this shopper belongs to the namespace; of two that share a name and do not overlap, nobody belongs to both. */
export function inNamespace(id: string, [name, start, end]: Namespace): boolean {
  const place = hash(`__${name}`, id, 1)!;
  return place >= start && place < end;
}
