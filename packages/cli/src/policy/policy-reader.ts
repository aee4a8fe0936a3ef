import type { SourceFile } from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';

/** Where policies are read, and how. */
export interface PolicyReader {
  readonly files: FileReader;
  /** Handed over, so that a bundle which seldom reads a document does without the code for it. */
  readonly readDocuments: (text: Uint8Array, format: 'yaml' | 'json') => SourceFile;
}
