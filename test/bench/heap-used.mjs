/** Bytes that the page's JavaScript objects hold once everything that can go has gone. */
export async function heapUsed(page) {
  const session = await page.context().newCDPSession(page);
  // Finalizers and weak references let go of more each time.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
