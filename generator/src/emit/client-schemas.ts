import type { JsonValue } from '@shapegate/validator/leaves';
import type { Member, Shape, ShapeId } from '../model/model.ts';
import { readTrait } from './api-view.ts';
import { toErrorTraits, toOperationTraits, toSchemaTraits } from './client-schema-traits.ts';
import { type ClientSubject, isUnit } from './client-subject.ts';
import { printLiteral, quote } from './escape.ts';
import type { ConstStatement, TypeScriptSource } from './file.ts';

/** What stands for a simple shape in a static schema. */
const sentinels: Readonly<Record<string, number>> = {
  string: 0,
  enum: 0,
  byte: 1,
  short: 1,
  integer: 1,
  long: 1,
  float: 1,
  double: 1,
  intEnum: 1,
  boolean: 2,
  timestamp: 4,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
};

const timestampFormats: Readonly<Record<string, number>> = { 'date-time': 5, 'http-date': 6, 'epoch-seconds': 7 };
const streamingBlob = 42;

/** The sentinel of a simple shape; a member's timestamp format wins over its target's. */
function sentinelOf(shape: Shape, member: Member | null): number | null {
  const sentinel = Object.hasOwn(sentinels, shape.type) ? sentinels[shape.type] : undefined;
  if (sentinel === undefined) return null;
  if (shape.type === 'blob' && shape.traits.has('smithy.api#streaming')) return streamingBlob;
  if (shape.type !== 'timestamp') return sentinel;
  const format = (member && readTrait(member, 'timestampFormat')) ?? readTrait(shape, 'timestampFormat');
  return typeof format === 'string' && Object.hasOwn(timestampFormats, format)
    ? (timestampFormats[format] ?? sentinel)
    : sentinel;
}

/** True for a shape that has a schema constant of its own: every aggregate, and a simple shape with traits that serializers act on. */
export function hasSchema(shape: Shape): boolean {
  if (['structure', 'union', 'list', 'map', 'operation'].includes(shape.type)) return true;
  return Object.hasOwn(sentinels, shape.type) && toSchemaTraits(shape) !== 0;
}

/** Writes `schemas.ts`: what the serializers need of every shape, with literal keys so that a bundle keeps only what it uses. */
export function emitSchemas(subject: ClientSubject): TypeScriptSource {
  const constants = [...subject.view.shapes.values(), ...subject.view.operations.values()]
    .filter((shape) => hasSchema(shape) && !isUnit(shape.id))
    .map((shape) => printSchema(shape, subject))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const types = [...new Set(constants.map(({ type }) => type ?? ''))].sort();
  return {
    kind: 'typescript',
    path: 'schemas.ts',
    emitter: 'client schemas',
    statements: [{ kind: 'import', from: '@smithy/types', types }, ...constants],
  };
}

function printSchema(shape: Shape, subject: ClientSubject): ConstStatement {
  const [namespace = '', name = ''] = shape.id.split('#');
  const start = (kind: number, traits: JsonValue) =>
    `${kind}, ${quote(namespace)}, ${quote(name)}, ${printLiteral(traits, 1)}`;
  const define = (type: string, parts: readonly string[]): ConstStatement => ({
    kind: 'const',
    name: subject.names.schemas.get(shape.id) ?? '',
    type,
    value: printTuple(parts),
  });
  const ref = (member: Member) => printReference(member, subject);
  switch (shape.type) {
    case 'operation':
      return define('StaticOperationSchema', [
        start(9, toOperationTraits(shape)),
        printTarget(shape.input, subject),
        printTarget(shape.output, subject),
      ]);
    case 'list':
    case 'map': {
      const isList = shape.type === 'list';
      const members = isList ? ['member'] : ['key', 'value'];
      const refs = members
        .map((key) => shape.members.get(key))
        .map((member) => (member === undefined ? '0' : ref(member)));
      return define(isList ? 'StaticListSchema' : 'StaticMapSchema', [
        start(isList ? 1 : 2, toSchemaTraits(shape)),
        ...refs,
      ]);
    }
    case 'structure':
    case 'union': {
      const isError = shape.traits.has('smithy.api#error');
      const members = sortMembers([...shape.members.values()]);
      const required = shape.type === 'union' ? 0 : members.filter(isRequired).length;
      const lists = [
        `[${members.map((member) => quote(member.name)).join(', ')}]`,
        `[${members.map(ref).join(', ')}]`,
        ...(required > 0 ? [String(required)] : []),
      ];
      if (isError) return define('StaticErrorSchema', [start(-3, toErrorTraits(shape)), ...lists]);
      if (shape.type === 'union') return define('StaticUnionSchema', [start(4, toSchemaTraits(shape)), ...lists]);
      return define('StaticStructureSchema', [start(3, toSchemaTraits(shape)), ...lists]);
    }
    default:
      return define('StaticSimpleSchema', [start(0, toSchemaTraits(shape)), String(sentinelOf(shape, null) ?? 0)]);
  }
}

function isRequired(member: Member): boolean {
  return member.traits.has('smithy.api#required');
}

/** Required members first: the schema says how many they are. */
function sortMembers(members: readonly Member[]): Member[] {
  return [...members.filter(isRequired), ...members.filter((member) => !isRequired(member))];
}

function printTuple(parts: readonly string[]): string {
  const line = `[${parts.join(', ')}]`;
  return line.length <= 90 && !line.includes('\n') ? line : `[\n${parts.map((part) => `  ${part},\n`).join('')}]`;
}

function printReference(member: Member, subject: ClientSubject): string {
  const target = printTarget(member.target, subject, member);
  const traits = toSchemaTraits(member);
  return traits === 0 ? target : `[${target}, ${printLiteral(traits, 1)}]`;
}

function printTarget(id: ShapeId, subject: ClientSubject, member: Member | null = null): string {
  const shape = subject.view.model.shapes.get(id);
  if (shape === undefined || isUnit(id)) return quote('unit');
  const sentinel = sentinelOf(shape, member);
  if (sentinel !== null && (!hasSchema(shape) || id.startsWith('smithy.api#'))) return String(sentinel);
  return `() => ${subject.names.schemas.get(id) ?? quote('unit')}`;
}
