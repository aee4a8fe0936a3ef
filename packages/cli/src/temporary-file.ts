import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Milliseconds: whoever writes a file is done with it long before. */
const longestWrite = 2000;
const swept = new Set<string>();
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let isHolding = false;

function isRunning(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes away what runs have left in a folder that were killed while they wrote; once a run. */
function sweepFolder(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const writer = /^\.shapegate-(\d{1,10})-[\da-z]+\.tmp$/.exec(name)?.[1];
      if (writer === undefined || isRunning(Number(writer))) continue;
      const path = join(folder, name);
      // The number of a process in another container says nothing here.
      if (Date.now() - statSync(path).mtimeMs > longestWrite) rmSync(path, { force: true });
    }
  } catch {}
}

/** A signal ends the run as it would have, but not between a temporary file and its renaming, which happen in one turn. */
function holdSignals(): void {
  if (isHolding) return;
  isHolding = true;
  for (const [name, number] of Object.entries(signals))
    process.once(name, () => {
      process.kill(process.pid, name);
      // The first process of a container dies of no signal that it does not handle.
      process.exit(128 + number);
    });
}

/**
 * The path at which a file is to be written before it takes the name of a target, beside it: in the same turn, since from now
 * on signals end the run between turns. What killed runs have left in the folder is taken away.
 */
export function nameTemporary(target: string): string {
  const folder = dirname(target);
  holdSignals();
  sweepFolder(folder);
  return join(folder, `.shapegate-${process.pid}-${Date.now().toString(36)}.tmp`);
}
