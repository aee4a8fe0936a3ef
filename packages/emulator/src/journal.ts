import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '@shapegate/validator/leaves';

const newline = 0x0a;

/** Where the store writes what has happened, one record at a time, before it believes it. */
export interface Journal {
  /** Records of earlier runs, oldest first. */
  readonly earlier: readonly JsonValue[];
  /** Returns when the record is safe; throws when it is not, and then nothing of it remains. */
  append(record: JsonValue): void;
  close(): void;
}

/** A journal that forgets: for an emulator without a data directory. */
export function createMemoryJournal(): Journal {
  return { earlier: [], append() {}, close() {} };
}

/**
 * A journal in `journal.jsonl` of the directory, which is made if it is not there. A record is one line, written and
 * synced before `append` returns. A last line that a crash cut short is taken away; a damaged line before it is an error,
 * because records after it were answered.
 */
export function openJournal(directory: string): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'journal.jsonl');
  const file = openSync(path, 'a+', 0o600);
  try {
    const bytes = readFileSync(file);
    const { earlier, end } = readRecords(bytes, path);
    let length = end;
    if (length < bytes.length) ftruncateSync(file, length);
    fsyncSync(file);
    syncDirectory(directory);
    return {
      earlier,
      append(record) {
        const line = Buffer.from(`${JSON.stringify(record)}\n`);
        try {
          for (let written = 0; written < line.length; ) written += writeSync(file, line, written);
          fsyncSync(file);
        } catch (error) {
          ftruncateSync(file, length);
          throw error;
        }
        length += line.length;
      },
      close() {
        closeSync(file);
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The records, and the byte after the last good one. */
function readRecords(bytes: Buffer, path: string): { earlier: JsonValue[]; end: number } {
  const earlier: JsonValue[] = [];
  let start = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    try {
      earlier.push(JSON.parse(bytes.toString('utf8', start, end)));
    } catch {
      if (end + 1 < bytes.length)
        throw new Error(`${path}:${earlier.length + 1}: the line is damaged; move the file away to start empty`);
      break;
    }
    start = end + 1;
  }
  return { earlier, end: start };
}

/** A new file is only there after a crash when its directory is on disk too; not every platform can open one. */
function syncDirectory(directory: string): void {
  try {
    const handle = openSync(directory, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows has no such thing, and does not need it.
  }
}
