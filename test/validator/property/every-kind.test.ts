import { checkInput } from '@shapegate/validator';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { jobApi } from '../job-api.ts';
import { Dice } from './dice.ts';
import { holdProperty } from './hold-property.ts';
import { type Mutator, structuralMutators } from './mutate-structure.ts';
import { listPlaces, replaceAt } from './place.ts';
import { type ValidRequest, validRequest } from './valid-input.ts';

const numRuns = process.env.SHAPEGATE_LONG === '1' ? 20_000 : 800;
const mutators: readonly (readonly [kind: string, mutate: Mutator])[] = Object.entries(structuralMutators);
const made = new Set<string>();

const test = suite('every kind of shape');

// The shipped API has no map, no union of several members and no list of unique items in what is sent.
for (const operation of Object.keys(jobApi.table.operations)) {
  const listErrors = ({ input, target }: ValidRequest) =>
    checkInput(jobApi, operation, input, { target })
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, pointer }) => `${rule} ${pointer}`);

  test(`${operation}: no error for a valid input, and one for each mistake`, () => {
    const check = (request: ValidRequest, seed: number) => {
      assert.is(listErrors(request).join(), '', `${listErrors(request).join()} for ${JSON.stringify(request)}`);
      const dice = new Dice(seed);
      const [kind, mutator] = dice.pick(mutators);
      for (const place of listPlaces(jobApi.table, operation, request.input)) {
        const mistake = dice.hits(3) ? mutator(place, dice) : null;
        if (mistake === null) continue;
        const input = replaceAt(request.input, place.tokens, mistake.value);
        const errors = listErrors({ input, target: request.target });
        const told = `${errors.join()} for ${kind} ${mistake.pointer} ${JSON.stringify(input)}`;
        assert.is(errors.length, 1, told);
        assert.is(errors[0]?.slice(errors[0].indexOf(' ') + 1), mistake.pointer, told);
        made.add(kind);
        return;
      }
    };
    holdProperty(fc.property(validRequest(jobApi.table, operation), fc.integer(), check), numRuns);
  });
}

test('each kind of mistake was made', () => {
  const missed = mutators.map(([kind]) => kind).filter((kind) => !made.has(kind));
  // Its lists of few elements have unique ones.
  assert.equal(missed, ['many']);
});

test.run();
