/** A rule for which its policy is refused, and what is said of it. */
export interface RuleMistake {
  /** The rule as YAML, an item of `rules`. */
  readonly rule: string;
  /** Each message, and its help where there is one. */
  readonly said: readonly { readonly message: string; readonly help: string }[];
}

const logic = `  message: the load is too small
  assert: input.size == "LARGE"`;
const tests = '  tests: { pass: [{ size: LARGE }], fail: [{ size: SMALL }] }';

/** Mistakes of rules around their expressions: those that are made most, one of a kind. */
export const ruleMistakes: readonly RuleMistake[] = [
  {
    rule: `- id: acme/large
${logic}
  tests: { pass: [{ size: LARGE }] }`,
    said: [
      {
        message: 'the rule has no test that fails',
        help: 'A rule needs one that passes and one that fails: it must have been seen to do both.',
      },
    ],
  },
  {
    rule: `- id: acme/large
${logic}
  tests: { pass: [{ size: MEDIUM }], fail: [{ size: SMALL }] }`,
    said: [
      {
        message: 'the test does not hold: expected to pass, but the rule objects: the load is too small',
        help: '',
      },
    ],
  },
  {
    rule: `- id: acme/large
${logic}
  tests: { pass: [{ size: LARGE }], fail: [{ size: SMALL }, { size: SMALL }] }`,
    said: [{ message: 'the test is useless: another of this rule asks the same', help: '' }],
  },
  {
    rule: `- id: acme/large
  at: /sise
${logic}
${tests}`,
    said: [{ message: 'unknown member `sise` of the input', help: 'Did you mean `size`?' }],
  },
  {
    rule: `- id: tags/large
${logic}
${tests}`,
    said: [
      {
        message: '`tags` is a group of built-in rules',
        help: 'Take a namespace of your own, such as the name of your company.',
      },
    ],
  },
  {
    rule: `- id: acme/tags
  uses: required-tag
  with: { on: /tags, keys: [team] }`,
    said: [{ message: 'there is no built-in `required-tag`', help: 'Did you mean `required-tags`?' }],
  },
  {
    rule: `- id: acme/sizes
  uses: allowed-values
  with: { on: /size, values: [LARG] }`,
    said: [{ message: '`LARG` can never be there', help: 'Did you mean `LARGE`?' }],
  },
  {
    rule: `- id: acme/teams
  message: the tag is empty
  when: has(input.tags)
  each: input.tags.filter(tag, tag.key == "team")
  assert: item.value != ""
  tests: { pass: [{ tags: [{ key: team, value: nlp }] }], fail: [{ tags: [{ key: team, value: "" }] }] }`,
    said: [
      {
        message: '`each` is no path into the input, so its elements have no place',
        help: 'Such as `input.zones`; leave elements out in `assert`, with `||`.',
      },
    ],
  },
];
