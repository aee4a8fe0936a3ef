import { fstatSync, writeSync } from 'node:fs';

/** Standard output and standard error, without the streams of `process`, whose making costs milliseconds. */
export type Channel = 1 | 2;

const pause = new Int32Array(new SharedArrayBuffer(4));
const gone = new Set<Channel>();

/** Writes all of a text. A reader that has gone away is no fault: what it would not read is dropped. */
export function write(channel: Channel, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && !gone.has(channel); ) {
    try {
      at += writeSync(channel, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      // A pipe that is full says so at once where somebody else has made it non-blocking.
      if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 2);
      else if (code === 'EPIPE') gone.add(channel);
      else throw error;
    }
  }
}

/** True where a person looks at it. Most runs write to a pipe or a file, and can do without loading what knows terminals. */
export function isTerminal(channel: Channel): boolean {
  try {
    return fstatSync(channel).isCharacterDevice() && process[channel === 1 ? 'stdout' : 'stderr'].isTTY === true;
  } catch {
    return false;
  }
}

/** True where colours and links are welcome. */
export function hasColor(channel: Channel): boolean {
  return isTerminal(channel) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
