/**
 * Milliseconds that the page's main thread is at work while `run` goes on, on any number of busy neighbours: the thread's own
 * clock stands still while others have the processor. What the browser does to lay out and to paint is not counted.
 */
export async function busyTime(page, run) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const clock = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const { TaskDuration, LayoutDuration, RecalcStyleDuration } = Object.fromEntries(
      metrics.map(({ name, value }) => [name, value]),
    );
    return (TaskDuration - LayoutDuration - RecalcStyleDuration) * 1000;
  };
  const before = await clock();
  await run();
  const after = await clock();
  await session.detach();
  return after - before;
}
