import { createGate, lintText } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Target } from '../../../packages/validator/src/rule/target.ts';
import type { JsonValue } from '../../../packages/validator/src/shape/json.ts';
import { Dice } from './dice.ts';
import { holdProperty } from './hold-property.ts';
import { compileSchemas } from './model-schemas.ts';
import { policyMutators } from './mutate-policy.ts';
import { type Mutator, structuralMutators } from './mutate-structure.ts';
import { listPlaces, replaceAt } from './place.ts';
import { countSamples, inputOf, type ValidRequest, validRequest } from './valid-input.ts';
import { writeJson, writeYaml } from './write-spec.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const operations = Object.keys(api.table.operations);

const mutators: readonly (readonly [kind: string, mutate: Mutator])[] = [
  ...Object.entries(structuralMutators),
  ...Object.entries(policyMutators),
];
/** How often each kind was made, and how often the published schema saw it. */
const made = new Map<string, { count: number; seen: number }>();

const test = suite('mutations');

interface Mutation {
  readonly kind: string;
  readonly input: JsonValue;
  readonly pointer: string;
}

/** One mistake in a valid input: a kind by lot among those that it has room for, then a place by lot. */
function mutate(operation: string, input: JsonValue, dice: Dice): Mutation | null {
  const places = listPlaces(api.table, operation, input);
  for (let tries = 0; tries < 40; tries++) {
    const [kind, mutator] = dice.pick(mutators);
    // Kinds that fit few places would else be rare.
    for (let more = 0; more < places.length; more++) {
      const place = dice.pick(places);
      const mistake = mutator(place, dice);
      if (mistake !== null)
        return { kind, input: replaceAt(input, place.tokens, mistake.value), pointer: mistake.pointer };
    }
  }
  return null;
}

function listErrors(text: string, format: 'yaml' | 'json', operation: string, target: Target): string[] {
  const { findings } = lintText(text, { file: `a.${format}`, format, api, operation, target });
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, pointer }) => `${rule} ${pointer}`);
}

function sameErrors(found: readonly string[], expected: readonly string[], text: string): void {
  const said = `${found.join(', ')} instead of ${expected.join(', ')} for ${JSON.stringify(text)}`;
  assert.is(found.join('\n'), expected.join('\n'), said);
}

for (const operation of operations) {
  const schemas = compileSchemas(operation);
  test(`${operation}: one mistake in a valid input is one error at its place, and the schema sees what it can see`, () => {
    const check = ({ input, target }: ValidRequest, seed: number) => {
      const mutation = mutate(operation, input, new Dice(seed));
      if (mutation === null) return;
      const { kind, pointer } = mutation;
      const told = `${kind} ${pointer}\n${JSON.stringify(target)}\n${JSON.stringify(mutation.input)}`;
      const gate = createGate(api, { target });
      const { verdict, findings } = gate.check(operation as keyof typeof gate & never, mutation.input as never);
      const errors = findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, pointer: at }) => `${rule} ${at}`);
      assert.is(errors.length, 1, `${errors.join(', ')} for ${told}`);
      const [error = ''] = errors;
      assert.is(error.slice(error.indexOf(' ') + 1), pointer, `${error} for ${told}`);
      assert.is(verdict, 'invalid', told);
      const verdicts = schemas.map((accepts) => accepts(mutation.input));
      assert.is(verdicts[0], verdicts[1], `the drafts differ for ${told}`);
      if (verdicts[0] === true) assert.not.ok(error.startsWith('shape/'), `the schema accepts ${told}, but ${error}`);
      if (Object.hasOwn(structuralMutators, kind)) assert.is(verdicts[0], false, `the schema accepts ${told}`);
      const known = made.get(kind) ?? { count: 0, seen: 0 };
      made.set(kind, { count: known.count + 1, seen: known.seen + (verdicts[0] === true ? 0 : 1) });
      const json = writeJson(mutation.input, operation, target, seed);
      sameErrors(listErrors(json, 'json', operation, target), errors, `${kind} in ${json}`);
      const yaml = writeYaml(mutation.input, operation, target, seed);
      sameErrors(listErrors(yaml, 'yaml', operation, target), errors, `${kind} in ${yaml}`);
    };
    holdProperty(
      fc.property(validRequest(api.table, operation), fc.integer(), check),
      countSamples(api.table, operation, isLong ? 100_000 : 1000),
    );
  });
}

for (const operation of operations.filter(
  (name) => api.table.operations[name]?.traits['shapegate#availableRegions'] !== undefined,
))
  test(`${operation}: a Region in which it is not offered is the one error of a request that is valid there`, () => {
    const target = { region: 'eu-west-3' };
    const check = (input: JsonValue, seed: number) => {
      const yaml = writeYaml(input, operation, target, seed);
      sameErrors(listErrors(yaml, 'yaml', operation, target), ['region/available '], yaml);
    };
    holdProperty(fc.property(inputOf(api.table, operation, target), fc.integer(), check), isLong ? 2000 : 100);
  });

test('each kind of mistake that the model has room for was made', () => {
  for (const [kind, { count, seen }] of [...made].sort())
    console.log(`  ${kind}: ${count}, ${seen} seen by the schema`);
  // The model has no intEnum, no list of unique items and no union of several members in what is sent.
  const roomless = new Set(['both', 'repeat']);
  for (const [kind] of mutators) assert.is(made.has(kind), !roomless.has(kind), kind);
});

test.run();
