import type { Member, OperationShape, ShapeId } from '../model/model.ts';
import { type ApiView, compareText, type DataShape, isRequired, lookUp, readMembers, sortEntries } from './api-view.ts';
import { readDoc } from './documentation.ts';
import { quote } from './escape.ts';
import type { ClassStatement, FunctionStatement, Method, TypeScriptSource } from './file.ts';
import { lowerFirst, NameScope } from './identifier.ts';
import { listPartsConstructors } from './parts-constructor.ts';
import { type TypeNames, typeOf } from './types.ts';

const runtimeNames = ['ShapeBuilder', 'buildData', 'fillIn', 'joinArn', 'joinS3Uri', 'withMember'];
const runtimeTypes = ['JsonValue', 'OperationGate', 'Verdict'];

/** Methods that a builder has of its own or by being an object; one called `then` would be taken for a promise's. */
const ownMethods = new Set(['build', 'check', 'then', ...Object.getOwnPropertyNames(Object.prototype)]);

/** What the emitted classes are called, by the id of the structure or union; operations have one each. */
interface Builders {
  readonly view: ApiView;
  readonly types: TypeNames;
  readonly nested: ReadonlyMap<ShapeId, string>;
}

/**
 * One typed builder for each operation, one for each structure and union below its input, and constructors of strings that
 * the policy vocabulary takes apart. A request can be built only when no required member is missing.
 */
export function emitBuilders(view: ApiView, types: TypeNames): TypeScriptSource {
  const scope = new NameScope([...runtimeNames, ...runtimeTypes, ...types.values()]);
  const functions = [...view.operations].map(([name, operation]) => ({
    operation,
    name,
    className: scope.take(`${name}Builder`),
    functionName: scope.take(lowerFirst(name)),
  }));
  const nested = new Map<ShapeId, string>();
  for (const id of listNested(view)) nested.set(id, scope.take(`${lookUp(view, id).name}Builder`));
  const builders: Builders = { view, types, nested };
  const declarations = [
    ...functions.map(({ operation, name, className }) => declareOperation(builders, operation, name, className)),
    ...[...nested].map(([id, className]) => declareNested(builders, lookUp(view, id).shape, className)),
  ].sort((a, b) => compareText(a.name, b.name));
  const starts = functions.map(({ operation, className, functionName }) =>
    declareStart(operation, className, functionName),
  );
  const constructors = listPartsConstructors(view, scope);
  const words = findWords([declarations, starts, constructors]);
  const used = (name: string) => words.has(name);
  return {
    kind: 'typescript',
    path: 'builder.ts',
    emitter: 'builder',
    statements: [
      {
        kind: 'import',
        from: '@shapegate/validator/runtime',
        names: runtimeNames.filter(used),
        types: runtimeTypes.filter(used),
      },
      { kind: 'import', from: './types.ts', types: [...types.values()].filter(used).sort() },
      ...starts,
      ...constructors,
      ...declarations,
    ],
  };
}

/** The words of the types and bodies among statements: what has to be imported. Names, comments and literals are not among them. */
function findWords(statements: unknown, words = new Set<string>()): ReadonlySet<string> {
  if (typeof statements === 'string')
    for (const [word] of statements.replace(/'(?:[^'\\]|\\.)*'/g, '').matchAll(/[\w$]+/g)) words.add(word);
  if (typeof statements !== 'object' || statements === null) return words;
  for (const [key, value] of Object.entries(statements)) if (key !== 'doc' && key !== 'name') findWords(value, words);
  return words;
}

/** The structures and unions that inputs hold, sorted by name. */
function listNested(view: ApiView): ShapeId[] {
  const targets = (id: ShapeId) => [...readMembers(lookUp(view, id).shape).values()].map(({ target }) => target);
  const open = [...view.operations.values()].flatMap(({ input }) => targets(input));
  const passed = new Set<ShapeId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    open.push(...targets(id));
  }
  const name = (id: ShapeId) => lookUp(view, id).name;
  return [...passed].filter((id) => isAggregate(lookUp(view, id).shape)).sort((a, b) => compareText(name(a), name(b)));
}

function isAggregate(shape: DataShape): boolean {
  return shape.type === 'structure' || shape.type === 'union';
}

function declareStart(operation: OperationShape, className: string, name: string): FunctionStatement {
  const doc = readDoc(operation);
  return {
    kind: 'function',
    name,
    ...(doc === undefined ? {} : { doc }),
    parameters: [],
    returns: className,
    body: [`return new ${className}();`],
  };
}

function declareOperation(
  builders: Builders,
  operation: OperationShape,
  name: string,
  className: string,
): ClassStatement {
  const input = lookUp(builders.view, operation.input).shape;
  const type = builders.types.get(input.id) ?? 'never';
  const declared = declareClass(builders, input, className, `Builds the input of ${name}.`);
  const check: Method = {
    name: 'check',
    doc: { text: 'Builds the request and asks the gate.' },
    parameters: [
      { name: 'this', type: `${className}<never>` },
      { name: 'gate', type: `OperationGate<${quote(name)}, ${type}>` },
    ],
    returns: `Verdict<${type}, ${quote(name)}>`,
    body: [`return gate.check(${quote(name)}, this.build());`],
  };
  return { ...declared, methods: [...(declared.methods ?? []), check] };
}

function declareNested(builders: Builders, shape: DataShape, className: string): ClassStatement {
  return declareClass(builders, shape, className, `Builds \`${builders.types.get(shape.id)}\`.`);
}

function declareClass(builders: Builders, shape: DataShape, className: string, text: string): ClassStatement {
  const members = sortEntries(readMembers(shape));
  const required = members.filter(([, member]) => isRequired(member)).map(([name]) => name);
  const first =
    shape.type === 'union'
      ? listChoices(members.map(([name]) => name))
      : required.map((name) => quote(name)).join(' | ');
  const taken = new Set(ownMethods);
  const methods = members.map(([name, member]) => {
    let methodName = name;
    while (taken.has(methodName)) methodName += '_';
    taken.add(methodName);
    return declareSetter(builders, shape, className, methodName, member);
  });
  const type = builders.types.get(shape.id) ?? 'never';
  const build: Method = {
    name: 'build',
    doc: { text: 'The plain data; compiles only when nothing required is missing.' },
    parameters: [{ name: 'this', type: `${className}<never>` }],
    returns: type,
    body: [`return buildData<${type}>(this);`],
  };
  return {
    kind: 'class',
    name: className,
    doc: { text },
    typeParameters: [`Missing extends string = ${first === '' ? 'never' : first}`],
    extends: 'ShapeBuilder<Missing>',
    methods: [...methods, build],
  };
}

/** What a union misses before one of its members is chosen: the compiler's message quotes it. */
function listChoices(names: readonly string[]): string {
  return quote(names.length === 1 ? (names[0] ?? '') : `one of ${names.join(', ')}`);
}

function declareSetter(builders: Builders, shape: DataShape, className: string, name: string, member: Member): Method {
  const doc = readDoc(member, lookUp(builders.view, member.target).shape);
  const left =
    shape.type === 'union' ? 'never' : isRequired(member) ? `Exclude<Missing, ${quote(member.name)}>` : 'Missing';
  // A second choice replaces the first: a union holds one member.
  const from = shape.type === 'union' ? `new ${className}()` : 'this';
  const leaf = findLeaf(builders, member.target);
  const value = leaf === null ? 'value' : `fillIn(value, ${leaf.layers}, () => new ${leaf.className}())`;
  return {
    name,
    ...(doc === undefined ? {} : { doc }),
    parameters: [{ name: 'value', type: givenType(builders, member.target, member) }],
    returns: `${className}<${left}>`,
    body: [`return new ${className}<${left}>(withMember(${from}, ${quote(member.name)}, ${value}));`],
  };
}

/** The builder that a value's functions are given, and how many lists and maps lie around it; null where there is none. */
function findLeaf(builders: Builders, id: ShapeId): { readonly className: string; readonly layers: number } | null {
  let next = id;
  for (let layers = 0; layers < 64; layers++) {
    const { shape } = lookUp(builders.view, next);
    const className = isAggregate(shape) ? builders.nested.get(next) : undefined;
    if (className !== undefined) return { className, layers };
    const inner = readMembers(shape).get(shape.type === 'list' ? 'member' : 'value');
    if ((shape.type !== 'list' && shape.type !== 'map') || inner === undefined) return null;
    next = inner.target;
  }
  return null;
}

/** What a setter takes: plain data, or a function of the nested builder wherever an aggregate stands. */
function givenType(builders: Builders, id: ShapeId, member: Member): string {
  const { view, types } = builders;
  const { shape } = lookUp(view, id);
  const className = isAggregate(shape) ? builders.nested.get(id) : undefined;
  if (className !== undefined) return `${types.get(id)} | ((build: ${className}) => ${className}<never>)`;
  const inner = readMembers(shape).get(shape.type === 'list' ? 'member' : 'value');
  if ((shape.type !== 'list' && shape.type !== 'map') || inner === undefined || findLeaf(builders, id) === null)
    return typeOf(view, types, id, 'json', member);
  const element = givenType(builders, inner.target, inner);
  const item = shape.traits.has('smithy.api#sparse') ? `${element} | null` : element;
  return shape.type === 'list' ? `readonly (${item})[]` : `{ readonly [key: string]: ${item} }`;
}
