import type { JsonValue } from '@shapegate/validator/leaves';
import type { OperationShape } from '../model/model.ts';
import { readTrait } from './api-view.ts';
import {
  type ClientSubject,
  importOwn,
  keepDeclared,
  ownName,
  readMapping,
  readMember,
  typesOf,
} from './client-subject.ts';
import { quote } from './escape.ts';
import type { FunctionStatement, Parameter, TypeScriptSource } from './file.ts';
import { typeOf } from './types.ts';

interface Pagination {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly items: string | undefined;
}

/** How an operation is paged; what it leaves out stands on the service. Undefined where it is not paged. */
function readPagination({ view }: ClientSubject, operation: OperationShape): Pagination | undefined {
  const own: JsonValue | undefined = readMapping(operation, 'paginated');
  if (own === undefined) return undefined;
  const shared = readMapping(view.service, 'paginated');
  const read = (key: string) => readMember(own, key) ?? readMember(shared, key);
  const inputToken = read('inputToken');
  const outputToken = read('outputToken');
  if (inputToken === undefined || outputToken === undefined) return undefined;
  return { inputToken, outputToken, items: read('items') };
}

/** The type of what a path of member names leads to, where it is a list: the type of its elements. */
function elementType({ view, types }: ClientSubject, operation: OperationShape, path: string): string | undefined {
  let shape = view.model.shapes.get(operation.output);
  for (const name of path.split('.')) {
    const member = shape?.type === 'structure' ? shape.members.get(name) : undefined;
    shape = member === undefined ? undefined : view.model.shapes.get(member.target);
  }
  const element = shape?.type === 'list' ? shape.members.get('member') : undefined;
  return element === undefined ? undefined : typeOf(view, types, element.target, 'native');
}

/** The parameter for the operation's input; it may be left out where no member is required. */
function inputParameter(subject: ClientSubject, operation: OperationShape): Parameter {
  const shape = subject.view.model.shapes.get(operation.input);
  const members = shape?.type === 'structure' ? [...shape.members.values()] : [];
  const required = members.some((member) => readTrait(member, 'required') !== undefined);
  return { name: 'input', type: typesOf(subject, operation).input, ...(required ? undefined : { value: '{}' }) };
}

function declarePages(
  subject: ClientSubject,
  name: string,
  operation: OperationShape,
  pagination: Pagination,
): FunctionStatement {
  const { names } = subject;
  const { input, output } = typesOf(subject, operation);
  return {
    kind: 'function',
    name: names.pages.get(name) ?? '',
    doc: { text: `Calls \`${name}\` for page after page.` },
    parameters: [
      { name: 'client', type: names.client },
      inputParameter(subject, operation),
      { name: 'options', type: ownName(subject, 'PaginateOptions'), value: '{}' },
    ],
    returns: `AsyncGenerator<${output}, void, undefined>`,
    body: [
      `const send = (page: ${input}) => client.send(new ${names.commands.get(name) ?? ''}(page), options);`,
      `return ${ownName(subject, 'paginate')}(send, input, { inputToken: ${quote(pagination.inputToken)}, outputToken: ${quote(pagination.outputToken)} });`,
    ],
  };
}

function declareItems(
  subject: ClientSubject,
  name: string,
  operation: OperationShape,
  path: string,
  element: string,
): FunctionStatement {
  const { names } = subject;
  return {
    kind: 'function',
    name: names.items.get(name) ?? '',
    doc: { text: `Lists every element of \`${path}\` that \`${name}\` answers with, over all pages.` },
    parameters: [
      { name: 'client', type: names.client },
      inputParameter(subject, operation),
      { name: 'options', type: ownName(subject, 'PaginateOptions'), value: '{}' },
    ],
    returns: `AsyncGenerator<${element}, void, undefined>`,
    body: [
      `return ${ownName(subject, 'listItems')}<${element}>(${names.pages.get(name) ?? ''}(client, input, options), ${quote(path)});`,
    ],
  };
}

/** Writes `paginators.ts`; null where no operation is paged. */
export function emitPaginators(subject: ClientSubject): TypeScriptSource | null {
  const { view, names } = subject;
  const functions: FunctionStatement[] = [];
  const commands: string[] = [];
  const types: string[] = [];
  let hasItems = false;
  for (const [name, operation] of view.operations) {
    const pagination = readPagination(subject, operation);
    if (pagination === undefined) continue;
    const { input, output } = typesOf(subject, operation);
    commands.push(names.commands.get(name) ?? '');
    types.push(input, output);
    functions.push(declarePages(subject, name, operation, pagination));
    const element = pagination.items === undefined ? undefined : elementType(subject, operation, pagination.items);
    if (pagination.items === undefined || element === undefined) continue;
    types.push(element);
    hasItems = true;
    functions.push(declareItems(subject, name, operation, pagination.items, element));
  }
  if (functions.length === 0) return null;
  const runtime = hasItems ? ['listItems', 'paginate'] : ['paginate'];
  return {
    kind: 'typescript',
    path: 'paginators.ts',
    emitter: 'client paginators',
    statements: [
      importOwn(subject, '@shapegate/client/runtime', runtime, ['PaginateOptions']),
      { kind: 'import', from: './client.ts', types: [names.client] },
      { kind: 'import', from: './commands.ts', names: commands },
      { kind: 'import', from: './types.ts', types: keepDeclared(subject, types) },
      ...functions.sort((a, b) => (a.name < b.name ? -1 : 1)),
    ],
  };
}
