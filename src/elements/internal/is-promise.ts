/** Not `instanceof Promise`: hosts replace that class (zone.js does), and async functions do not follow them. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Partial<Promise<T>> | undefined)?.then === 'function';
}
