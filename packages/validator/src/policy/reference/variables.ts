import type { Example } from './example.ts';

/** A name that an expression may speak of. */
export interface VariableEntry {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly Example[];
}

/** The variables of a rule. */
export const variables: readonly VariableEntry[] = [
  {
    name: 'input',
    summary: "The operation's input, typed by the model.",
    examples: [{ source: 'input.size', gives: '"LARGE"' }],
  },
  {
    name: 'item',
    summary: 'In a rule with `each`, in `assert` and `message`: the element that the rule is asked about.',
    examples: [],
  },
  {
    name: 'target',
    summary:
      'Where and by whom the request is sent: `region`, `account` and `partition`, strings that need no guard. Reading one that nothing states fails; `has(target.account)` asks whether it is known. A comparison with what is no name of a Region, no 12 digits or no partition is refused.',
    examples: [
      { source: 'target.region', gives: '"eu-central-1"' },
      { source: 'target.partition', gives: '"aws"' },
      { source: 'has(target.account)', gives: 'false' },
    ],
  },
  {
    name: 'spec',
    summary:
      'Where the request is written: `file`, the path from the working directory, and `document`, counted from 0 in the file. A request that a program makes has the file `""`.',
    examples: [
      { source: 'spec.file.startsWith("loads/")', gives: 'true' },
      { source: 'spec.document', gives: '0' },
    ],
  },
];
