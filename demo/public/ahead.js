// @ts-check
// “As if two days had passed”: the page’s clock runs ahead of the machine’s, so that a demonstration need not wait. Comes before
// the kit, which asks the clock like everybody else; the server keeps its own time.
{
  const aheadMs = Number(document.currentScript?.dataset.days) * 24 * 60 * 60 * 1000;
  const { Date } = globalThis;
  const { now } = Date;
  Date.now = () => now() + aheadMs;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => Reflect.construct(target, given.length ? given : [Date.now()]),
    apply: () => String(new globalThis.Date()),
  });
}
