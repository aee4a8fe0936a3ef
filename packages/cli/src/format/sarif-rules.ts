import { type FindingSeverity, type PolicyRuleSummary, renderRulePage, rules } from '@shapegate/validator';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF's word for a severity. */
export function nameLevel(severity: FindingSeverity): 'error' | 'warning' | 'note' {
  return levels[severity];
}

/** With an odd number of backslashes before it, a bracket ends no link. */
function breakLinks(text: string): string {
  return text.replaceAll(/(?<!\\)(\\*)\]\(/g, '$1$1\\](');
}

/**
 * Text as the message of a result: braces doubled, since one pair would hold the place of an argument (§3.11.5), and no
 * embedded link (§3.11.6).
 */
export function escapeMessage(text: string): string {
  return breakLinks(text.replaceAll(/[{}]/g, '$&$&'));
}

/** Text about a rule, which has no arguments: a brace is a brace, as in the examples of its page. */
function writeRuleText(text: string): { readonly text: string } {
  return { text: breakLinks(text) };
}

/** A rule's page by itself: other pages are named and not linked, for they are not beside it. */
function writeHelpPage(page: string): string {
  return page.replaceAll(/\[([^\]\n]*)\]\(\.\.\/[^)\n]*\.md\)/g, '`$1`');
}

function describePolicyRule({ id, severity, message, why, links, file }: PolicyRuleSummary): object {
  const address = links.find((link) => /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(link));
  const reason = why === '' ? message : why;
  return {
    id,
    shortDescription: writeRuleText(message),
    fullDescription: writeRuleText(reason),
    help: writeRuleText([message, why, ...links].filter((part) => part !== '').join('\n\n')),
    ...(address === undefined ? {} : { helpUri: address }),
    defaultConfiguration: { level: nameLevel(severity) },
    properties: { tags: [id.split('/')[0] ?? id], policy: file },
  };
}

/** What SARIF tells of a rule of the catalogue or of a policy; of any other its id alone is known. */
export function describeRule(id: string, policyRules: readonly PolicyRuleSummary[]): object {
  const policyRule = policyRules.find((rule) => rule.id === id);
  if (policyRule !== undefined) return describePolicyRule(policyRule);
  const tags = [id.split('/')[0] ?? id];
  const rule = rules.find((named) => named.id === id)?.rule;
  if (rule === undefined) {
    const text = writeRuleText(id);
    return { id, shortDescription: text, fullDescription: text, help: text, properties: { tags } };
  }
  const help = `${rule.summary}\n\n${rule.why}\n\nshapegate explain ${id}`;
  return {
    id,
    shortDescription: writeRuleText(rule.summary),
    fullDescription: writeRuleText(rule.why),
    help: Object.assign(writeRuleText(help), { markdown: writeHelpPage(renderRulePage(id, rule)) }),
    defaultConfiguration: { level: nameLevel(rule.severity) },
    properties: { tags, since: rule.since },
  };
}
