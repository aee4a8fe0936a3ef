/** A part of CEL that the language leaves out. */
export interface Omission {
  readonly what: string;
  readonly source: string;
  /** What the language says of it. */
  readonly message: string;
  /** What to write in its place; empty where there is nothing. */
  readonly instead: string;
}

/** What of CEL and of its usual extensions is left out, each with an expression that is refused. */
export const omissions: readonly Omission[] = [
  { what: 'bytes', source: 'b"text"', message: 'bytes are not part of the policy language', instead: 'a string' },
  {
    what: 'making messages',
    source: 'Tag{key: "team"}',
    message: 'messages cannot be made in the policy language',
    instead: 'a map',
  },
  {
    what: 'conversions: `int`, `uint`, `double`, `string`, `bool`, `bytes`',
    source: 'int("7")',
    message: 'unknown function `int`',
    instead: 'members have the types of the model',
  },
  { what: '`type` and `dyn`', source: 'type(input.name)', message: 'unknown function `type`', instead: '' },
  {
    what: 'optional values',
    source: 'input.?keyId',
    message: 'found `?`, optional selection is not part of the policy language',
    instead: '`has(input.keyId) ? … : …`',
  },
  {
    what: 'optional elements and entries',
    source: '[?input.keyId]',
    message: 'found `?`, optional elements are not part of the policy language',
    instead: '`has`',
  },
  {
    what: 'macros of two variables',
    source: '[1].all(index, item, item > 0)',
    message: '`all` takes a variable and an expression',
    instead: '',
  },
  { what: '`cel.bind`', source: 'cel.bind(n, 1, n + 1)', message: 'unknown function `bind`', instead: '' },
  {
    what: 'parts of a moment: `getFullYear` and the others',
    source: 'timestamp(0).getFullYear()',
    message: 'unknown function `getFullYear`',
    instead: 'a comparison of moments',
  },
  {
    what: '`charAt`, `indexOf`, `lastIndexOf`, `replace`, `substring`, `trim`, `reverse`, `format`',
    source: 'input.name.replace("-", "")',
    message: 'unknown function `replace`',
    instead: '`split`, `join` and `matches`',
  },
  {
    what: '`math.*`, `sets.*`, `base64.*`, `strings.quote`',
    source: 'math.greatest(1, 2)',
    message: 'unknown function `greatest`',
    instead: '',
  },
];
