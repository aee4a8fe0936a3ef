import { type Api, checkInput, type RuleSettings } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findRuleStart } from '../../../packages/validator/src/check/rule-stop.ts';
import { siftMembers } from '../../../packages/validator/src/check/sift-members.ts';
import { isObject, type JsonValue } from '../../../packages/validator/src/shape/json.ts';
import { jobApi } from '../job-api.ts';
import { Dice } from './dice.ts';
import { holdProperty } from './hold-property.ts';
import { policyMutators } from './mutate-policy.ts';
import { structuralMutators } from './mutate-structure.ts';
import { listPlaces, replaceAt } from './place.ts';
import { type ValidRequest, validRequest } from './valid-input.ts';

const numRuns = process.env.SHAPEGATE_LONG === '1' ? 20_000 : 150;
const mutators = [...Object.values(structuralMutators), ...Object.values(policyMutators)];

const test = suite('two roads');

/** What teams say of rules about values as such, and nothing. */
const settings: readonly RuleSettings[] = [{}, { 'value/placeholder': { words: ['nlp'] } }];
const references = ['forbid', 'allow', 'literal'] as const;

/** Some mistakes, or none, and now and then a key that no shape has. */
function spoil(table: Api['table'], operation: string, valid: JsonValue, dice: Dice): JsonValue {
  let input = valid;
  for (let mistakes = dice.roll(3); mistakes > 0; mistakes--) {
    const place = dice.pick(listPlaces(table, operation, input));
    const mistake = dice.pick(mutators)(place, dice);
    if (mistake !== null) input = replaceAt(input, place.tokens, mistake.value);
  }
  return input;
}

for (const [name, each] of Object.entries({ shipped: api as Api, job: jobApi as Api }))
  for (const operation of Object.keys(each.table.operations)) {
    test(`${name} ${operation}: what is known without the schema is what the schema and the rules say`, () => {
      const check = ({ input: valid, target }: ValidRequest, seed: number) => {
        const dice = new Dice(seed);
        const input = spoil(each.table, operation, valid, dice);
        const options = { target, rules: dice.pick(settings), references: dice.pick(references) };
        // A gate asks the schema and every rule, whatever is known.
        const all = checkInput(each, operation, input, { ...options, enforced: true });
        // What is remembered of the first time must not change the second.
        for (let time = 0; time < 2; time++)
          assert.equal(checkInput(each, operation, input, options), all, JSON.stringify({ input, options }));
      };
      holdProperty(fc.property(validRequest(each.table, operation), fc.integer(), check), numRuns);
    });
  }

test('most requests without a finding are known to have none without the schema', () => {
  const operation = 'CreateModelImportJob';
  const start = findRuleStart(api.table, operation, {}, false);
  const question = { operation, settings: {}, references: 'forbid', enforced: false } as const;
  const samples = fc.sample(validRequest(api.table, operation), { numRuns: 2000, seed: 20_261_123 });
  const faultless = samples.filter(
    ({ input, target }) => checkInput(api, operation, input, { target, enforced: true }).length === 0,
  );
  const known = faultless.filter(
    ({ input, target }) => isObject(input) && siftMembers(start, { ...question, target }, input).isClean,
  );
  assert.ok(faultless.length > 5, `${faultless.length} of ${samples.length}`);
  assert.ok(known.length > faultless.length / 2, `${known.length} of ${faultless.length}`);
});

test.run();
