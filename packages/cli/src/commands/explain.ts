import { existsSync } from 'node:fs';
import { findNearNames, renderRulePage, rules } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { readOutputs } from '../format/outputs.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';
import { explainFile } from './explain-file.ts';

/** `shapegate explain`: the page of a rule, or for a file what the configuration says of it. */
export async function explain(args: Arguments): Promise<number> {
  const subject = args.positionals[0] ?? '';
  const isJson = readOutputs(args.texts('format')).some(({ format }) => format === 'json');
  const found = rules.find(({ id }) => id === subject);
  if (found !== undefined) write(1, renderRulePage(found.id, found.rule));
  else if (existsSync(subject)) write(1, await explainFile(subject, isJson));
  else {
    const near = findNearNames(
      subject,
      rules.map(({ id }) => id),
    );
    const advice =
      near.length === 0
        ? '`shapegate rules` lists the rules.'
        : `Did you mean ${near.map((id) => `\`${id}\``).join(' or ')}?`;
    throw new ToolProblem(`\`${subject}\` is neither a rule nor a file`, advice);
  }
  return 0;
}
