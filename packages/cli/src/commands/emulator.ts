import { defaultAccessKeyId, defaultSecretAccessKey, startEmulator } from '@shapegate/emulator';
import type { Arguments } from '../arguments.ts';
import { describeFailure } from '../disk.ts';
import { escapeLine } from '../format/escape.ts';
import { readSeconds } from '../read-seconds.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';

/** `shapegate emulator`: runs until it is told to end. */
export async function emulator(args: Arguments): Promise<number> {
  const port = args.number('port') ?? 0;
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new ToolProblem(`--port is \`${args.text('port')}\`, expected a number from 0 to 65535`);
  const dataDirectory = args.text('data');
  const jobSeconds = readSeconds(args, 'job-seconds');
  const running = await startEmulator({
    port,
    quotas: args.flag('quotas'),
    ...(dataDirectory === undefined ? {} : { dataDirectory }),
    ...(jobSeconds === undefined ? {} : { jobSeconds }),
  }).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const reason = isTaken ? `port ${port} is taken` : describeFailure(error);
    throw new ToolProblem(
      `the emulator cannot start: ${reason}`,
      'Take another --port or --data folder; --port 0 takes a free port.',
    );
  });
  write(1, `Listening on ${running.url}\n`);
  const ownKeys = process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY'];
  if (!ownKeys)
    write(2, `Accepts AWS_ACCESS_KEY_ID=${defaultAccessKeyId} AWS_SECRET_ACCESS_KEY=${defaultSecretAccessKey}\n`);
  else write(2, `Accepts the key ${escapeLine(process.env['AWS_ACCESS_KEY_ID'] ?? '')} of its own environment\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await running.close();
  return 0;
}
