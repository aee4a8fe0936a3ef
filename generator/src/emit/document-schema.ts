import type { JsonObject, JsonValue } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { Member } from '../model/model.ts';
import { type ApiView, type DataShape, lookUp, readEnumValues, readTrait } from './api-view.ts';
import { readProse } from './documentation.ts';
import { type JsonSource, toFileName } from './file.ts';
import { type Draft, definitionsKeyword, dialectOf, drafts, SchemaWriter } from './json-schema.ts';

/** Keywords beyond the draft: what VS Code and its YAML extension read, and the list of them itself. */
const annotations = [
  'deprecationMessage',
  'errorMessage',
  'markdownDescription',
  'markdownEnumDescriptions',
  'x-annotations',
];

/**
 * The JSON Schema of a spec document for editors: the operation's input, bare or in an envelope, with descriptions and
 * VS Code's annotations. `x-annotations` names every keyword that is not the draft's.
 */
export function documentSchemaOf(view: ApiView, operation: string, draft: Draft): JsonObject {
  const found = view.operations.get(operation);
  if (found === undefined) throw new Error(`the view has no operation ${operation}`);
  const input = lookUp(view, found.input).shape;
  const writer = new SchemaWriter(view, { draft, annotate }, null);
  const bare = writer.refer(input.id);
  const words = readProse(found);
  const hasEnvelope = !('members' in input && input.members.has('input'));
  return {
    $schema: dialectOf(draft),
    title: `${operation} spec`,
    ...(words === undefined ? {} : { description: words, markdownDescription: words }),
    'x-annotations': annotations,
    type: 'object',
    ...(hasEnvelope
      ? {
          if: { type: 'object', properties: { input: { type: 'object' } }, required: ['input'] },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: writeEnvelope(operation, bare, readTrait(found, 'shapegate#availableRegions')),
          else: bare,
        }
      : { allOf: [bare] }),
    [definitionsKeyword(draft)]: writer.definitions() ?? {},
  };
}

/** `<Operation>.document.schema.json` of each operation in each draft. */
export function emitDocumentSchemas(view: ApiView): JsonSource[] {
  return drafts.flatMap((draft) =>
    [...view.operations.keys()].map((operation) => ({
      kind: 'json' as const,
      path: `schema/${draft}/${toFileName(operation)}.document.schema.json`,
      emitter: 'document schema',
      value: documentSchemaOf(view, operation, draft),
    })),
  );
}

function writeEnvelope(operation: string, input: JsonObject, available: JsonValue | undefined): JsonObject {
  const regions = isObject(available) && Array.isArray(available.regions) ? available.regions : [];
  return {
    type: 'object',
    properties: {
      operation: { description: 'The operation that the input is for.', type: 'string', enum: [operation] },
      region: {
        description: 'The Region that the request will be sent to.',
        type: 'string',
        ...(regions.length === 0 ? {} : { examples: regions }),
      },
      account: {
        description: 'The account that sends the request: twelve digits, in quotes.',
        type: 'string',
        pattern: '^[0-9]{12}$',
        errorMessage: 'expected twelve digits in quotes',
      },
      input,
    },
    required: ['input'],
    additionalProperties: false,
  };
}

function annotate(shape: DataShape, member: Member | undefined): JsonObject {
  const words = (member === undefined ? undefined : readProse(member)) ?? readProse(shape);
  const deprecated =
    (member === undefined ? undefined : readTrait(member, 'deprecated')) ?? readTrait(shape, 'deprecated');
  const message = isObject(deprecated) && typeof deprecated.message === 'string' ? deprecated.message : 'deprecated';
  const values = readEnumValues(shape) ?? [];
  return {
    ...(words === undefined ? {} : { description: words, markdownDescription: words }),
    ...(deprecated === undefined ? {} : { deprecationMessage: message }),
    ...(values.some(({ doc }) => doc !== null) ? { markdownEnumDescriptions: values.map(({ doc }) => doc ?? '') } : {}),
  };
}
