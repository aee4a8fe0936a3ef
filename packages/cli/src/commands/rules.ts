import { rules as catalogue } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { escapeJson, escapeLine } from '../format/escape.ts';
import { readOutputs } from '../format/outputs.ts';
import { chooseStyle } from '../format/style.ts';
import { hasColor, write } from '../terminal.ts';
import { findPoliciesInForce } from './policies-in-force.ts';
import { describePolicyRule } from './policy-rule-facts.ts';

/** `shapegate rules`: each rule with its severity and what is true of a good spec, those of the policies in force behind the others. */
export async function rules(args: Arguments): Promise<number> {
  const [output] = readOutputs(args.texts('format'), ['pretty', 'json']);
  const policies = await findPoliciesInForce(args);
  const own = (policies?.loaded.rules ?? []).map(describePolicyRule).filter(({ enabled }) => enabled);
  if (output?.format === 'json') {
    const builtIn = catalogue.map(({ id, rule: { severity, since, summary, options = {} } }) => {
      return { id, severity, since, summary, options };
    });
    const stated = own.map(({ id, severity, summary, operations, waivable, stated: { file, line, column } }) => {
      return { id, severity, since: null, summary, options: {}, policy: { file, line, column, operations, waivable } };
    });
    write(1, `${escapeJson(JSON.stringify([...builtIn, ...stated], null, 2))}\n`);
    return 0;
  }
  const style = chooseStyle(hasColor(1));
  const listed = [...catalogue.map(({ id, rule: { severity, summary } }) => ({ id, severity, summary })), ...own];
  const width = Math.max(...listed.map(({ id }) => id.length));
  const lines = listed.map(
    ({ id, severity, summary }) =>
      `${style.strong(id.padEnd(width))}  ${style[severity](severity.padEnd(7))}  ${escapeLine(summary)}`,
  );
  write(1, `${lines.join('\n')}\n`);
  return 0;
}
