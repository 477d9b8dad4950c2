/** A place in a video as players write it: `1:05`, `1:02:03`. */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3600);
  const text = parts.join(':');
  return hours ? `${hours}:${text}` : text.replace(/^0/, '');
}
