import type { JsonObject, JsonValue } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { Journal } from './journal.ts';

/** An import as it was accepted. How it stands follows from the clock, so nothing has to be written when it ends. */
export interface ImportRecord {
  readonly region: string;
  readonly jobArn: string;
  readonly jobName: string;
  readonly modelArn: string;
  readonly modelName: string;
  readonly token: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly endsAt: number;
  /** Why the job fails at its end; null where it does not. */
  readonly failure: string | null;
  /** Members that only answers repeat. */
  readonly role: JsonValue;
  readonly source: JsonValue;
  readonly vpc: JsonValue;
  readonly kmsKeyArn: string | null;
}

/** An import with its place in the order of all and what has become of its model. */
export interface StoredImport extends ImportRecord {
  readonly sequence: number;
  readonly deleted: boolean;
}

/** What the emulator remembers. Reads see what `add` and `deleteModel` have written safely, and nothing else. */
export interface Store {
  /** The imports of a Region, oldest first. */
  imports(region: string): readonly StoredImport[];
  add(record: ImportRecord): void;
  deleteModel(modelArn: string): void;
}

/** Starts from the journal's earlier records and writes each change there before it holds. */
export function createStore(journal: Journal): Store {
  const imports: StoredImport[] = [];
  const place = (record: ImportRecord) => imports.push({ ...record, sequence: imports.length, deleted: false });
  const markDeleted = (modelArn: string) => {
    const index = imports.findIndex((record) => record.modelArn === modelArn);
    const found = imports[index];
    if (found !== undefined) imports[index] = { ...found, deleted: true };
  };
  for (const record of journal.earlier) {
    if (isObject(record) && isImport(record.import)) place(record.import);
    else if (isObject(record) && typeof record.deleted === 'string') markDeleted(record.deleted);
    else throw new Error('the journal holds a record that is not of this emulator; move the file away to start empty');
  }
  return {
    imports: (region) => imports.filter((record) => record.region === region),
    add(record) {
      journal.append({ import: record as unknown as JsonObject });
      place(record);
    },
    deleteModel(modelArn) {
      journal.append({ deleted: modelArn });
      markDeleted(modelArn);
    },
  };
}

function isImport(value: JsonValue | undefined): value is JsonObject & ImportRecord {
  return (
    isObject(value) &&
    ['region', 'jobArn', 'jobName', 'modelArn', 'modelName'].every((key) => typeof value[key] === 'string') &&
    ['createdAt', 'endsAt'].every((key) => typeof value[key] === 'number')
  );
}

export type ImportStatus = 'InProgress' | 'Completed' | 'Failed';

/** How the import stands at a moment. */
export function statusAt(record: ImportRecord, now: number): ImportStatus {
  if (now < record.endsAt) return 'InProgress';
  return record.failure === null ? 'Completed' : 'Failed';
}

/** Whether the model that came of the import is there at a moment. */
export function hasModelAt(record: StoredImport, now: number): boolean {
  return !record.deleted && statusAt(record, now) === 'Completed';
}
