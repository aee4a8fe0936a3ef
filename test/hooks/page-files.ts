import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './hook-source.ts';

/** A file that docs/hooks.md tells readers to write: the fenced block that begins with its name. Throws where there is none. */
export function readPageFile(name: string): string {
  const page = readFileSync(join(root, 'docs/hooks.md'), 'utf8');
  for (const [, text = ''] of page.matchAll(/^```\w+\n((?:#|\/\/) file: [\s\S]*?)^```$/gm))
    if (text.split('\n', 1)[0]?.endsWith(` file: ${name}`)) return text;
  throw new Error(`docs/hooks.md has no file ${name}`);
}
