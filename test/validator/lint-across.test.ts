import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintAcross } from '../../packages/validator/src/cross/lint-across.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import type { Target } from '../../packages/validator/src/rule/target.ts';
import { readExampleApi } from '../rules/example-api.ts';

const api = readExampleApi();
const frankfurt = { region: 'eu-central-1', account: '111122223333' };

function lint(specs: Record<string, string>, target: Target = frankfurt, rules = {}) {
  const files = Object.entries(specs).map(([file, text]) => ({
    file,
    documents: lintText(text, { file, format: 'yaml', api, target }).documents,
  }));
  return lintAcross(files, { api, rules }).map(({ file, finding }) => ({
    place: `${file}#${finding.document} ${finding.range.start.line}:${finding.range.start.column}`,
    rule: finding.rule,
    related: finding.related.map((other) => `${other.file}#${other.document} ${other.range.start.line}`),
  }));
}

test('a name that three specs have is found at each but the first, with the first beside it', () => {
  const found = lint({
    'a.yaml': 'name: a\nrunName: nightly-1\n',
    'b.yaml': 'name: b\nrunName: nightly-2\n---\nname: c\nrunName: "nightly-1"\n',
    'c.yaml': 'region: eu-central-1\ninput:\n  name: d\n  runName: nightly-1\n',
  });
  assert.equal(found, [
    { place: 'b.yaml#1 5:10', rule: 'cross/job-name', related: ['a.yaml#0 2'] },
    { place: 'c.yaml#0 4:12', rule: 'cross/job-name', related: ['a.yaml#0 2'] },
  ]);
});

test('other Regions, other accounts and unknown Regions are not compared', () => {
  const spec = (target: string) => `${target}input: { name: a, reportName: r, token: t, runName: n-1 }\n`;
  const specs = {
    'a.yaml': spec('region: eu-central-1\naccount: "111122223333"\n'),
    'b.yaml': spec('region: us-east-1\naccount: "111122223333"\n'),
    'c.yaml': spec('region: eu-central-1\naccount: "444455556666"\n'),
    'd.yaml': spec('region: eu-central-1\n'),
    'e.yaml': spec(''),
    'f.yaml': spec('account: "111122223333"\n'),
  };
  assert.equal(lint(specs, {}), []);
});

test('names of other members, of what was made and of the run, are not compared, nor references and placeholders', () => {
  assert.equal(lint({ 'a.yaml': 'name: n\nrunName: n-1\n', 'b.yaml': 'name: n\nreportName: n-1\n' }), []);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's reference is what is tested
  const run = '${RUN}';
  assert.equal(lint({ 'a.yaml': `name: n\nrunName: ${run}\n`, 'b.yaml': `name: n\nrunName: ${run}\n` }), []);
  assert.equal(lint({ 'a.yaml': 'name: n\nreportName: <NAME>\n', 'b.yaml': 'name: n\nreportName: <NAME>\n' }), []);
});

test('the quota counts different names and is one finding', () => {
  const specs = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.yaml`, `name: n\nreportName: ${name}\n`]),
  );
  assert.equal(lint(specs), [
    { place: 'd.yaml#0 2:13', rule: 'cross/model-quota', related: ['a.yaml#0 2', 'b.yaml#0 2', 'c.yaml#0 2'] },
  ]);
  assert.equal(lint(specs, frankfurt, { 'cross/model-quota': 'off' }), []);
});

test('a thousand specs with one name are compared in a moment', () => {
  const specs = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.yaml`, 'name: n\nrunName: n-1\n']));
  assert.is(lint(specs).length, 999);
});

test.run();
