/** Sets or takes away a state that style sheets can ask for, as `:state(pending)`. */
export function showState(internals: ElementInternals | undefined, name: string, on: boolean): void {
  try {
    internals?.states[on ? 'add' : 'delete'](name);
  } catch {
    // Browsers from before 2024 want another syntax; the state is then shown by the element alone.
  }
}
