interface Registry {
  instances: Map<string, unknown>;
}

const registry = () => (globalThis as { [key: symbol]: unknown })[Symbol.for('cuekit')] as Registry | undefined;

/**
 * Collects what the kit reports (`cue-error`) and warns of (console) from now on, from a fresh start: a page has a limit, and a
 * test must not depend on those before it.
 */
export function hearReports(): { reports: string[]; warnings: string[]; stop(): void } {
  registry()?.instances.delete('reported');
  registry()?.instances.delete('warned');
  const reports: string[] = [];
  const warnings: string[] = [];
  const hear = ({ detail }: WindowEventMap['cue-error']) => reports.push(detail.message);
  const { warn } = console;
  console.warn = (...parts: unknown[]) => warnings.push(parts.join(' '));
  addEventListener('cue-error', hear);
  return {
    reports,
    warnings,
    stop() {
      removeEventListener('cue-error', hear);
      console.warn = warn;
    },
  };
}
