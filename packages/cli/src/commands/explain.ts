import { existsSync, statSync } from 'node:fs';
import { findNearNames, renderRulePage, rules } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { escapeJson, escapeText } from '../format/escape.ts';
import { readOutputs } from '../format/outputs.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';
import { explainFile } from './explain-file.ts';
import { findPoliciesInForce } from './policies-in-force.ts';
import { describePolicyRule } from './policy-rule-facts.ts';
import { renderPolicyRulePage } from './policy-rule-page.ts';

/** `shapegate explain`: the page of a rule, of the catalogue or of a policy, or for a file what holds for it and who says so. */
export async function explain(args: Arguments): Promise<number> {
  const subject = args.positionals[0] ?? '';
  const [output] = readOutputs(args.texts('format'), ['pretty', 'json']);
  const isJson = output?.format === 'json';
  const found = rules.find(({ id }) => id === subject);
  if (found !== undefined) write(1, isJson ? writeJson(describeBuiltIn(found)) : renderRulePage(found.id, found.rule));
  else if (existsSync(subject)) {
    if (statSync(subject).isDirectory())
      throw new ToolProblem(`\`${subject}\` is a folder`, 'Name a file: what holds may differ from one to the next.');
    const { text, problem } = await explainFile(subject, isJson, args);
    write(1, text);
    if (problem !== null) throw problem;
  } else {
    const policyRule = await findPolicyRule(subject, args);
    write(1, isJson ? writeJson(policyRule) : escapeText(renderPolicyRulePage(policyRule)));
  }
  return 0;
}

function writeJson(answer: object): string {
  return `${escapeJson(JSON.stringify(Object.assign({ version: 1 }, answer), null, 2))}\n`;
}

function describeBuiltIn({ id, rule }: (typeof rules)[number]): object {
  const { severity, since, summary, why, options = {}, absorbs = [], related = [], source = null } = rule;
  return { id, kind: 'built-in', severity, since, summary, why, options, absorbs, related, source };
}

/** A rule of the policies in force. Throws ToolProblem with the near names, of all rules, where there is none. */
async function findPolicyRule(id: string, args: Arguments) {
  const loaded = (await findPoliciesInForce(args))?.loaded.rules ?? [];
  const found = loaded.find(({ rule }) => rule.id === id);
  if (found !== undefined) return describePolicyRule(found);
  const near = findNearNames(id, [...rules.map((rule) => rule.id), ...loaded.map(({ rule }) => rule.id)]);
  const advice =
    near.length > 0
      ? `Did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?`
      : /[\\/.]/.test(id) && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)
        ? 'There is no such file.'
        : '`shapegate rules` lists the rules; those of a policy that no configuration here names need `--policy`.';
  throw new ToolProblem(`\`${id}\` is neither a rule nor a file`, advice);
}
