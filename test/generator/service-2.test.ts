import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkModel } from '../../generator/src/check/check-model.ts';
import { type AssembledModel, assembleModel } from '../../generator/src/model/assemble.ts';
import { shapeClosure } from '../../generator/src/model/closure.ts';
import type { Shape, Traits } from '../../generator/src/model/model.ts';
import { anchorPattern } from '../../generator/src/syntax/full-match.ts';
import { toJson } from '../../generator/src/syntax/node.ts';
import { describeEvents, findShared } from './conformance-data.ts';

const folder = fileURLToPath(new URL('../../model/', import.meta.url));
const namespace = 'com.amazonaws.bedrock';

function readErrors(assembled: AssembledModel): string[] {
  return describeEvents(checkModel(assembled).filter(({ severity }) => severity === 'error'));
}

const leftOut = /#(?:documentation|enumValue|paginated)$|^shapegate#/;

/** A service description always writes `min: 0`, and a length is never less. */
function describeTraits(traits: Traits): unknown {
  const said = [...traits]
    .filter(([id]) => !leftOut.test(id))
    .map(([id, { value }]) => [id, id.endsWith('#length') ? { min: 0, ...(toJson(value) as object) } : toJson(value)]);
  return Object.fromEntries(said.sort());
}

/** Names of enum members are not in a service description, their values are. */
function describeShape(shape: Shape): unknown {
  const members = 'members' in shape ? [...shape.members.values()] : [];
  const bound = shape.type === 'operation' ? [shape.input, shape.output, [...shape.errors].sort()] : [];
  return [
    shape.type,
    describeTraits(shape.traits),
    bound,
    members.map(({ name, target, traits }) =>
      shape.type === 'enum'
        ? toJson(traits.get('smithy.api#enumValue')!.value)
        : [name, target, describeTraits(traits)],
    ),
  ];
}

const shared = findShared('models')?.find(({ name }) => name.endsWith('.service-2.json'));
if (shared !== undefined) {
  const described = assembleModel([{ file: shared.name, text: readFileSync(shared.path, 'utf8') }]);
  const texts = ['shapegate/', 'bedrock/'].flatMap((part) =>
    readdirSync(folder + part).map((name) => ({ file: part + name, text: readFileSync(folder + part + name, 'utf8') })),
  );
  const written = assembleModel(texts);

  test('a whole service is read without an error', () => assert.equal(readErrors(described), []));

  const operations = [...written.model.shapes.values()].filter(
    ({ id, type }) => type === 'operation' && id.startsWith(namespace),
  );
  for (const id of shapeClosure(
    written.model,
    operations.map((shape) => shape.id),
  ))
    if (id.startsWith(`${namespace}#`))
      test(`${id} is what the model says`, () => {
        const [own, other] = [written.model.shapes.get(id), described.model.shapes.get(id)];
        assert.ok(own !== undefined && other !== undefined);
        if (own === undefined || other === undefined) return;
        if (id.endsWith('#TaggableResourcesArn')) return;
        assert.equal(describeShape(other), describeShape(own));
      });
}

test('pagination, waiters and endpoint rules come from the files beside it', () => {
  const service = {
    version: '2.0',
    metadata: {
      apiVersion: '2020-01-01',
      endpointPrefix: 'jobs',
      protocol: 'json',
      jsonVersion: '1.1',
      serviceId: 'Jobs',
      targetPrefix: 'JobService',
    },
    operations: {
      ListJobs: {
        name: 'ListJobs',
        http: { method: 'POST', requestUri: '/' },
        input: { shape: 'ListIn' },
        output: { shape: 'ListOut' },
      },
    },
    shapes: {
      ListIn: { type: 'structure', members: { next: { shape: 'String' }, size: { shape: 'Integer' } } },
      ListOut: { type: 'structure', members: { next: { shape: 'String' }, jobs: { shape: 'Jobs' } } },
      Jobs: { type: 'list', member: { shape: 'Job' } },
      Job: { type: 'string', pattern: 'a|b', min: 1, max: 9, enum: undefined },
      String: { type: 'string' },
      Integer: { type: 'integer', box: true },
    },
  };
  const beside = {
    'paginators-1.json': {
      pagination: { ListJobs: { input_token: 'next', output_token: 'next', limit_key: 'size', result_key: 'jobs' } },
    },
    'waiters-2.json': {
      version: 2,
      waiters: {
        JobThere: {
          operation: 'ListJobs',
          delay: 5,
          maxAttempts: 9,
          acceptors: [
            { state: 'success', matcher: 'pathAll', argument: 'jobs[]', expected: 'a' },
            { state: 'retry', matcher: 'status', expected: 404 },
          ],
        },
      },
    },
    'endpoint-rule-set-1.json': { version: '1.0', parameters: {}, rules: [] },
    'examples-1.json': { examples: {} },
  };
  const assembled = assembleModel([
    { file: 'jobs/service-2.json', text: JSON.stringify(service) },
    ...Object.entries(beside).map(([name, value]) => ({ file: `jobs/${name}`, text: JSON.stringify(value) })),
  ]);
  assert.equal(readErrors(assembled), []);
  const trait = (shape: string, id: string): unknown => {
    const found = assembled.model.shapes.get(`com.amazonaws.jobs#${shape}`)?.traits.get(id);
    return found === undefined ? undefined : toJson(found.value);
  };
  assert.equal(trait('ListJobs', 'smithy.api#paginated'), {
    inputToken: 'next',
    outputToken: 'next',
    pageSize: 'size',
    items: 'jobs',
  });
  assert.equal(trait('ListJobs', 'smithy.waiters#waitable'), {
    JobThere: {
      acceptors: [
        { state: 'success', matcher: { output: { path: 'jobs[]', expected: 'a', comparator: 'allStringEquals' } } },
      ],
      minDelay: 5,
    },
  });
  assert.equal(trait('JobService', 'smithy.rules#endpointRuleSet'), beside['endpoint-rule-set-1.json']);
  assert.equal(trait('JobService', 'aws.protocols#awsJson1_1'), {});
  assert.is(trait('Job', 'smithy.api#pattern'), '^(?:a|b)$');
  assert.is(trait('ListJobs', 'smithy.api#http'), undefined);
});

test('a full match becomes an anchored search', () => {
  assert.is(anchorPattern('[a|b]c'), '^[a|b]c$');
  assert.is(anchorPattern('a\\$'), '^a\\$$');
  assert.is(anchorPattern('^a$'), '^a$');
  assert.is(anchorPattern('(a|b)'), '^(a|b)$');
  assert.is(anchorPattern('^a$|b'), '^(?:^a$|b)$');
});

test('what is no service description ends in events', () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{"shapes":{"A":1,"B":{"type":"list"},"C":{"type":"structure","members":[]}},"operations":{"D":[]}}',
  ])
    assert.type(assembleModel([{ file: 'service-2.json', text }]).events.length, 'number');
});

test.run();
