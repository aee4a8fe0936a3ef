import { lintText } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Target } from '../../../packages/validator/src/rule/target.ts';
import { holdProperty } from './hold-property.ts';
import { compileSchemas } from './model-schemas.ts';
import { countSamples, type ValidRequest, validRequest } from './valid-input.ts';
import { writeJson, writeYaml } from './write-spec.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const operations = Object.keys(api.table.operations);

const test = suite('valid inputs');

function assertNoError(text: string, format: 'yaml' | 'json', operation: string, target: Target, input: unknown): void {
  const { documents, findings } = lintText(text, { file: `a.${format}`, format, api, operation, target });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const words = errors.map(({ rule, message, pointer }) => `${rule} ${pointer} ${message}`);
  assert.is(words.join('\n'), '', `${words.join('\n')}\n${JSON.stringify(target)}\n${JSON.stringify(text)}`);
  assert.is(documents.length, 1, text);
  assert.equal(JSON.parse(JSON.stringify(documents[0]?.request?.input)), input, text);
}

for (const operation of operations) {
  test(`${operation}: the schema accepts what the model and its policy allow, and lint has no error for it`, () => {
    const schemas = compileSchemas(operation);
    const check = ({ input, target }: ValidRequest, seed: number) => {
      for (const accepts of schemas) assert.ok(accepts(input), JSON.stringify([input, accepts.errors]));
      const plain = JSON.parse(JSON.stringify(input));
      assertNoError(writeYaml(input, operation, target, seed), 'yaml', operation, target, plain);
      assertNoError(writeJson(input, operation, target, seed), 'json', operation, target, plain);
    };
    holdProperty(
      fc.property(validRequest(api.table, operation), fc.integer(), check),
      countSamples(api.table, operation, isLong ? 100_000 : 1000),
    );
  });
}

test.run();
