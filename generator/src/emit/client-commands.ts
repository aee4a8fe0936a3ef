import type { ModelEvent } from '@shapegate/validator/leaves';
import { readOperationParameters, readRuleSet } from './client-endpoint.ts';
import { type ClientSubject, keepDeclared, serviceName, typesOf } from './client-subject.ts';
import { readDoc } from './documentation.ts';
import { printLiteral, quote, quoteName } from './escape.ts';
import type { ClassStatement, TypeScriptSource } from './file.ts';

/** Writes `commands.ts`: one command an operation, and all of them by their operation's name. */
export function emitCommands(subject: ClientSubject): { source: TypeScriptSource; events: ModelEvent[] } {
  const { view, names } = subject;
  const events: ModelEvent[] = [];
  const shared = readRuleSet(view.service) === undefined ? 'endpointOnly' : 'endpointParameters';
  const usedTypes: string[] = [];
  const classes = [...view.operations].map(([name, operation]): ClassStatement => {
    const own = readOperationParameters(view.model, operation);
    events.push(...own.events);
    const { input, output } = typesOf(subject, operation);
    usedTypes.push(input, output);
    const command = names.commands.get(name) ?? '';
    const entries = Object.entries(own.parameters).map(([key, value]) => `${quoteName(key)}: ${printLiteral(value)}`);
    const parameters = entries.length === 0 ? shared : `Object.assign({ ${entries.join(', ')} }, ${shared})`;
    return {
      kind: 'class',
      name: command,
      doc: readDoc(operation) ?? { text: `Calls \`${name}\`.` },
      extends: [
        '/* @__PURE__ */ Command.classBuilder<',
        `  ${input},`,
        `  ${output} & MetadataBearer,`,
        '  ResolvedConfiguration,',
        `  ${names.serviceInput},`,
        `  ${names.serviceOutput}`,
        '>()',
        `  .ep(${parameters})`,
        '  .m(addEndpoint)',
        `  .s(${quote(serviceName(view))}, ${quote(name)})`,
        `  .n(${quote(names.client)}, ${quote(command)})`,
        `  .sc(${names.schemas.get(operation.id) ?? ''})`,
        '  .build()',
      ].join('\n'),
    };
  });
  const runtime = ['addEndpoint', ...(shared === 'endpointOnly' ? [shared] : [])];
  const table = [...names.commands].map(([name, command]) => `  ${quoteName(name)}: ${command},\n`);
  const declared = keepDeclared(subject, usedTypes);
  const source: TypeScriptSource = {
    kind: 'typescript',
    path: 'commands.ts',
    emitter: 'client commands',
    statements: [
      {
        kind: 'import',
        from: '@shapegate/client/runtime',
        names: runtime,
        types: ['MetadataBearer', 'ResolvedConfiguration'],
      },
      { kind: 'import', from: '@smithy/smithy-client', names: ['Command'] },
      { kind: 'import', from: './client.ts', types: [names.serviceInput, names.serviceOutput] },
      ...(shared === 'endpointOnly'
        ? []
        : [{ kind: 'import' as const, from: './endpoint.ts', names: ['endpointParameters'] }]),
      {
        kind: 'import',
        from: './schemas.ts',
        names: [...view.operations.values()].map((operation) => names.schemas.get(operation.id) ?? ''),
      },
      ...(declared.length === 0 ? [] : [{ kind: 'import' as const, from: './types.ts', types: declared }]),
      ...classes,
      {
        kind: 'const',
        name: 'commands',
        doc: { text: 'The commands by the names of their operations.' },
        value: `{\n${table.join('')}}`,
      },
    ],
  };
  return { source, events };
}
