import type { ModelEvent } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { ShapeId } from '../model/model.ts';
import { type ApiView, readMembers, readTrait } from './api-view.ts';
import { readAuth } from './client-auth.ts';
import { emitClientClass } from './client-class.ts';
import { emitCommands } from './client-commands.ts';
import { emitEndpoint } from './client-endpoint.ts';
import { emitErrors, listExceptions } from './client-errors.ts';
import { emitPaginators } from './client-paginators.ts';
import { chooseProtocol } from './client-protocol.ts';
import { emitSchemas } from './client-schemas.ts';
import { createClientEvent, nameClient } from './client-subject.ts';
import type { ReexportStatement, TypeScriptSource } from './file.ts';
import { emitTypes } from './types.ts';

/** Writes a client: its sources, none where an event of severity `error` says why there is no client. */
export function emitClient(whole: ApiView): { sources: TypeScriptSource[]; events: ModelEvent[] } {
  const { view, events: streamEvents } = leaveOutStreams(whole);
  const { protocol, events: protocolEvents } = chooseProtocol(view.service);
  const { auth, events: authEvents } = readAuth(view);
  const events = [...protocolEvents, ...authEvents, ...streamEvents, ...reportChecksums(view)];
  if (protocol === null || events.some(({ severity }) => severity === 'error')) return { sources: [], events };
  const subject = nameClient(view);
  const endpoint = emitEndpoint(view.service);
  const commands = emitCommands(subject);
  const sources = [
    emitTypes(view, subject.types, 'native'),
    emitSchemas(subject),
    emitErrors(subject),
    commands.source,
    endpoint.source,
    emitClientClass(subject, protocol, auth, endpoint.source !== null),
    emitPaginators(subject),
  ].filter((source) => source !== null);
  const exceptions = new Set(listExceptions(subject).map(([name]) => name));
  return {
    sources: [...sources, emitIndex(sources, exceptions)],
    events: [...events, ...endpoint.events, ...commands.events],
  };
}

/** An event stream needs a connection that stays open both ways, which the generic client does not have. */
function leaveOutStreams(view: ApiView): { view: ApiView; events: ModelEvent[] } {
  const streaming = [...view.operations].flatMap(([name, operation]) => {
    const stream = findEventStream(view, operation.input) ?? findEventStream(view, operation.output);
    return stream === null ? [] : [{ name, operation, stream }];
  });
  const operations = new Map(view.operations);
  for (const { name } of streaming) operations.delete(name);
  const severity = operations.size === 0 ? 'error' : 'warning';
  const events = streaming.map(({ name, operation, stream }) => {
    const message = `operation \`${name}\` is left out of the client: its event stream \`${stream}\` cannot be carried`;
    return createClientEvent(operation, 'ClientEventStream', severity, message);
  });
  return { view: { ...view, operations }, events };
}

/** Checksum headers are a matter of middleware that the generic client does not have. */
function reportChecksums(view: ApiView): ModelEvent[] {
  return [...view.operations]
    .filter(([, operation]) => {
      const checksum = readTrait(operation, 'aws.protocols#httpChecksum');
      const isRequired = isObject(checksum) && checksum.requestChecksumRequired === true;
      return isRequired || readTrait(operation, 'httpChecksumRequired') !== undefined;
    })
    .map(([name, operation]) => {
      const message = `operation \`${name}\` needs a checksum header, which the client does not send`;
      return createClientEvent(operation, 'ClientChecksum', 'warning', message);
    });
}

function findEventStream(view: ApiView, id: ShapeId): string | null {
  const shape = view.model.shapes.get(id);
  if (shape?.type !== 'structure') return null;
  for (const member of readMembers(shape).values()) {
    const target = view.model.shapes.get(member.target);
    if (target?.type === 'union' && readTrait(target, 'streaming') !== undefined) return member.name;
  }
  return null;
}

/** Files that only the client's other files need. */
const inner = new Set(['endpoint.ts', 'schemas.ts']);

/** Writes `index.ts`: every name for users of the client; an exception's class stands in place of the type of its members. */
function emitIndex(sources: readonly TypeScriptSource[], exceptions: ReadonlySet<string>): TypeScriptSource {
  const statements = sources
    .filter(({ path }) => !inner.has(path))
    .map(({ path, statements: declarations }): ReexportStatement => {
      const values = new Set<string>();
      const types = new Set<string>();
      for (const declaration of declarations) {
        if (!('name' in declaration) || declaration.exported === false) continue;
        if (/^\$?registerErrors$/.test(declaration.name)) continue;
        if (path === 'types.ts' && exceptions.has(declaration.name)) continue;
        if (declaration.kind === 'interface' || declaration.kind === 'type') types.add(declaration.name);
        else values.add(declaration.name);
      }
      const erased = [...types].filter((name) => !values.has(name));
      return { kind: 'reexport', from: `./${path}`, names: [...values].sort(), types: erased.sort() };
    });
  const filled = statements.filter(({ names = [], types = [] }) => names.length + types.length > 0);
  return {
    kind: 'typescript',
    path: 'index.ts',
    emitter: 'client index',
    statements: filled.sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}
