import { warn } from './warn.js';

declare const __CUEKIT_VERSION__: string | undefined;

/** Version of this copy of the kit; `dev` when it runs unbuilt. */
export const version: string = typeof __CUEKIT_VERSION__ === 'string' ? __CUEKIT_VERSION__ : 'dev';

interface Registry {
  version: string;
  instances: Map<string, unknown>;
  warned?: boolean;
}

const key = Symbol.for('cuekit');

/**
 * The one instance of something per page, even when the kit is loaded twice (by a theme and by an app, say): the copy
 * that comes first makes it. This symbol is the only thing that the kit adds to the window.
 */
export function pageSingleton<T>(name: string, create: () => T): T {
  const page = globalThis as { [key]?: Registry };
  const registry = (page[key] ??= { version, instances: new Map() });
  if (registry.version !== version && !registry.warned) {
    registry.warned = true;
    warn(
      `versions ${registry.version} and ${version} are both on this page. They share one store; load one of them only.`,
    );
  }
  if (!registry.instances.has(name)) registry.instances.set(name, create());
  return registry.instances.get(name) as T;
}
