import type { ProblemCode } from '../language/problem.ts';
import type { RefusedExample } from './example.ts';

/** A kind of mistake for which a policy is refused when it is loaded. */
export interface MistakeEntry {
  readonly title: string;
  readonly summary: string;
  readonly examples: readonly RefusedExample[];
}

/** What fails when it is evaluated, and why. */
export interface FailureEntry {
  readonly source: string;
  readonly fails: string;
  readonly why: string;
}

/** Mistakes by their code; each is `policy/invalid` at its place in the policy file. */
export const mistakes: Readonly<Record<ProblemCode, MistakeEntry>> = {
  syntax: {
    title: 'What cannot be read',
    summary: 'The text is no expression. The place is that of the first word that does not fit.',
    examples: [
      {
        source: 'input.copies = 2',
        message: 'unexpected character `=`',
        help: 'write `==` to compare',
      },
      {
        source: 'input.copies > 1 and input.copies < 4',
        message: 'found `and`, expected an operator or the end',
        help: null,
      },
    ],
  },
  limit: {
    title: 'What is too large',
    summary: 'The expression is beyond one of the limits at the end of this page.',
    examples: [
      {
        source: `${'('.repeat(65)}true${')'.repeat(65)}`,
        shown: '((((…true…))))',
        message: 'the expression is nested deeper than 64 levels',
        help: 'split the rule into several',
      },
    ],
  },
  'unknown-name': {
    title: 'Unknown names',
    summary: 'There is no variable of the name.',
    examples: [{ source: 'inputs.size == "LARGE"', message: 'unknown name `inputs`', help: 'did you mean `input`?' }],
  },
  'unknown-member': {
    title: 'Unknown members',
    summary: 'The model has no such member; in `has` as well, where it would be false for ever.',
    examples: [
      {
        source: 'has(input.netwrok)',
        message: 'unknown member `netwrok` of StartLoadRequest',
        help: 'did you mean `network`?',
      },
    ],
  },
  'unknown-function': {
    title: 'Unknown functions',
    summary: 'There is no function or macro of the name.',
    examples: [
      {
        source: 'input.name.startWith("prod-")',
        message: 'unknown function `startWith`',
        help: 'did you mean `startsWith`?',
      },
    ],
  },
  type: {
    title: 'Wrong types',
    summary: 'An operator, a function or a field of a rule is given a value of a type that it does not take.',
    examples: [
      { source: 'input.name > 3', message: '`>` cannot compare string and int', help: null },
      {
        source: 'size(input.copies) == 2',
        message: '`size` takes string, list or map here, found int',
        help: null,
      },
      { source: 'input.keyId != null', message: 'the value is never null', help: 'write `has(input.keyId)`' },
    ],
  },
  unguarded: {
    title: 'Missing guards',
    summary:
      'An optional member, a key of a map or an element that may be null is read where nothing has asked for it.',
    examples: [
      {
        source: 'size(input.network.subnetIds) >= 2',
        message: '`network` is optional and may not be there',
        help: 'write `has(input.network) && …`',
      },
      {
        source: 'has(input.labels) && input.labels["stage"] == "beta"',
        message: 'the map may not have the key "stage"',
        help: 'write `"stage" in input.labels && …`',
      },
    ],
  },
  constant: {
    title: 'Foregone conclusions',
    summary:
      'A comparison that is always true or always false, by what the model says of lengths, ranges, patterns and enumerations, or because it reads nothing or the same twice: a rule that never fires, or always.',
    examples: [
      {
        source: 'input.copies <= 8',
        message: 'the comparison is never false: the left side is 1 to 8, the right side `8`',
        help: null,
      },
      {
        source: 'input.size == "LARG"',
        message:
          'the comparison is never true: the left side is one of `LARGE`, `MEDIUM`, `SMALL`, the right side `LARG`',
        help: 'did you mean `LARGE`?',
      },
      {
        source: 'has(input.name)',
        message: '`name` is required, so `has` is never false',
        help: 'take it out',
      },
      {
        source: 'input.name == input.name',
        message: 'both sides are the same, so the comparison always comes out the same',
        help: null,
      },
    ],
  },
  pattern: {
    title: 'Bad patterns',
    summary: 'The pattern of `matches` is not in RE2 syntax, which has no look-around and no back-references.',
    examples: [
      {
        source: 'input.name.matches("^(?=prod)")',
        message: 'lookaround is not supported, at character 2 of the pattern',
        help: 'patterns are in RE2 syntax',
      },
    ],
  },
};

/** What passes the checker and fails on some requests: `policy/runtime`, and the request does not pass. */
export const failures: readonly FailureEntry[] = [
  { source: 'arn(input.name).account', fails: '`nightly-2026-11-23` is not an ARN', why: 'a text that is no ARN' },
  { source: 's3(input.name).bucket', fails: '`nightly-2026-11-23` is not an S3 URI', why: 'a text that is no S3 URI' },
  { source: 'target.account', fails: '`account` is not there', why: 'nothing says who sends the request' },
  {
    source: '["a", "b"][input.copies]',
    fails: 'index 2 is out of the bounds of a list of 2',
    why: 'an index that the list does not have',
  },
  {
    source: '{"SMALL": 2}[input.size]',
    fails: 'the map has no key `LARGE`',
    why: 'a key that a map of the policy does not have',
  },
  { source: '8 % (input.copies - 2)', fails: 'remainder of a division by zero', why: 'a division by zero' },
  {
    source: '9223372036854775807 + input.copies',
    fails: 'the result does not fit in an int of 64 bits',
    why: 'a number beyond 64 bits',
  },
  {
    source: 'timestamp(input.name)',
    fails: 'expected a timestamp such as `2026-11-23T11:30:00Z`',
    why: 'a text that is no moment',
  },
];
