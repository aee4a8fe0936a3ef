import type { RuleSettings } from '../check/rule-book.ts';
import { wordStage } from '../check/word-stage.ts';
import type { Finding, Fix } from '../diagnostic/diagnostic.ts';
import { findNearNames } from '../diagnostic/near-names.ts';
import type { LintResult } from '../lint.ts';
import type { ReasonFacts } from '../rules/suppression/reason.ts';
import type { UnknownRuleFacts } from '../rules/suppression/unknown-rule.ts';
import type { UnusedFacts } from '../rules/suppression/unused.ts';
import type { SourceFile } from '../source/read-documents.ts';
import { hashValue } from '../value-hash.ts';
import { CommentPlaces } from './comment-places.ts';
import { type Directive, directiveWord, isDay, readDirective } from './directive.ts';

export interface SuppressOptions {
  /** The day of the run in UTC, `YYYY-MM-DD`: a comment holds through its own last day. */
  readonly today: string;
  /** The ids that a comment may name: the catalogue's and those of the policies in force. */
  readonly known: ReadonlySet<string>;
  /** False for a rule that no comment may silence; every rule may be where this is left out. */
  readonly isSuppressible?: (rule: string) => boolean;
  /** False for a rule whose findings are not among those given: a comment for it may have one to silence. */
  readonly isAsked?: (rule: string) => boolean;
  readonly rules?: RuleSettings;
}

interface Place {
  readonly source: SourceFile;
  readonly document: number;
}

type SuppressionFacts = {
  'suppression/reason': ReasonFacts;
  'suppression/unknown-rule': UnknownRuleFacts;
  'suppression/unused': UnusedFacts;
};

/**
 * Marks the findings that comments in the file silence, and adds those about the comments themselves, at the end.
 * @param findings all findings about the file, those across files included
 */
export function suppressInline(
  findings: readonly Finding[],
  { source }: Pick<LintResult, 'source'>,
  options: SuppressOptions,
): Finding[] {
  const comments = source.comments(directiveWord);
  if (comments.length === 0) return [...findings];
  const byLine = new Map<number, number[]>();
  findings.forEach(({ range }, index) => {
    const line = byLine.get(range.start.line);
    if (line === undefined) byLine.set(range.start.line, [index]);
    else line.push(index);
  });
  const marked = [...findings];
  const added: Finding[] = [];
  const places = new CommentPlaces(source);
  for (const comment of comments) {
    const directive = readDirective(comment);
    if (directive === null) continue;
    const indexes = byLine.get(places.findLine(directive)) ?? [];
    const place = { source, document: places.findDocument(directive) };
    for (const finding of applyDirective(directive, indexes, marked, place, options)) added.push(finding);
  }
  return [...marked, ...added];
}

function applyDirective(
  directive: Directive,
  indexes: readonly number[],
  marked: Finding[],
  place: Place,
  options: SuppressOptions,
): Finding[] {
  const { rules, until, reason } = directive;
  const report = <Id extends keyof SuppressionFacts>(id: Id, facts: SuppressionFacts[Id], fix: Fix | null = null) =>
    makeFinding(id, facts, fix, directive, place, options);
  const strange = rules.filter((rule) => !options.known.has(rule));
  const reports = strange.flatMap((rule) =>
    report('suppression/unknown-rule', { rule, near: findNearNames(rule, options.known) }),
  );
  if (rules.length === 0) reports.push(...report('suppression/unknown-rule', { rule: '', near: [] }));
  if (reason === '') return [...reports, ...report('suppression/reason', { rules })];
  for (const rule of rules) {
    if (strange.includes(rule)) continue;
    const problem = findProblem(rule, until, options);
    const found = problem === null ? indexes.filter((index) => marked[index]?.rule === rule) : [];
    for (const index of found) {
      const finding = marked[index];
      if (finding?.suppressed === null) marked[index] = { ...finding, suppressed: { by: 'inline', reason } };
    }
    if (found.length > 0 || options.isAsked?.(rule) === false) continue;
    const fix = problem === null && rules.length === 1 ? removeComment(directive, place.source) : null;
    reports.push(...report('suppression/unused', { rule, problem: problem ?? 'nothing', until: until ?? '' }, fix));
  }
  return reports;
}

function findProblem(
  rule: string,
  until: string | null,
  options: SuppressOptions,
): 'refused' | 'date' | 'ended' | null {
  if (options.isSuppressible?.(rule) === false) return 'refused';
  if (until === null) return null;
  if (!isDay(until)) return 'date';
  return until < options.today ? 'ended' : null;
}

function removeComment({ start, end }: Directive, { text, lines }: SourceFile): Fix {
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  const isAlone = from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r';
  const lineBreak = isAlone ? (/^(?:\r\n?|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
  return { title: 'take the comment away', edits: [{ range: lines.range(from, end + lineBreak), text: '' }] };
}

function makeFinding(
  id: keyof SuppressionFacts,
  facts: unknown,
  fix: Fix | null,
  { start, end }: Directive,
  { source, document }: Place,
  { rules }: SuppressOptions,
): Finding[] {
  const words = wordStage(id, facts, rules);
  if (words === null) return [];
  const finding: Finding = {
    ...words,
    pointer: '',
    document,
    range: source.lines.range(start, end),
    related: [],
    fix,
    suppressed: null,
    valueHash: hashValue(source.text.slice(start, end)),
  };
  return [finding];
}
