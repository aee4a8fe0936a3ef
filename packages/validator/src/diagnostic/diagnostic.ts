import type { Range } from './range.ts';

/** A second place that a diagnostic speaks of, such as the first of two equal keys. */
export interface Related {
  readonly file: string;
  readonly document: number;
  readonly pointer: string;
  readonly range: Range;
  readonly message: string;
}

/** What findings (about a spec or a policy) and events (about a model) have in common. */
export interface Diagnostic<Severity extends string> {
  /** A rule id such as `arn/resource`, or a Smithy event id such as `Target`; it never changes and never encodes severity. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found and what was expected: lower case, real values, names in backticks, no full stop. */
  readonly message: string;
  /** What to do about it; empty where the message says it all. */
  readonly help: string;
  /** The smallest text that is wrong. */
  readonly range: Range;
}

/** The severities of findings, the gravest first. */
export const findingSeverities = ['error', 'warning', 'info'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** One replacement of text; several of them make a fix. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A change of the text that removes the finding; what it does is said in a few words. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Who silenced a finding, and why. */
export interface Suppressed {
  readonly by: 'inline' | 'waiver' | 'baseline';
  /** In words; of a waiver with its owner, its ticket and its last day. */
  readonly reason: string;
  /** Of a waiver. */
  readonly owner?: string;
  readonly ticket?: string;
  /** Its last day in UTC, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** A diagnostic about a spec or a policy. */
export interface Finding extends Diagnostic<FindingSeverity> {
  /** RFC 6901, into the operation's input; `""` for what lies outside it. */
  readonly pointer: string;
  /** 0-based index of the document in its file. */
  readonly document: number;
  readonly related: readonly Related[];
  readonly fix: Fix | null;
  readonly suppressed: Suppressed | null;
  /** `sha256:` and the hex digest of the value as canonical JSON (RFC 8785): what a waiver or a baseline names. */
  readonly valueHash: string;
  /** What it tells in place of others, which are told where it is silenced; left out where there is nothing. */
  readonly standsFor?: readonly Finding[];
}

/** The severities of Smithy's validation events, the gravest first. */
export const eventSeverities = ['error', 'danger', 'warning', 'note', 'suppressed'] as const;
export type EventSeverity = (typeof eventSeverities)[number];

/** A diagnostic about a model; `shape` is the absolute shape id (a member's with `$`) or null. */
export interface ModelEvent extends Diagnostic<EventSeverity> {
  readonly file: string;
  readonly shape: string | null;
}
