import type { Arguments } from '../arguments.ts';
import { readRegion } from '../read-region.ts';
import { ToolProblem } from '../tool-problem.ts';
import type { SpecOptions } from './ground.ts';

/** What the command line says of every spec. Throws ToolProblem for a value that cannot be. */
export function readSpecOptions(args: Arguments): SpecOptions {
  const account = args.text('account');
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw new ToolProblem(`--account is \`${account}\`, expected 12 digits`);
  const region = readRegion(args);
  const files = args.texts('model');
  const model = files.length === 0 ? undefined : { folder: process.cwd(), files };
  const policies = args.texts('policy').map((name) => ({ folder: process.cwd(), name, saidBy: null }));
  return { operation: args.text('operation'), region, account, model, policies };
}
