import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GenerateTarget, generate } from '@shapegate/generator';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The targets of the repository's own configuration. */
function readTargets(): GenerateTarget[] {
  const configuration = load(readFileSync(new URL('../../shapegate.yaml', import.meta.url), 'utf8'));
  assert.type(configuration, 'object');
  return (configuration as { generate: GenerateTarget[] }).generate;
}

const test = suite('generate');

test('the committed files are what model/ makes', async () => {
  const check = process.env.UPDATE !== '1';
  const { problems, events, changes, diff } = await generate({ root, targets: readTargets(), check });
  assert.equal(problems, []);
  assert.equal(
    events.filter(({ severity }) => severity === 'error'),
    [],
  );
  if (check)
    assert.equal(
      changes.map(({ state, file }) => `${state} ${file}`),
      [],
      diff.slice(0, 4000),
    );
});

test.run();
