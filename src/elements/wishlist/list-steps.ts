import type { Product } from '../../events/product.js';
import { request, RequestEvent } from '../../events/request-event.js';
import type { NamedList } from '../../events/request-event.js';
import { createList, deleteList, putOnList, renameList, restoreList, takeOffList } from '../../store/wish-lists.js';

/** Asks the shop, and then does it. At once, unless the shop answers later. */
function step(source: Element, ask: RequestEvent, done: (answer: unknown) => void): boolean | Promise<boolean> {
  const answer = request(source, ask);
  if (answer === false) return false;
  const finish = (value: unknown): true => {
    done(value);
    return true;
  };
  return answer === true ? finish(undefined) : answer.then(finish);
}

/** Of a list only what others are to know. */
const named = ({ id, name }: NamedList): NamedList => ({ id, name });

/** The steps that a shopper takes with lists: each asks the shop first. They tell no fact: what is wished for stays so. */
export const listSteps = {
  /** @param made told the list's id, which is the shop's own if it gave one */
  create: (source: Element, list: NamedList, made: (id: string) => void) =>
    step(source, new RequestEvent('cue-request-create-list', { list: named(list) }), (answer) => {
      const given = (answer as { id?: unknown } | undefined)?.id;
      const id = createList(list.name, Date.now(), undefined, typeof given === 'string' ? given : list.id);
      if (id) made(id);
    }),

  restore: (source: Element, list: NamedList) =>
    step(source, new RequestEvent('cue-request-create-list', { list: named(list) }), () => restoreList(list.id)),

  rename: (source: Element, list: NamedList, before: string) =>
    step(source, new RequestEvent('cue-request-rename-list', { list: named(list), before }), () =>
      renameList(list.id, list.name),
    ),

  delete: (source: Element, list: NamedList) =>
    step(source, new RequestEvent('cue-request-delete-list', { list: named(list) }), () => deleteList(list.id)),

  put: (source: Element, list: NamedList, product: Product) =>
    step(source, new RequestEvent('cue-request-add-to-list', { product, list: named(list) }), () =>
      putOnList(list.id, product.id),
    ),

  takeOff: (source: Element, list: NamedList, product: Product) =>
    step(source, new RequestEvent('cue-request-remove-from-list', { product, list: named(list) }), () =>
      takeOffList(list.id, product.id),
    ),
};
