import type { AggregateShape, ShapeId } from '../model/model.ts';
import { namespaceOf, shapeName } from '../model/shape-id.ts';
import { listErrors, readTrait, sortEntries } from './api-view.ts';
import { type ClientSubject, importOwn, ownName } from './client-subject.ts';
import { readDoc } from './documentation.ts';
import { quote, quoteName } from './escape.ts';
import type { ClassStatement, TypeScriptSource } from './file.ts';
import { isIdentifierName } from './identifier.ts';
import { typeOf } from './types.ts';

/** The error structures that the operations can answer with, by the name of their class, sorted. */
export function listExceptions({ view, types }: ClientSubject): (readonly [string, AggregateShape])[] {
  const ids = new Set([...view.operations.values()].flatMap((operation) => listErrors(view.service, operation)));
  return sortEntries(
    [...ids].flatMap((id) => {
      const shape = view.model.shapes.get(id);
      const name = types.get(id);
      return name !== undefined && shape?.type === 'structure' ? [[name, shape] as const] : [];
    }),
  );
}

function typeOfMember({ view, types }: ClientSubject, target: ShapeId): string {
  const type = typeOf(view, types, target, 'native');
  return types.get(target) === type ? `types.${type}` : type;
}

function declareException(subject: ClientSubject, name: string, shape: AggregateShape): ClassStatement {
  const fault = readTrait(shape, 'error') === 'server' ? 'server' : 'client';
  // What every error has is not declared again; `constructor` cannot be. A protocol fills them in all the same.
  const members = sortEntries(shape.members).filter(
    ([member]) => !/^(message|name|stack|cause|constructor)$/i.test(member),
  );
  const properties = members.map(([member, { target }]) => ({ member, type: typeOfMember(subject, target) }));
  const options = properties.map(({ member, type }) => `readonly ${quoteName(member)}?: ${type}`);
  return {
    kind: 'class',
    name,
    doc: readDoc(shape) ?? { text: `The service answered with \`${name}\`.` },
    extends: subject.names.baseException,
    properties: [
      { name: 'name', type: quote(shapeName(shape.id)), override: true, value: quote(shapeName(shape.id)) },
      { name: '$fault', type: quote(fault), override: true, value: quote(fault) },
      ...properties.map(({ member, type }) => {
        const doc = readDoc(shape.members.get(member) ?? shape);
        return { name: member, type: `${type} | undefined`, ...(doc === undefined ? {} : { doc }) };
      }),
    ],
    constructs: {
      parameters: [
        {
          name: 'options',
          type: [
            ownName(subject, 'ExceptionOptions'),
            ...(options.length > 0 ? [`{ ${options.join('; ')} }`] : []),
          ].join(' & '),
        },
      ],
      body: [
        `super({ ...options, name: ${quote(shapeName(shape.id))}, $fault: ${quote(fault)} });`,
        ...members.map(([member]) => `this${access(member)} = options${access(member)};`),
      ],
    },
  };
}

function access(member: string): string {
  return isIdentifierName(member) ? `.${member}` : `[${quote(member)}]`;
}

/** Writes `errors.ts`: one class an error of the operations, and the list by which the protocol finds them. */
export function emitErrors(subject: ClientSubject): TypeScriptSource {
  const { baseException, schemas } = subject.names;
  const own = (name: string) => ownName(subject, name);
  const exceptions = listExceptions(subject);
  const classes = exceptions.map(([name, shape]) => declareException(subject, name, shape));
  const usesTypes = classes.some(({ properties = [] }) => properties.some(({ type }) => type.startsWith('types.')));
  const schemaNames = exceptions.map(([, shape]) => schemas.get(shape.id) ?? '');
  const namespace = namespaceOf(subject.view.service.id);
  const entries = exceptions.map(([name], index) => `  [${schemaNames[index]}, ${name}],\n`);
  return {
    kind: 'typescript',
    path: 'errors.ts',
    emitter: 'client errors',
    statements: [
      importOwn(subject, '@shapegate/client/runtime', ['createErrorRegistry'], ['ExceptionOptions']),
      importOwn(subject, '@smithy/core/schema', [], ['TypeRegistry']),
      importOwn(subject, '@smithy/smithy-client', ['ServiceException'], ['ServiceExceptionOptions']),
      ...(schemaNames.length > 0 ? [{ kind: 'import' as const, from: './schemas.ts', names: schemaNames }] : []),
      ...(usesTypes ? [{ kind: 'text' as const, text: "import type * as types from './types.ts';" }] : []),
      {
        kind: 'class',
        name: baseException,
        doc: {
          text: 'What every exception of the service is; those that the model does not name are this alone, told apart by `name`.',
        },
        extends: own('ServiceException'),
        constructs: {
          parameters: [{ name: 'options', type: own('ServiceExceptionOptions') }],
          body: ['super(options);'],
        },
      },
      ...classes,
      {
        kind: 'function',
        name: own('registerErrors'),
        doc: { text: 'Lists the exceptions for the protocol; called once a client.' },
        parameters: [],
        returns: own('TypeRegistry'),
        body: [`return ${own('createErrorRegistry')}(${quote(namespace)}, ${baseException}, [\n${entries.join('')}]);`],
      },
    ],
  };
}
