import { ruleOf } from '../rule-of.ts';

export interface EncodingFacts {
  /** What the bytes are instead, such as `UTF-16` or `byte 0xff at offset 12`. */
  readonly problem: string;
}

export const rule = ruleOf<EncodingFacts>('source', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec is UTF-8, with or without a byte order mark.',
  why: 'A character read wrongly is a name, a tag or an address that nobody wrote.',
  help: 'Save the file as UTF-8.',
  source: 'https://www.rfc-editor.org/rfc/rfc8259#section-8.1',
  related: ['spec/parse'],
  message: ({ problem }) => `found ${problem}, expected UTF-8`,
  good: [{ spec: '\ufeffname: nightly\n' }, { spec: 'name: nightly\nnote: "Équipe"\n' }],
  bad: [],
});
