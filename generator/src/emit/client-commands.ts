import type { ModelEvent } from '@shapegate/validator/leaves';
import { readOperationParameters, readRuleSet } from './client-endpoint.ts';
import { type ClientSubject, importOwn, keepDeclared, ownName, serviceName, typesOf } from './client-subject.ts';
import { readDoc } from './documentation.ts';
import { printLiteral, quote, quoteName } from './escape.ts';
import type { ClassStatement, TypeScriptSource } from './file.ts';

/** Writes `commands.ts`: one command an operation, and all of them by their operation's name. */
export function emitCommands(subject: ClientSubject): { source: TypeScriptSource; events: ModelEvent[] } {
  const { view, names } = subject;
  const own = (name: string) => ownName(subject, name);
  const events: ModelEvent[] = [];
  const shared = readRuleSet(view.service) === undefined ? 'endpointOnly' : 'endpointParameters';
  const usedTypes: string[] = [];
  const classes = [...view.operations].map(([name, operation]): ClassStatement => {
    const read = readOperationParameters(view.model, operation);
    events.push(...read.events);
    const { input, output } = typesOf(subject, operation);
    usedTypes.push(input, output);
    const command = names.commands.get(name) ?? '';
    const entries = Object.entries(read.parameters).map(([key, value]) => `${quoteName(key)}: ${printLiteral(value)}`);
    const parameters =
      entries.length === 0 ? own(shared) : `/* @__PURE__ */ Object.assign({ ${entries.join(', ')} }, ${own(shared)})`;
    return {
      kind: 'class',
      name: command,
      doc: readDoc(operation) ?? { text: `Calls \`${name}\`.` },
      extends: [
        `/* @__PURE__ */ ${own('Command')}.classBuilder<`,
        `  ${input},`,
        `  ${output} & ${own('MetadataBearer')},`,
        `  ${own('ResolvedConfiguration')},`,
        `  ${names.serviceInput},`,
        `  ${names.serviceOutput}`,
        '>()',
        `  .ep(${parameters})`,
        `  .m(${own('addEndpoint')})`,
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
      importOwn(subject, '@shapegate/client/runtime', runtime, ['MetadataBearer', 'ResolvedConfiguration']),
      importOwn(subject, '@smithy/smithy-client', ['Command']),
      { kind: 'import', from: './client.ts', types: [names.serviceInput, names.serviceOutput] },
      ...(shared === 'endpointOnly' ? [] : [importOwn(subject, './endpoint.ts', ['endpointParameters'])]),
      {
        kind: 'import',
        from: './schemas.ts',
        names: [...view.operations.values()].map((operation) => names.schemas.get(operation.id) ?? ''),
      },
      ...(declared.length === 0 ? [] : [{ kind: 'import' as const, from: './types.ts', types: declared }]),
      ...classes,
      {
        kind: 'const',
        name: ownName(subject, 'commands'),
        doc: { text: 'The commands by the names of their operations.' },
        value: `{\n${table.join('')}}`,
      },
    ],
  };
  return { source, events };
}
