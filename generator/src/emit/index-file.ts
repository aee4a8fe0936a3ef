import type { ApiView } from './api-view.ts';
import { compareText, lookUp } from './api-view.ts';
import type { Statement, TypeScriptSource } from './file.ts';
import type { TypeNames } from './types.ts';

/** The API as gate, lint and emulator take it: table, validators and the types of the requests. */
export function emitApi(view: ApiView, types: TypeNames): TypeScriptSource {
  const requests = [...view.operations].map(([name, operation]) => {
    const { shape } = lookUp(view, operation.input);
    return { name, type: types.get(shape.id) ?? 'never' };
  });
  return {
    kind: 'typescript',
    path: 'api.ts',
    emitter: 'index',
    statements: [
      { kind: 'import', from: '@shapegate/validator/runtime', types: ['Api'] },
      { kind: 'import', from: './shape-table.ts', names: ['table'] },
      { kind: 'import', from: './types.ts', types: [...new Set(requests.map(({ type }) => type))].sort(compareText) },
      { kind: 'import', from: './validators.ts', names: ['validators'] },
      {
        kind: 'interface',
        name: 'Requests',
        doc: { text: 'The inputs of the operations by name.' },
        members: requests,
      },
      {
        kind: 'const',
        name: 'api',
        type: 'Api<Requests>',
        doc: { text: 'All that is known of the API, to hand to a gate.' },
        value: '{ table, validators }',
      },
    ],
  };
}

/** One module that exports what the others declare, each name written out; a name that two of them declare comes from the first. */
export function emitIndex(sources: readonly TypeScriptSource[]): TypeScriptSource {
  const taken = new Set<string>();
  const statements = sources.flatMap((source): Statement[] => {
    const names = new Set<string>();
    const types = new Set<string>();
    for (const statement of source.statements) {
      if (!('name' in statement) || statement.exported === false || taken.has(statement.name)) continue;
      (isErased(statement) ? types : names).add(statement.name);
    }
    for (const name of [...names, ...types]) taken.add(name);
    // A type and a value of one name are one export.
    const erased = [...types].filter((name) => !names.has(name)).sort(compareText);
    const values = [...names].sort(compareText);
    if (values.length + erased.length === 0) return [];
    return [{ kind: 'reexport', from: `./${source.path}`, names: values, types: erased }];
  });
  return { kind: 'typescript', path: 'index.ts', emitter: 'index', statements };
}

/** Builders' classes are started by functions, so only their types are public. */
function isErased(statement: Statement): boolean {
  return (
    statement.kind === 'interface' ||
    statement.kind === 'type' ||
    (statement.kind === 'class' && /\bShapeBuilder\b/.test(statement.extends ?? ''))
  );
}
