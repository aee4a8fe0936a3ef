import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Api, JsonObject, JsonValue } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { shapeName } from '../../generator/src/model/shape-id.ts';
import { toJson } from '../../generator/src/syntax/node.ts';
import { ServiceError } from '../../packages/emulator/src/error.ts';
import { readInput } from '../../packages/emulator/src/read-input.ts';
import { createRouter } from '../../packages/emulator/src/router.ts';
import { buildApi, readTexts } from './build-api.ts';

const conformance = fileURLToPath(new URL('../../../shared/conformance/', import.meta.url));
const protocol = `${conformance}protocol-restJson1/`;

interface MalformedCase {
  readonly id: string;
  readonly request: {
    readonly method: string;
    readonly uri: string;
    readonly queryParams?: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: {
    readonly code: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: { readonly assertion: { readonly contents?: string } };
  };
  readonly testParameters?: Readonly<Record<string, readonly string[]>>;
}

/** The emulator's service binds input to path, query and body alone, so it reads no more. */
const bindingsNotRead = ['httpHeader', 'httpPrefixHeaders', 'httpPayload', 'httpQueryParams'];

/** Cases that ask for what the emulator does on purpose in another way. */
const knownDifferences: readonly { readonly id: RegExp; readonly reason: string }[] = [
  { id: /^RestJsonMalformedEnum/, reason: 'the shape table does not say which values of an enum are internal' },
  { id: /RejectsUTCOffsets$/, reason: 'the schema takes offsets, and the emulator is no stricter than the gate' },
];

/** One case for each set of parameters, with the parameters put in. */
function* expand(test: MalformedCase): Iterable<MalformedCase> {
  const parameters = Object.entries(test.testParameters ?? {});
  const count = parameters[0]?.[1].length ?? 1;
  for (let index = 0; index < count; index += 1) {
    const values = new Map(parameters.map(([name, all]) => [name, all[index] ?? '']));
    yield substitute({ ...test, testParameters: {} } as unknown as JsonObject, values) as unknown as MalformedCase;
  }
}

function substitute(value: JsonValue, values: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string')
    return value.replace(/\$\$|\$(\w+):([LS])/g, (whole, name: string | undefined, format) => {
      if (whole === '$$') return '$';
      const text = values.get(name ?? '') ?? whole;
      return format === 'S' ? JSON.stringify(text) : text;
    });
  if (Array.isArray(value)) return value.map((element: JsonValue) => substitute(element, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substitute(inner, values)]));
}

function answer(api: Api, { request }: MalformedCase): { type: string; status: number; body: unknown } | null {
  try {
    const [path = '', query = ''] = request.uri.split('?');
    const route = createRouter(api.table)(request.method, path);
    const contentType = Object.entries(request.headers ?? {}).find(
      ([name]) => name.toLowerCase() === 'content-type',
    )?.[1];
    readInput(api, route, {
      labels: route.labels,
      query: [query, ...(request.queryParams ?? [])].filter((part) => part !== '').join('&'),
      contentType,
      body: Buffer.from(request.body ?? ''),
    });
    return null;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { type: error.type, status: error.status, body: { message: error.message, ...error.details } };
  }
}

function addSuite(title: string, folders: readonly string[], serviceName: string): void {
  const Conformance = suite(title);
  if (!existsSync(protocol)) {
    console.log(`skip: ${title}: no conformance data`);
    Conformance.run();
    return;
  }
  const { api, operations } = buildApi(
    [
      ...folders.flatMap((folder) => readTexts(protocol + folder)),
      ...readTexts(`${conformance}trait-definitions/`).filter(({ file }) => file !== 'prelude.smithy'),
    ],
    serviceName,
  );
  let skipped = 0;
  for (const operation of operations) {
    const trait = operation.traits.get('smithy.test#httpMalformedRequestTests');
    if (trait === undefined) continue;
    const cases = (toJson(trait.value) as unknown as MalformedCase[]).flatMap((test) => [...expand(test)]);
    const input = api.table.shapes[api.table.operations[shapeName(operation.id)]?.input ?? ''];
    const isBoundElsewhere =
      input !== undefined &&
      'members' in input &&
      Object.values(input.members).some(({ traits }) => bindingsNotRead.some((id) => Object.hasOwn(traits ?? {}, id)));
    for (const [index, test] of cases.entries()) {
      if (
        isBoundElsewhere ||
        /[Cc]ontentType|Accept/.test(test.id) ||
        knownDifferences.some(({ id }) => id.test(test.id))
      ) {
        skipped += 1;
        continue;
      }
      Conformance(`${test.id} ${index}`, () => {
        const given = answer(api, test);
        assert.is(given?.type, test.response.headers['x-amzn-errortype']);
        assert.is(given?.status, test.response.code);
        const contents = test.response.body?.assertion.contents;
        if (contents !== undefined) assert.equal(given?.body, JSON.parse(contents));
      });
    }
  }
  console.log(`${title}: ${skipped} cases left out, for other bindings or a listed reason`);
  Conformance.run();
}

addSuite('restJson1 validation', ['', 'restJson1/validation/'], 'RestJsonValidation');
addSuite('restJson1 malformed requests', ['', 'restJson1/', 'restJson1/malformedRequests/'], 'RestJson');
