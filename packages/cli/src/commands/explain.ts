import { existsSync, statSync } from 'node:fs';
import { findNearNames, renderRulePage, rules } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { configurationId } from '../config/read-configuration.ts';
import { escapeText, writeJson } from '../format/escape.ts';
import { readOutputs } from '../format/outputs.ts';
import { ToolProblem } from '../tool-problem.ts';
import { configurationPage } from './configuration-page.ts';
import { explainFile } from './explain-file.ts';
import { findPoliciesInForce } from './policies-in-force.ts';
import { describePolicyRule } from './policy-rule-facts.ts';
import { renderPolicyRulePage } from './policy-rule-page.ts';
import { type AnswerFormat, writeAnswers } from './write-answers.ts';

/** An answer in the forms that it can be had in. */
type Answer = (format: AnswerFormat) => string;

/** `shapegate explain`: the page of a rule, of the catalogue or of a policy, or for a file what holds for it and who says so. */
export async function explain(args: Arguments): Promise<number> {
  const subject = args.positionals[0] ?? '';
  const outputs = readOutputs(args.texts('format'), ['pretty', 'json']);
  const found = rules.find(({ id }) => id === subject);
  if (found !== undefined) writeAnswers(outputs, explainBuiltIn(found));
  else if (subject === configurationId) writeAnswers(outputs, explainConfiguration);
  else if (existsSync(subject)) {
    if (statSync(subject).isDirectory())
      throw new ToolProblem(`\`${subject}\` is a folder`, 'Name a file: what holds may differ from one to the next.');
    const { write, problem } = await explainFile(subject, args);
    writeAnswers(outputs, write);
    if (problem !== null) throw problem;
  } else writeAnswers(outputs, await explainPolicyRule(subject, args));
  return 0;
}

function writeFacts(facts: object): string {
  return writeJson(Object.assign({ version: 1 }, facts));
}

function explainBuiltIn({ id, rule }: (typeof rules)[number]): Answer {
  const { severity, since, summary, why, options = {}, absorbs = [], related = [], source = null } = rule;
  const facts = { id, kind: 'built-in', severity, since, summary, why, options, absorbs, related, source };
  return (format) => (format === 'json' ? writeFacts(facts) : renderRulePage(id, rule));
}

function explainConfiguration(format: AnswerFormat): string {
  return format === 'json'
    ? writeFacts({ id: configurationId, kind: 'configuration', severity: 'error' })
    : configurationPage;
}

/** A rule of the policies in force. Throws ToolProblem with the near names, of all rules, where there is none. */
async function explainPolicyRule(id: string, args: Arguments): Promise<Answer> {
  const loaded = (await findPoliciesInForce(args))?.loaded.rules ?? [];
  const found = loaded.find(({ rule }) => rule.id === id);
  if (found !== undefined) {
    const facts = describePolicyRule(found);
    return (format) => (format === 'json' ? writeFacts(facts) : escapeText(renderPolicyRulePage(facts)));
  }
  const near = findNearNames(id, [
    configurationId,
    ...rules.map((rule) => rule.id),
    ...loaded.map(({ rule }) => rule.id),
  ]);
  throw new ToolProblem(`\`${id}\` is neither a rule nor a file`, adviseOn(id, near));
}

function adviseOn(id: string, near: readonly string[]): string {
  if (near.length > 0) return `Did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?`;
  return /[\\/.]/.test(id) && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)
    ? 'There is no such file.'
    : '`shapegate rules` lists the rules; those of a policy that no configuration here names need `--policy`.';
}
