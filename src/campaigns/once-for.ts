/**
 * Works something out once for what it is about, and again when it is about something else: what is asked of a hundred campaigns
 * at one signal, or of one at many signals, is mostly the same.
 *
 * @param workOut must depend on nothing but what it is given, which must not change
 */
export function onceFor<A, T>(workOut: (about: A) => T): (about: A) => T {
  let known: { about: A; value: T } | undefined;
  return (about) => {
    if (known?.about !== about) known = { about, value: workOut(about) };
    return known.value;
  };
}
