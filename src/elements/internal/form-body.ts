/** `form`: as the browser would send it. `json`: an object, with `a[b]` as `{ "a": { "b": … } }` and `a[]` as a list. */
export type FormFormat = 'form' | 'json';

type Json = string | Json[] | { [key: string]: Json };

/**
 * What is sent for a form's fields. The content type is given only where the browser does not know it by itself.
 *
 * @param multipart as the form's `enctype` says; in the other formats a file is its name, as HTML has it
 */
export function formBody(
  data: FormData,
  format: FormFormat,
  multipart: boolean,
): { body: FormData | URLSearchParams | string; type?: string } {
  const texts = [...data].map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value.replace(/\r\n?|\n/g, '\r\n') : value.name,
  ]);
  if (format === 'json') return { body: JSON.stringify(toObject(texts)), type: 'application/json' };
  return { body: multipart ? data : new URLSearchParams(texts) };
}

/**
 * Names with brackets nest, as PHP, Rails and Shopify write them. A name that comes twice is a list. Objects have no
 * prototype, so that no name can reach one.
 */
export function toObject(fields: Iterable<readonly [name: string, value: string]>): Json {
  const root: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [name, value] of fields) {
    const [, first, rest] = /^([^[]*)((?:\[[^\]]*\])*)$/.exec(name) ?? [];
    // A name with brackets that do not match is a name.
    const path = first ? [first, ...[...rest!.matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key!)] : [name];
    const isList = path.length > 1 && path.at(-1) === '';
    if (isList) path.pop();
    let parent = root;
    for (const key of path.slice(0, -1)) parent = parent[key] = inner(parent[key]);
    const key = path.at(-1)!;
    const known = parent[key];
    if (known === undefined) parent[key] = isList ? [value] : value;
    else if (Array.isArray(known)) known.push(value);
    else if (typeof known === 'string') parent[key] = [known, value];
  }
  return root;
}

function inner(known: Json | undefined): Record<string, Json> {
  return typeof known === 'object' && !Array.isArray(known) ? known : (Object.create(null) as Record<string, Json>);
}
