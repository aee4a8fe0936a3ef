import { openJournal } from '../../packages/emulator/src/journal.ts';
import { serveJournal } from '../../packages/emulator/src/server.ts';

// An emulator that is killed at the worst moment: the record is on disk, the answer is not sent.
const journal = openJournal(process.argv[2] ?? '.');
const emulator = await serveJournal(
  {
    earlier: journal.earlier,
    append(record) {
      journal.append(record);
      process.kill(process.pid, 'SIGKILL');
    },
    close: journal.close,
  },
  {},
);
console.log(emulator.url);
