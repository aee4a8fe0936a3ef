import { readDocuments, type SourceFile } from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';
import type { Origin } from '../config/trace-settings.ts';
import { showPath } from '../disk.ts';
import type { Place } from './explanation.ts';

/** Finds the lines of what configurations say, reading each file once. */
export class PlaceFinder {
  readonly #reader: FileReader;
  readonly #sources = new Map<string, SourceFile>();

  constructor(reader: FileReader) {
    this.#reader = reader;
  }

  find({ file, pointer }: Origin): Place {
    const { documents, lines } = this.#read(file);
    const start = documents[0]?.offsets(pointer, 'key')?.start ?? documents[0]?.offsets(pointer, 'value')?.start ?? 0;
    const { line, column } = lines.position(start);
    return { file: showPath(file), pointer, line, column };
  }

  #read(file: string): SourceFile {
    let source = this.#sources.get(file);
    if (source === undefined) {
      source = readDocuments(this.#reader.read(file), file.endsWith('.json') ? 'json' : 'yaml');
      this.#sources.set(file, source);
    }
    return source;
  }
}
