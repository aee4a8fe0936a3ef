import { type FindingSeverity, renderRulePage, rules } from '@shapegate/validator';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF's word for a severity. */
export function nameLevel(severity: FindingSeverity): 'error' | 'warning' | 'note' {
  return levels[severity];
}

/**
 * Text as a SARIF message: braces doubled, since one pair would hold the place of an argument (§3.11.5), and no embedded
 * link (§3.11.6).
 */
export function escapeMessage(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&').replaceAll('](', '\\](');
}

/** A rule's page by itself: other pages are named and not linked, for they are not beside it. */
function writeHelpPage(page: string): string {
  return page.replaceAll(/\[([^\]\n]*)\]\(\.\.\/[^)\n]*\.md\)/g, '`$1`').replaceAll(/[{}]/g, '$&$&');
}

/** What SARIF tells of a rule; of one that is not in the catalogue, such as a policy's, its id alone is known. */
export function describeRule(id: string): object {
  const found = rules.find((named) => named.id === id);
  const tags = [id.split('/')[0] ?? id];
  if (found === undefined) return { id, properties: { tags } };
  const { rule } = found;
  const page = renderRulePage(id, rule);
  return {
    id,
    shortDescription: { text: escapeMessage(rule.summary) },
    fullDescription: { text: escapeMessage(rule.why) },
    help: {
      text: escapeMessage(`${rule.summary}\n\n${rule.why}\n\nshapegate explain ${id}`),
      markdown: writeHelpPage(page),
    },
    defaultConfiguration: { level: nameLevel(rule.severity) },
    properties: { tags, since: rule.since },
  };
}
