import type { Api, LintResult, PolicySet, RuleSettings, Target } from '@shapegate/validator';

/** All that decides on a file beside its text. */
export interface Surroundings {
  /** Absolute. */
  readonly path: string;
  /** As reports name it. */
  readonly file: string;
  readonly format: 'yaml' | 'json';
  /** True where the command line names it, or a target claims it: then it is a spec, whatever it holds. */
  readonly isSpec: boolean;
  readonly api: Api;
  /** The operation of documents that name none; undefined for the model's default. */
  readonly operation: string | undefined;
  readonly target: Target;
  readonly rules: RuleSettings;
  readonly references: 'allow' | 'forbid';
  /** Those in force for it; undefined where there are none. */
  readonly policies: PolicySet | undefined;
  /** Files of waivers that hold for it, absolute. */
  readonly waivers: readonly string[];
  /** Absolute; null where none is configured. */
  readonly baseline: string | null;
}

/** A file that was linted. */
export interface LintedFile extends Surroundings {
  readonly result: LintResult;
  /** The same file with another text. */
  relint(text: string): LintedFile;
}
