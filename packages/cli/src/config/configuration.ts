import type { FindingSeverity, RuleSettings } from '@shapegate/validator';

export interface TargetEntry {
  readonly files: readonly string[];
  readonly operation?: string;
  readonly region?: string;
  readonly account?: string;
  /** A glob of model files; the shipped model where neither this nor `models` has the operation. */
  readonly model?: string;
}

export interface OverrideEntry {
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

export interface GenerateEntry {
  readonly model: readonly string[];
  readonly operations?: readonly string[];
  readonly emit: readonly ('types' | 'builder' | 'schema' | 'validator' | 'client')[];
  readonly out: string;
}

/** What a configuration file says; it fits `schema/config.schema.json`. */
export interface ConfigurationText {
  readonly root?: boolean;
  readonly models?: readonly string[];
  readonly targets?: readonly TargetEntry[];
  readonly rules?: RuleSettings;
  readonly overrides?: readonly OverrideEntry[];
  readonly references?: 'allow' | 'forbid';
  /** Policy files, relative to the configuration, and installed packages of policies. */
  readonly policies?: readonly string[];
  /** Files of waivers, relative to the configuration. */
  readonly waivers?: readonly string[];
  /** Relative to the configuration. */
  readonly baseline?: string;
  readonly failOn?: FindingSeverity;
  readonly generate?: readonly GenerateEntry[];
}

/** A configuration file as it was read. */
export interface Configuration {
  /** Absolute. */
  readonly file: string;
  /** What its globs and paths are relative to. */
  readonly folder: string;
  readonly says: ConfigurationText;
}
