import type { LiteralValue } from '../language/tree.ts';
import type { ReferenceEntry } from './example.ts';

/** Literals by the type of their value, then what makes lists and maps. */
export const literals: Readonly<Record<LiteralValue['type'] | 'list' | 'map', ReferenceEntry>> = {
  null: {
    form: '`null`',
    signatures: [],
    summary: 'No value. Only elements of a sparse list or map are ever `null`; `has` asks whether a member is there.',
    examples: [{ source: 'null == null', gives: 'true' }],
  },
  bool: { form: '`true`, `false`', signatures: [], summary: 'True or false.', examples: [] },
  int: {
    form: '`7`, `0x1F`',
    signatures: [],
    summary: 'A whole number of 64 bits, with or without a minus sign.',
    examples: [
      { source: '0x1F', gives: '31' },
      { source: '-7 + 10', gives: '3' },
    ],
  },
  uint: { form: '`7u`', signatures: [], summary: 'A whole number of 64 bits from 0.', examples: [] },
  double: {
    form: '`0.5`, `1e3`',
    signatures: [],
    summary: 'A number of floating point.',
    examples: [{ source: '1e3', gives: '1000.0' }],
  },
  string: {
    form: '`"text"`, `\'text\'`, `r"raw"`, `"""several lines"""`',
    signatures: [],
    summary:
      'Text, in Unicode code points. Escapes are `\\n`, `\\t`, `\\"`, `\\\\`, `\\x41`, `\\u00e9`, `\\U0001f600` and the others of C; with `r` before the quote a backslash is a backslash.',
    examples: [
      { source: '\'nlp\' == "nlp"', gives: 'true' },
      { source: '"\\u00e9"', gives: '"é"' },
      { source: 'r"\\d+" == "\\\\d+"', gives: 'true' },
    ],
  },
  list: {
    form: '`[x, y]`',
    signatures: [],
    summary: 'A list; a comma may stand after the last element.',
    examples: [{ source: 'input.size in ["LARGE", "MEDIUM",]', gives: 'true' }],
  },
  map: {
    form: '`{k: v}`',
    signatures: [],
    summary: 'A map; its keys are strings, ints, uints or bools, each once.',
    examples: [
      { source: '{"LARGE": 8, "MEDIUM": 4, "SMALL": 2}[input.size]', gives: '8' },
      { source: '{"dev": ["eu-west-1"]}["dev"]', gives: '["eu-west-1"]' },
    ],
  },
};
