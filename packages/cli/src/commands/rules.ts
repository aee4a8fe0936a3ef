import { rules as catalogue } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { escapeLine, writeJson } from '../format/escape.ts';
import { readOutputs } from '../format/outputs.ts';
import { chooseStyle } from '../format/style.ts';
import { hasColor } from '../terminal.ts';
import { findPoliciesInForce } from './policies-in-force.ts';
import { describePolicyRule, type PolicyRuleFacts } from './policy-rule-facts.ts';
import { writeAnswers } from './write-answers.ts';

/** `shapegate rules`: each rule with its severity and what is true of a good spec, those of the policies in force behind the others. */
export async function rules(args: Arguments): Promise<number> {
  const outputs = readOutputs(args.texts('format'), ['pretty', 'json']);
  const policies = await findPoliciesInForce(args);
  const own = (policies?.loaded.rules ?? []).map(describePolicyRule).filter(({ enabled }) => enabled);
  writeAnswers(outputs, (format, file) => (format === 'json' ? listAsJson(own) : listPretty(own, file === null)));
  return 0;
}

function listAsJson(own: readonly PolicyRuleFacts[]): string {
  const builtIn = catalogue.map(({ id, rule: { severity, since, summary, options = {} } }) => {
    return { id, severity, since, summary, options };
  });
  const stated = own.map(({ id, severity, summary, operations, waivable, stated: { file, line, column } }) => {
    return { id, severity, since: null, summary, options: {}, policy: { file, line, column, operations, waivable } };
  });
  return writeJson([...builtIn, ...stated]);
}

function listPretty(own: readonly PolicyRuleFacts[], isTerminal: boolean): string {
  const style = chooseStyle(isTerminal && hasColor(1));
  const listed = [...catalogue.map(({ id, rule: { severity, summary } }) => ({ id, severity, summary })), ...own];
  const width = Math.max(...listed.map(({ id }) => id.length));
  const lines = listed.map(
    ({ id, severity, summary }) =>
      `${style.strong(id.padEnd(width))}  ${style[severity](severity.padEnd(7))}  ${escapeLine(summary)}`,
  );
  return `${lines.join('\n')}\n`;
}
