import { writeFlow } from '@shapegate/validator/leaves';
import type { PolicyRuleFacts, PolicyTestFacts } from './policy-rule-facts.ts';
import { writePlace } from './write-place.ts';

function writeTests(tests: readonly PolicyTestFacts[]): string {
  const lines = tests.map((test) => {
    const target = { ...(test.region === null ? {} : { region: test.region }) };
    const whole = Object.assign(target, test.account === null ? {} : { account: test.account });
    const shown = Object.keys(whole).length === 0 ? test.input : Object.assign(whole, { input: test.input });
    return `${writeFlow(shown)}  # ${writePlace(test)}`;
  });
  return `\`\`\`yaml\n${lines.join('\n')}\n\`\`\``;
}

function writeLogic({ when, each, assert, uses, with: given }: PolicyRuleFacts): string {
  const lines = Object.entries({ when, each, assert, uses })
    .filter(([, text]) => text !== null)
    .map(([name, text]) => `${name}: ${(text ?? '').trim().replaceAll('\n', '\n  ')}`);
  if (given !== null) lines.push(`with: ${writeFlow(given)}`);
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

function writeStatus({ severity, operations, stated, changed, at, enabled }: PolicyRuleFacts): string {
  const sentences = [
    `Severity: ${severity}.`,
    `Asked of ${operations.map((name) => `\`${name}\``).join(', ')}.`,
    `Stated at ${writePlace(stated)}${changed.length === 0 ? '' : `, changed at ${changed.map(writePlace).join(', ')}`}.`,
  ];
  if (at !== null && at !== '') sentences.push(`Points at \`${at}\`.`);
  if (!enabled) sentences.push('Turned off.');
  return sentences.join(' ');
}

function writeSuppression({ waivable }: PolicyRuleFacts): string {
  if (waivable === null) return 'Nothing silences it: the policy does not say that it is `waivable`.';
  const limit = waivable.maxDays === null ? '' : `, for ${waivable.maxDays} days at most`;
  return `A waiver may silence it${limit}; where comments count, a comment with a reason may as well.`;
}

/** The page of a policy's rule as Markdown, in the form of those of the built-in rules. */
export function renderPolicyRulePage(rule: PolicyRuleFacts): string {
  const { id, summary, why, links, tests } = rule;
  const sections = [
    `# ${id}`,
    summary,
    writeStatus(rule),
    `## Rule\n\n${writeLogic(rule)}`,
    tests.fail.length === 0 ? '' : `## Wrong\n\nMerged over a valid request:\n\n${writeTests(tests.fail)}`,
    tests.pass.length === 0 ? '' : `## Right\n\nMerged over a valid request:\n\n${writeTests(tests.pass)}`,
    why === null ? '' : `## Why\n\n${why}`,
    `## How to suppress\n\n${writeSuppression(rule)}`,
    links.length === 0 ? '' : `## Links\n\n${links.map((link) => `- ${link}`).join('\n')}`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
