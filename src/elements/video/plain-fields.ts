/** Fields of what somebody else has sent, as far as they are of the right kind. */
export function plainFields(data: unknown): {
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  text(name: string): string | undefined;
  inner(name: string): unknown;
} {
  const own = (name: string): unknown =>
    typeof data === 'object' && data !== null && Object.hasOwn(data, name)
      ? (data as Record<string, unknown>)[name]
      : undefined;
  return {
    /** None below nought, and none that no video has. */
    number(name) {
      const value = own(name);
      return typeof value === 'number' && value >= 0 && value < 1e6 ? value : undefined;
    },
    flag(name) {
      const value = own(name);
      return typeof value === 'boolean' ? value : undefined;
    },
    text(name) {
      const value = own(name);
      return typeof value === 'string' && value ? value.slice(0, 500) : undefined;
    },
    inner: own,
  };
}

/** The fields that are known. */
export function known<T extends object>(fields: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
