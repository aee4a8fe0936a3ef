import type { PolicySet } from '../check/policy-set.ts';
import type { RuleSettings } from '../check/rule-book.ts';
import type { Target } from '../rule/target.ts';
import type { Api } from '../shape/api.ts';

export interface LintOptions {
  /** The name that related places bear; nothing is read. */
  readonly file: string;
  readonly format: 'yaml' | 'json';
  readonly api: Api;
  /** The operation of documents that name none; the model's default where this is left out. */
  readonly operation?: string | undefined;
  /** Region and account of documents that state none. */
  readonly target?: Target;
  readonly rules?: RuleSettings;
  /** `allow` leaves values such as `${VAR}` unchecked, for templates; default `forbid`. */
  readonly references?: 'allow' | 'forbid';
  /** Policies in force, made by `createPolicySet`. */
  readonly policies?: PolicySet | undefined;
}
