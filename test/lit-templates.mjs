/** The tagged templates of the kit's source, for tests that look at each of them. */
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from '@typescript-eslint/parser';
import { taggedTemplates } from '../vite-plugin-minify-templates.mjs';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * @param {string[]} tags which tags: html, svg, css
 * @returns {Promise<{ file: string, tag: string, strings: string[] }[]>} the static strings of each template, expressions left out
 */
export async function litTemplates(tags) {
  const templates = [];
  for (const file of await readdir(src, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const code = await readFile(src + file, 'utf8');
    // Reading all that has no template would take most of the time.
    if (!tags.some((tag) => code.includes(`${tag}\``))) continue;
    for (const { tag, quasi } of taggedTemplates(parse(code))) {
      if (!tags.includes(tag.name)) continue;
      templates.push({ file, tag: tag.name, strings: quasi.quasis.map(({ value }) => value.cooked) });
    }
  }
  return templates;
}
