import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { awsEndpointFunctions } from '@aws-sdk/core/client';
import { customEndpointFunctions, resolveEndpoint } from '@smithy/core/endpoints';
import type { RuleSetObject } from '@smithy/types';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import type { Member, Model, Shape, Traits } from '../../generator/src/model/model.ts';
import { toJson } from '../../generator/src/syntax/node.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = `${root}../shared/models/`;
const namespace = 'com.amazonaws.bedrock';
const serviceId = `${namespace}#AmazonBedrockControlPlaneService`;

/** What the service changed between the Smithy model of April 2025 and its model of August 2026, and what is written another way on purpose. */
const patternsOtherThanIn2025: Readonly<Record<string, string>> = {
  S3Uri: 'changed by the service: a bucket ends with a letter or digit',
  IdempotencyToken: 'changed by the service: written without nested repetition',
  TaggableResourcesArn: 'changed by the service: more kinds of resources',
  KmsKeyId: 'an alternation that `^` and `$` anchored by half',
  ModelImportJobIdentifier: 'an alternation that `^` and `$` anchored by half',
  ImportedModelIdentifier: 'an alternation that `^` and `$` anchored by half',
};
const patternsOtherThanIn2026: Readonly<Record<string, string>> = {
  TaggableResourcesArn: 'each branch is anchored already, so the `.*` around the whole are left out',
};

/** As the endpoint rules name them. */
type EndpointParameters = Record<string, string | boolean>;

interface AstMember {
  readonly target: string;
  readonly traits?: Record<string, unknown>;
}
interface AstShape {
  readonly type: string;
  readonly members?: Record<string, AstMember>;
  readonly member?: AstMember;
  readonly input?: AstMember;
  readonly output?: AstMember;
  readonly errors?: readonly AstMember[];
  readonly operations?: readonly AstMember[];
  readonly traits?: Record<string, unknown>;
}
interface BotocoreShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Record<string, BotocoreMember>;
  readonly member?: BotocoreMember;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly timestampFormat?: string;
  readonly union?: boolean;
  readonly error?: { readonly httpStatusCode: number; readonly senderFault?: boolean };
}
interface BotocoreMember {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
}
interface BotocoreModel {
  readonly metadata: { readonly auth: readonly string[]; readonly apiVersion: string };
  readonly operations: Record<
    string,
    {
      readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode: number };
      readonly input: BotocoreMember;
      readonly output: BotocoreMember;
      readonly errors: readonly BotocoreMember[];
      readonly idempotent?: boolean;
      readonly readonly?: boolean;
    }
  >;
  readonly shapes: Record<string, BotocoreShape>;
}

function readModel(): { model: Model; texts: { file: string; text: string }[] } {
  const texts = ['model/shapegate/', 'model/bedrock/'].flatMap((folder) =>
    readdirSync(root + folder)
      .sort()
      .filter((name) => name.endsWith('.smithy'))
      .map((name) => ({ file: folder + name, text: readFileSync(root + folder + name, 'utf8') })),
  );
  const { model, events } = assembleModel(texts);
  assert.equal(
    events.filter((event) => event.severity === 'error' || event.severity === 'danger').map((event) => event.message),
    [],
  );
  return { model, texts };
}

const { model } = readModel();

function findShape(name: string): Shape {
  const shape = model.shapes.get(name.includes('#') ? name : `${namespace}#${name}`);
  if (shape === undefined) throw new Error(`the model has no ${name}`);
  return shape;
}

function membersOf(shape: Shape): ReadonlyMap<string, Member> {
  return 'members' in shape ? shape.members : new Map();
}

/** Traits as plain values, without documentation and the policy vocabulary. */
function plainTraits(traits: Traits): Record<string, unknown> {
  return Object.fromEntries(
    [...traits]
      .filter(([id]) => id !== 'smithy.api#documentation' && !id.startsWith('shapegate#'))
      .map(([id, trait]) => [id, toJson(trait.value)]),
  );
}

function traitOf(holder: { readonly traits: Traits }, name: string): unknown {
  const trait = holder.traits.get(`smithy.api#${name}`);
  return trait === undefined ? undefined : toJson(trait.value);
}

function withoutDocumentation(traits: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(traits).filter(([id]) => id !== 'smithy.api#documentation'));
}

const own = [...model.shapes.values()].filter((shape) => shape.id.startsWith(`${namespace}#`));
const Documented = suite('documentation');

Documented('stands on the service, the operations, structures, members and enum values', () => {
  const missing: string[] = [];
  const isDocumented = (traits: Traits) => traits.has('smithy.api#documentation');
  for (const shape of own) {
    if (shape.type === 'list') continue;
    if (!isDocumented(shape.traits)) missing.push(shape.id);
    for (const member of membersOf(shape).values()) if (!isDocumented(member.traits)) missing.push(member.id);
  }
  assert.equal(missing, []);
});

Documented.run();

const Ast = suite('against the Smithy model of April 2025');
const astFile = `${shared}bedrock-2023-04-20.json`;
if (existsSync(astFile)) {
  const ast = JSON.parse(readFileSync(astFile, 'utf8')).shapes as Record<string, AstShape>;
  const reached = new Map<string, AstShape>();
  const visit = (id: string | undefined): void => {
    const shape = id === undefined ? undefined : ast[id];
    if (id === undefined || shape === undefined || reached.has(id)) return;
    reached.set(id, shape);
    for (const next of [shape.input, shape.output, shape.member, ...(shape.errors ?? []), ...(shape.operations ?? [])])
      visit(next?.target);
    for (const member of Object.values(shape.members ?? {})) visit(member.target);
  };
  visit(`${namespace}#ModelImportResource`);

  Ast('has the same shapes, and the service beside them', () => {
    assert.equal(own.map((shape) => shape.id).sort(), [...reached.keys(), serviceId].sort());
  });

  for (const [id, expected] of reached) {
    Ast(`${id} is the same`, () => {
      const shape = findShape(id);
      const name = id.slice(namespace.length + 1);
      assert.is(shape.type, expected.type);
      const expectedTraits = withoutDocumentation(expected.traits);
      const traits = plainTraits(shape.traits);
      if (name in patternsOtherThanIn2025) {
        assert.is.not(traits['smithy.api#pattern'], expectedTraits['smithy.api#pattern'], 'no longer a difference');
        delete traits['smithy.api#pattern'];
        delete expectedTraits['smithy.api#pattern'];
      }
      assert.equal(traits, expectedTraits);
      const expectedMembers = expected.members ?? (expected.member ? { member: expected.member } : {});
      const members = membersOf(shape);
      assert.equal([...members.keys()], Object.keys(expectedMembers));
      for (const [memberName, member] of members) {
        assert.is(member.target, expectedMembers[memberName]?.target, memberName);
        assert.equal(plainTraits(member.traits), withoutDocumentation(expectedMembers[memberName]?.traits), memberName);
      }
      if (shape.type === 'operation') {
        assert.is(shape.input, expected.input?.target);
        assert.is(shape.output, expected.output?.target);
        assert.equal([...shape.errors].sort(), (expected.errors ?? []).map(({ target }) => target).sort());
      }
    });
  }

  Ast('the service differs in its auth alone, and the endpoint rules give the same answers', () => {
    const traits = plainTraits(findShape(serviceId).traits);
    const expected = withoutDocumentation(ast[serviceId]?.traits);
    const rules = traits['smithy.rules#endpointRuleSet'] as RuleSetObject;
    const expectedRules = expected['smithy.rules#endpointRuleSet'] as RuleSetObject;
    for (const holder of [traits, expected]) {
      delete holder['smithy.rules#endpointRuleSet'];
      delete holder['smithy.rules#endpointTests'];
    }
    // Bearer tokens came in 2026.
    assert.equal(traits['smithy.api#auth'], ['aws.auth#sigv4', 'smithy.api#httpBearerAuth']);
    delete traits['smithy.api#auth'];
    delete traits['smithy.api#httpBearerAuth'];
    assert.equal(traits, expected);

    for (const params of endpointParameters())
      assert.equal(answerOf(rules, params), answerOf(expectedRules, params), JSON.stringify(params));
  });
} else {
  console.log('skip: no Smithy model to compare with');
}

Ast('the endpoint tests in the model hold', () => {
  const traits = plainTraits(findShape(serviceId).traits);
  const rules = traits['smithy.rules#endpointRuleSet'] as RuleSetObject;
  const { testCases } = traits['smithy.rules#endpointTests'] as {
    testCases: { params: EndpointParameters; expect: { error?: string; endpoint?: { url: string } } }[];
  };
  assert.ok(testCases.length > 0);
  for (const { params, expect } of testCases)
    assert.equal(answerOf(rules, params), expect.error ?? new URL(expect.endpoint?.url ?? '').href);
});

function endpointParameters(): EndpointParameters[] {
  const regions = [undefined, 'us-east-1', 'eu-central-1', 'cn-north-1', 'us-gov-east-1', 'us-iso-east-1', 'mars-1'];
  return regions.flatMap((Region) =>
    [undefined, 'https://example.com'].flatMap((Endpoint) =>
      [false, true].flatMap((UseFIPS) =>
        [false, true].map((UseDualStack) => ({
          ...(Region && { Region }),
          ...(Endpoint && { Endpoint }),
          UseFIPS,
          UseDualStack,
        })),
      ),
    ),
  );
}

function answerOf(rules: RuleSetObject, endpointParams: EndpointParameters): string {
  customEndpointFunctions.aws = awsEndpointFunctions;
  try {
    return resolveEndpoint(rules, { endpointParams }).url.href;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

Ast.run();

const Botocore = suite('against the service model of August 2026');
const botocoreFile = `${shared}bedrock-2023-04-20.service-2.json`;
if (existsSync(botocoreFile)) {
  const botocore = JSON.parse(readFileSync(botocoreFile, 'utf8')) as BotocoreModel;

  Botocore('has the version and the ways to sign', () => {
    const service = findShape(serviceId);
    assert.is(service.type === 'service' && service.version, botocore.metadata.apiVersion);
    assert.equal(traitOf(service, 'auth'), botocore.metadata.auth);
  });

  const reached = new Set<string>();
  const visit = (member: BotocoreMember | undefined): void => {
    if (member === undefined || reached.has(member.shape)) return;
    reached.add(member.shape);
    const shape = botocore.shapes[member.shape];
    for (const next of [shape?.member, ...Object.values(shape?.members ?? {})]) visit(next);
  };

  for (const shape of own.filter(({ type }) => type === 'operation')) {
    const name = shape.id.slice(namespace.length + 1);
    const expected = botocore.operations[name];
    for (const part of [expected?.input, expected?.output, ...(expected?.errors ?? [])]) visit(part);
    Botocore(`${name} is sent and answered the same way`, () => {
      if (shape.type !== 'operation' || expected === undefined) throw new Error(`${name} is not there`);
      assert.equal(traitOf(shape, 'http'), {
        method: expected.http.method,
        uri: expected.http.requestUri,
        code: expected.http.responseCode,
      });
      assert.is(traitOf(shape, 'idempotent') !== undefined, expected.idempotent ?? false);
      assert.is(traitOf(shape, 'readonly') !== undefined, expected.readonly ?? false);
      assert.is(shape.input, `${namespace}#${expected.input.shape}`);
      assert.is(shape.output, `${namespace}#${expected.output.shape}`);
      assert.equal([...shape.errors].sort(), expected.errors.map((error) => `${namespace}#${error.shape}`).sort());
    });
  }

  for (const name of reached) {
    Botocore(`${name} has the same constraints`, () => {
      const expected = botocore.shapes[name] as BotocoreShape;
      const shape = findShape(name === 'String' || name === 'Integer' ? `smithy.api#${name}` : name);
      assert.is(shape.type, expected.union ? 'union' : expected.enum ? 'enum' : expected.type);
      const limits = (traitOf(shape, 'length') ?? traitOf(shape, 'range') ?? {}) as { min?: number; max?: number };
      assert.is(limits.min ?? 0, expected.min ?? 0);
      assert.is(limits.max, expected.max);
      if (name in patternsOtherThanIn2026) assert.is(`.*${traitOf(shape, 'pattern')}.*`, expected.pattern);
      else assert.is(fullMatchOf(traitOf(shape, 'pattern')), expected.pattern);
      assert.is(traitOf(shape, 'timestampFormat'), expected.timestampFormat === 'iso8601' ? 'date-time' : undefined);
      if (expected.error) {
        assert.is(traitOf(shape, 'httpError'), expected.error.httpStatusCode);
        assert.is(traitOf(shape, 'error'), expected.error.senderFault ? 'client' : 'server');
      }
      const members = [...membersOf(shape)];
      if (expected.enum)
        assert.equal(
          members.map(([, member]) => traitOf(member, 'enumValue')),
          [...expected.enum],
        );
      else if (expected.member) assert.is(members[0]?.[1].target, `${namespace}#${expected.member.shape}`);
      else compareMembers(members, expected);
    });
  }
} else {
  console.log('skip: no service model to compare with');
}

function compareMembers(members: readonly (readonly [string, Member])[], expected: BotocoreShape): void {
  assert.equal(
    members.map(([name]) => name),
    Object.keys(expected.members ?? {}),
  );
  assert.equal(
    members.filter(([, member]) => traitOf(member, 'required') !== undefined).map(([name]) => name),
    [...(expected.required ?? [])],
  );
  for (const [name, member] of members) {
    const other = expected.members?.[name];
    assert.is(member.target.slice(member.target.indexOf('#') + 1), other?.shape, name);
    assert.is(traitOf(member, 'httpLabel') !== undefined, other?.location === 'uri', name);
    assert.is(traitOf(member, 'httpQuery'), other?.location === 'querystring' ? other.locationName : undefined, name);
  }
}

/** What a full match of our pattern would be written as without anchors. */
function fullMatchOf(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  const whole = /^\^\(\?:(.*)\)\$$/.exec(pattern) ?? /^\^(.*)\$$/.exec(pattern);
  assert.ok(whole, `${pattern} is not a full match`);
  return whole?.[1];
}

Botocore.run();
