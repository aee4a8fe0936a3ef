import { rules as catalogue } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { readOutputs } from '../format/outputs.ts';
import { chooseStyle } from '../format/style.ts';
import { hasColor, write } from '../terminal.ts';

/** `shapegate rules`: each rule with its severity and what is true of a good spec. */
export async function rules(args: Arguments): Promise<number> {
  const [output] = readOutputs(args.texts('format'), ['pretty', 'json']);
  if (output?.format === 'json') {
    const entries = catalogue.map(({ id, rule }) => ({
      id,
      severity: rule.severity,
      since: rule.since,
      summary: rule.summary,
      options: rule.options ?? {},
    }));
    write(1, `${JSON.stringify(entries, null, 2)}\n`);
    return 0;
  }
  const style = chooseStyle(hasColor(1));
  const idWidth = Math.max(...catalogue.map(({ id }) => id.length));
  const lines = catalogue.map(
    ({ id, rule }) =>
      `${style.strong(id.padEnd(idWidth))}  ${style[rule.severity](rule.severity.padEnd(7))}  ${rule.summary}`,
  );
  write(1, `${lines.join('\n')}\n`);
  return 0;
}
