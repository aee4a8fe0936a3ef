import type { JsonObject, JsonValue } from '../shape/json.ts';
import { nameOptionKind, type RuleOptions } from './option.ts';
import type { AnyRule, BadExample, ErasedTraitRule, ErasedValueRule, GoodExample, GoodValueExample } from './rule.ts';
import { runExample, runValueExample } from './run-example.ts';
import { isScalar, writeFlow, writeScalar } from './write-flow.ts';

/** One example of a rule, as pages and the terminal show it. */
export interface ShownExample {
  /** The value as YAML, or the spec as it stands; without a line break at its end. */
  readonly text: string;
  /** What else has to be known: the target, other parameters. */
  readonly given: string;
  /** Of a bad example; the help is there where the rule can be asked about the example by itself. */
  readonly message?: string;
  readonly help?: string;
}

/** What a rule's page, `explain` and SARIF's metadata are made from. */
export interface RuleExplanation {
  readonly id: string;
  readonly rule: AnyRule;
  /** The trait that it answers to; empty where it answers to none. */
  readonly trait: string;
  readonly good: readonly ShownExample[];
  readonly bad: readonly ShownExample[];
}

/** Examples are small: a line a list element or member, and flow style below. */
function writeYaml(value: JsonValue): string {
  if (Array.isArray(value) && value.length > 0) {
    const lines = value.slice(0, 5).map((element) => `- ${writeFlow(element)}`);
    if (value.length > 5) lines.push(`# … ${value.length} in all`);
    return lines.join('\n');
  }
  if (isScalar(value) || Array.isArray(value)) return writeFlow(value);
  const members = Object.entries(value as JsonObject);
  return members.length === 0
    ? '{}'
    : members.map(([key, member]) => `${writeScalar(key)}: ${writeFlow(member)}`).join('\n');
}

type Example = GoodExample<JsonValue, JsonObject>;

function describeGiven(example: Example): string {
  const { region, account } = example.target ?? {};
  const words: string[] = [];
  if (region !== undefined) words.push(`sent to \`${region}\``);
  if (account !== undefined) words.push(`sent by \`${account}\``);
  if (example.options !== undefined) words.push(`with the options \`${writeFlow(example.options)}\``);
  if (example.trait !== undefined) words.push(`with the parameters \`${writeFlow(example.trait)}\``);
  return words.join(', ');
}

function helpFor(rule: AnyRule, facts: unknown): string {
  return typeof rule.help === 'string' ? rule.help : rule.help(facts);
}

/** What holds without any configuration is shown first. */
function plainFirst<E extends { readonly options?: JsonObject }>(examples: readonly E[]): readonly E[] {
  const isPlain = ({ options }: E) => options === undefined;
  return [...examples.filter(isPlain), ...examples.filter((example) => !isPlain(example))];
}

function showGood(example: Example): ShownExample {
  return { text: writeYaml(example.value), given: describeGiven(example) };
}

function showBad(rule: ErasedTraitRule, example: BadExample<JsonValue, JsonObject>): ShownExample {
  const help = helpFor(rule, runExample(rule, example)[0]?.facts);
  return { text: writeYaml(example.value), given: describeGiven(example), message: example.message, help };
}

function explainValueRule(id: string, rule: ErasedValueRule): RuleExplanation {
  const given = (words: string, { refused, options }: GoodValueExample<JsonObject>) => {
    const chosen = options === undefined ? [] : [`with the options \`${writeFlow(options)}\``];
    return [...(refused === true ? [words] : []), ...chosen].join(', ');
  };
  const good = plainFirst(rule.good).map((example) => ({
    text: writeYaml(example.input ?? example.value),
    given: given('even where the model refuses the value for another reason', example),
  }));
  const bad = plainFirst(rule.bad).map((example) => ({
    text: writeYaml(example.input ?? example.value),
    given: given('where the model refuses the value', example),
    message: example.message,
    help: helpFor(rule, runValueExample(rule, example)[0]?.facts),
  }));
  return { id, rule, trait: '', good, bad };
}

/** Gathers what is said of a rule, for any reader of it. */
export function explainRule(id: string, rule: AnyRule): RuleExplanation {
  if ('trait' in rule) {
    const bad = plainFirst(rule.bad).map((example) => showBad(rule, example));
    return { id, rule, trait: rule.trait, good: plainFirst(rule.good).map(showGood), bad };
  }
  if (rule.stage === 'value') return explainValueRule(id, rule);
  const good = rule.good.map(({ spec }) => ({ text: spec.trimEnd(), given: '' }));
  const bad = rule.bad.map(({ spec, message }) => ({ text: spec.trimEnd(), given: '', message }));
  return { id, rule, trait: '', good, bad };
}

function writeExamples(examples: readonly ShownExample[]): string {
  return examples
    .map(({ text, given, message }) => {
      const comment = message === undefined ? '' : `\n\n${message}`;
      return `${given === '' ? '' : `${given.charAt(0).toUpperCase()}${given.slice(1)}:\n\n`}\`\`\`yaml\n${text}\n\`\`\`${comment}`;
    })
    .join('\n\n');
}

/** What helps against the bad examples, each once: `help` may depend on what was found. */
function writeHelp({ rule, bad }: RuleExplanation): string {
  if (typeof rule.help === 'string') return rule.help;
  const helps = [...new Set(bad.map(({ help }) => help ?? ''))].filter((help) => help !== '');
  if (helps.length === 0) return 'The help of the finding says what to write.';
  return helps.length === 1 ? helps.join('') : helps.map((help) => `- ${help}`).join('\n');
}

/** The page of a rule as Markdown: what it asks for, wrong, right, why, how to fix and how to suppress it. */
export function renderRulePage(id: string, rule: AnyRule): string {
  const explanation = explainRule(id, rule);
  const { trait, good, bad } = explanation;
  const absorbs = rule.absorbs ?? [];
  const link = (other: string) => `[${other}](../${other}.md)`;
  const sections = [
    `# ${id}`,
    rule.summary,
    `Severity: ${rule.severity}. Since ${rule.since}.${trait === '' ? '' : ` Answers to the trait \`${trait}\`.`}`,
    bad.length === 0 ? '' : `## Wrong\n\n${writeExamples(bad)}`,
    `## Right\n\n${writeExamples(good)}`,
    `## Why\n\n${rule.why}`,
    `## How to fix\n\n${writeHelp(explanation)}`,
    rule.options === undefined ? '' : `## Options\n\n${writeOptions(id, rule.options)}`,
    `## How to suppress\n\n${writeSuppression(id)}`,
    absorbs.length === 0 ? '' : `Where this rule speaks, it stands for ${absorbs.map(link).join(' and ')}.`,
    rule.source === undefined ? '' : `## Source\n\n${rule.source}`,
    rule.related === undefined ? '' : `## Related\n\n${rule.related.map((other) => `- ${link(other)}`).join('\n')}`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** What a team may choose, and how the configuration says it. */
function writeOptions(id: string, options: RuleOptions): string {
  const lines = Object.entries(options).map(([name, option]) => {
    const otherwise = option.default === null ? '' : ` Otherwise \`${writeFlow(option.default)}\`.`;
    return `- \`${name}\` (${nameOptionKind(option.schema)}): ${option.description}${otherwise}`;
  });
  const values = Object.entries(options).map(([name, { example }]) => `${name}: ${writeFlow(example)}`);
  const yaml = `rules:\n  ${id}: { severity: warning, ${values.join(', ')} }`;
  return `${lines.join('\n')}\n\nIn the configuration, with or without a severity:\n\n\`\`\`yaml\n${yaml}\n\`\`\``;
}

/** How a finding is silenced; what cannot be read or is refused by the model can be silenced for `lint` alone. */
function writeSuppression(id: string): string {
  const inline = `In YAML, on the line above it, with a reason:\n\n\`\`\`yaml\n# shapegate-ignore-next-line ${id} -- why this is right here\n\`\`\``;
  const elsewhere = `For many files, in the configuration: \`rules: { ${id}: off }\`. In JSON, and for gates, a waiver.`;
  if (id.startsWith('spec/'))
    return 'It cannot be suppressed, and the configuration cannot turn it off: what cannot be read cannot be checked.';
  if (id.startsWith('policy/'))
    return 'It cannot be suppressed, and the configuration cannot turn it off: what cannot be decided is no pass.';
  if (id.startsWith('suppression/'))
    return `Correct the comment, or take it away. In the configuration: \`rules: { ${id}: off }\`.`;
  if (id.startsWith('waiver/'))
    return `Correct the waiver, or take it away. In the configuration: \`rules: { ${id}: off }\`.`;
  if (id.startsWith('shape/'))
    return `${inline}\n\n${elsewhere} Nothing silences it where a request is submitted: the service would refuse it.`;
  return `${inline}\n\n${elsewhere}`;
}
