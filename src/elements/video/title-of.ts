/** What the video is called: by its element's label, or as the video, its link or its link's picture is. */
export function titleOf(
  host: Element & { label?: string | undefined },
  link: HTMLAnchorElement | undefined,
): string | undefined {
  const video = host.querySelector('video');
  return (
    host.label ||
    video?.title ||
    video?.getAttribute('aria-label') ||
    link?.getAttribute('aria-label') ||
    link?.querySelector('img')?.alt ||
    link?.textContent.trim() ||
    undefined
  );
}
