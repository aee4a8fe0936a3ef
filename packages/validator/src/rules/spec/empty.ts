import { ruleOf } from '../rule-of.ts';

export type EmptyFacts = Readonly<Record<string, never>>;

export const rule = ruleOf<EmptyFacts>('source', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Each document of a file holds a spec.',
  why: 'An empty document is mostly a spec that was lost in a merge or left commented out, and nobody notices that it is not sent.',
  help: 'Write the spec, or take the document and its `---` away.',
  source: 'A decision of this tool.',
  related: ['spec/mapping'],
  message: () => 'the document is empty, expected a mapping',
  good: [
    { spec: 'name: nightly\n---\nname: weekly\n' },
    { spec: 'name: nightly\n---\n# nothing after the last one\n' },
  ],
  bad: [{ spec: '# nothing yet\n', at: '', message: 'the document is empty, expected a mapping' }],
});
