/** Sets a custom state, `:state(pending)`. */
export function toggleState(internals: ElementInternals, name: string, on: boolean): void {
  try {
    internals.states[on ? 'add' : 'delete'](name);
  } catch {
    // Browsers from before 2024 want another syntax.
  }
}
