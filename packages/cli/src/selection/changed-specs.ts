import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Finding, readDocuments } from '@shapegate/validator';
import { listChangedFiles } from '../git/changed-files.ts';
import { Repository } from '../git/repository.ts';

/** The text of each document, by its index: the lines from the end of the one before it on, comments included. */
function sliceDocuments(source: string | Uint8Array, format: 'yaml' | 'json'): Map<number, string> {
  const { documents, text } = readDocuments(source, format);
  const slices = new Map<number, string>();
  let start = 0;
  for (const [at, document] of documents.entries()) {
    const last = document.offsets('', 'value')?.end ?? start;
    const lineEnd = text.indexOf('\n', last);
    const end = at === documents.length - 1 || lineEnd === -1 ? text.length : lineEnd;
    slices.set(document.index, text.slice(start, end).replaceAll('\r\n', '\n').trim());
    start = end;
  }
  return slices;
}

/** The files that git says have changed, and the documents in them. */
export class ChangedSpecs {
  readonly #repository: Repository;
  readonly #before: ReadonlyMap<string, string | null>;
  readonly #folders = new Map<string, string>();

  /**
   * Throws ToolProblem outside a repository, and for a revision that is none.
   * @param since the empty text for what is staged
   */
  constructor(folder: string, since: string) {
    this.#repository = new Repository(folder);
    this.#before = new Map(listChangedFiles(this.#repository, since).map(({ path, before }) => [path, before]));
  }

  /** @param file absolute */
  has(file: string): boolean {
    return this.#before.has(this.#resolve(file));
  }

  /** Takes out the findings on documents that stood in the file before, word for word. */
  keepChanged(file: string, text: string, findings: readonly Finding[]): readonly Finding[] {
    const before = this.#before.get(this.#resolve(file)) ?? null;
    if (before === null || findings.length === 0) return findings;
    const format = /\.json$/i.test(file) ? 'json' : 'yaml';
    const old = new Set(sliceDocuments(this.#repository.run('cat-file', 'blob', before), format).values());
    const now = sliceDocuments(text, format);
    return findings.filter(({ document }) => !old.has(now.get(document) ?? '\0'));
  }

  /** Links in the folders are resolved, as git has done; the file may be a link itself. */
  #resolve(file: string): string {
    const folder = dirname(file);
    let real = this.#folders.get(folder);
    if (real === undefined) {
      real = realpathSync(folder);
      this.#folders.set(folder, real);
    }
    return join(real, basename(file));
  }
}
