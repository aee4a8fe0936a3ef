import type { Member, ShapeId } from '../model/model.ts';
import {
  type ApiView,
  compareText,
  type DataShape,
  isRequired,
  lookUp,
  readEnumValues,
  readMembers,
  readTrait,
  sortEntries,
} from './api-view.ts';
import { readDoc } from './documentation.ts';
import { quote, quoteName } from './escape.ts';
import type { Statement, TypeScriptSource } from './file.ts';
import { NameScope } from './identifier.ts';

/**
 * How values are held: `json` as a spec document writes them (timestamps and blobs are strings), `native` as a client
 * hands them over (`Date`, `Uint8Array`, `bigint`).
 */
export type ValueForm = 'json' | 'native';

/** The declarations' names by shape id: shapes that have one, safe as identifiers. */
export type TypeNames = ReadonlyMap<ShapeId, string>;

/** What our own generated files declare or import; a shape of such a name gets another. */
const ownNames = [
  'Api',
  'Gate',
  'JsonValue',
  'Requests',
  'ShapeBuilder',
  'ShapeTable',
  'StructureValidator',
  'Verdict',
  'Date',
  'Record',
  'Uint8Array',
  'api',
  'table',
  'validators',
];

/** Names the declarations of all shapes that get one: structures, unions, lists, maps and enumerations. */
export function nameTypes(view: ApiView): TypeNames {
  const scope = new NameScope(ownNames);
  const names = new Map<ShapeId, string>();
  for (const [name, shape] of view.shapes) if (isDeclared(shape)) names.set(shape.id, scope.take(name));
  return names;
}

const noMember = { traits: new Map() };

function isDeclared(shape: DataShape): boolean {
  return 'members' in shape || readEnumValues(shape) !== null;
}

/** The TypeScript type of a value of the shape, held by `member` where one is given: its traits win over the shape's. */
export function typeOf(
  view: ApiView,
  names: TypeNames,
  id: ShapeId,
  form: ValueForm,
  member: { readonly traits: DataShape['traits'] } = noMember,
): string {
  const { shape } = lookUp(view, id);
  const name = names.get(id);
  if (name !== undefined) return name;
  switch (shape.type) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    case 'timestamp':
      if (form === 'native') return 'Date';
      return (readTrait(member, 'timestampFormat') ?? readTrait(shape, 'timestampFormat')) === 'epoch-seconds'
        ? 'number'
        : 'string';
    case 'blob':
      return form === 'native' ? 'Uint8Array' : 'string';
    case 'document':
      return 'JsonValue';
    case 'bigInteger':
      return form === 'native' ? 'bigint' : 'number';
    default:
      return 'number';
  }
}

/** Types of all values that the chosen operations take and give. */
export function emitTypes(view: ApiView, names: TypeNames, form: ValueForm = 'json'): TypeScriptSource {
  const declared = [...names].sort(([, a], [, b]) => compareText(a, b));
  const statements = declared.flatMap(([id, name]) => declareShape(view, names, lookUp(view, id).shape, name, form));
  const usesDocuments = [...view.shapes.values()].some((shape) => shape.type === 'document');
  const runtime = form === 'native' ? '@shapegate/client/runtime' : '@shapegate/validator/runtime';
  return {
    kind: 'typescript',
    path: 'types.ts',
    emitter: 'types',
    statements: usesDocuments ? [{ kind: 'import', from: runtime, types: ['JsonValue'] }, ...statements] : statements,
  };
}

function declareShape(view: ApiView, names: TypeNames, shape: DataShape, name: string, form: ValueForm): Statement[] {
  const read = readDoc(shape);
  const doc = read === undefined ? {} : { doc: read };
  const memberType = (member: string) => {
    const found = readMembers(shape).get(member);
    const type = found === undefined ? 'never' : memberTypeOf(view, names, found, form);
    return readTrait(shape, 'sparse') === undefined ? type : `${type} | null`;
  };
  switch (shape.type) {
    case 'structure':
      return [{ kind: 'interface', name, ...doc, members: listProperties(view, names, shape, form) }];
    case 'union':
      return [{ kind: 'type', name, ...doc, type: writeUnion(view, names, shape, form) }];
    case 'list':
      return [{ kind: 'type', name, ...doc, type: `readonly ${wrapType(memberType('member'))}[]` }];
    case 'map':
      return [{ kind: 'type', name, ...doc, type: `{ readonly [key: string]: ${memberType('value')} }` }];
    default:
      return declareEnum(shape, name, doc);
  }
}

function memberTypeOf(view: ApiView, names: TypeNames, member: Member, form: ValueForm): string {
  return typeOf(view, names, member.target, form, member);
}

function wrapType(type: string): string {
  return type.includes(' ') ? `(${type})` : type;
}

function listProperties(view: ApiView, names: TypeNames, shape: DataShape, form: ValueForm) {
  return sortEntries(readMembers(shape)).map(([name, member]) => {
    const doc = readDoc(member, lookUp(view, member.target).shape);
    const optional = !isRequired(member);
    return { name, type: memberTypeOf(view, names, member, form), optional, ...(doc === undefined ? {} : { doc }) };
  });
}

/** Exactly one member: each alternative rules the others out. */
function writeUnion(view: ApiView, names: TypeNames, shape: DataShape, form: ValueForm): string {
  const members = sortEntries(readMembers(shape));
  if (members.length === 0) return 'never';
  const alternatives = members.map(([name, member]) => {
    const others = members.filter(([other]) => other !== name).map(([other]) => `readonly ${quoteName(other)}?: never`);
    return `{ ${[`readonly ${quoteName(name)}: ${memberTypeOf(view, names, member, form)}`, ...others].join('; ')} }`;
  });
  return alternatives.length === 1
    ? (alternatives[0] ?? 'never')
    : alternatives.map((text) => `\n  | ${text}`).join('');
}

/** The literals as a type, and an object of the same name that holds them by their names. */
function declareEnum(
  shape: DataShape,
  name: string,
  doc: { doc?: NonNullable<ReturnType<typeof readDoc>> },
): Statement[] {
  const values = readEnumValues(shape) ?? [];
  const print = (value: string | number) => (typeof value === 'number' ? String(value) : quote(value));
  const literals = values.map(({ value }) => print(value));
  const line = literals.join(' | ');
  const type =
    literals.length === 0 ? 'never' : line.length < 90 ? line : literals.map((text) => `\n  | ${text}`).join('');
  const statements: Statement[] = [{ kind: 'type', name, ...doc, type }];
  const named = values.filter((value) => value.name !== null);
  if (named.length === 0 || named.length < values.length) return statements;
  const entries = sortEntries(named.map((entry) => [entry.name ?? '', entry.value] as const));
  const lines = entries.map(([key, value]) => `  ${quoteName(key)}: ${print(value)},\n`);
  statements.push({
    kind: 'const',
    name,
    doc: { text: `The values of \`${name}\` by name.` },
    value: `{\n${lines.join('')}} as const`,
  });
  return statements;
}
