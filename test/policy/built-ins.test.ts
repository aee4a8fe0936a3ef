import { builtIns } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readParameters } from '../../packages/validator/src/policy/built-in/read-parameters.ts';

for (const builtIn of builtIns) {
  test(`${builtIn.name} does what its examples say`, () => {
    const { examples } = builtIn;
    assert.ok(examples.some(({ hits }) => hits.length === 0) && examples.some(({ hits }) => hits.length > 0));
    for (const { with: given, target = {}, input, hits } of examples) {
      const { parameters, faults } = readParameters(builtIn, given);
      assert.equal(faults, []);
      const found = [...builtIn.check(parameters, { input, target })];
      assert.equal(
        found.map((hit) => (hit.kind === 'hit' ? { pointer: hit.pointer, message: hit.message } : hit)),
        hits,
      );
    }
  });
}

test('a built-in that cannot know says so', () => {
  const regions = builtIns.find(({ name }) => name === 'allowed-regions')!;
  const { parameters } = readParameters(regions, { regions: ['eu-west-1'] });
  assert.equal(
    [...regions.check(parameters, { input: {}, target: {} })],
    [{ kind: 'failure', message: 'nothing says the Region' }],
  );
});

test.run();
