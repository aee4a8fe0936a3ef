import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findNearNames, renderRulePage, rules } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { settleFile } from '../config/file-settings.ts';
import { ConfigurationFinder } from '../config/find-configurations.ts';
import { showPath } from '../disk.ts';
import { escapeText } from '../format/escape.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';

function explainFile(file: string): string {
  const path = resolve(file);
  const configurations = new ConfigurationFinder().find(dirname(path));
  const found = settleFile(path, configurations);
  const { claimed, operation, region, account, models, rules: settings, references, waivers, baseline } = found;
  const lines = [
    `file: ${showPath(path)}`,
    `configuration: ${configurations.length === 0 ? 'none' : configurations.map((one) => showPath(one.file)).join(', ')}`,
    `claimed by a target: ${claimed ? 'yes' : 'no'}`,
    `operation: ${operation ?? 'not set'}`,
    `region: ${region ?? 'not set'}`,
    `account: ${account ?? 'not set'}`,
    `models: ${models.length === 0 ? 'the shipped one' : models.flatMap(({ files }) => files).join(', ')}`,
    `references: ${references}`,
    `waivers: ${waivers.length === 0 ? 'none' : waivers.map(showPath).join(', ')}`,
    `baseline: ${baseline === null ? 'none' : showPath(baseline)}`,
    ...Object.entries(settings).map(
      ([id, setting]) => `rule ${id}: ${typeof setting === 'string' ? setting : JSON.stringify(setting)}`,
    ),
  ];
  return `${escapeText(lines.join('\n'))}\n`;
}

/** `shapegate explain`: the page of a rule, or for a file what the configuration says of it. */
export async function explain(args: Arguments): Promise<number> {
  const subject = args.positionals[0] ?? '';
  const found = rules.find(({ id }) => id === subject);
  if (found !== undefined) write(1, renderRulePage(found.id, found.rule));
  else if (existsSync(subject)) write(1, explainFile(subject));
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
