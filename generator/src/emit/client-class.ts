import type { ClientAuth } from './client-auth.ts';
import type { ClientProtocol } from './client-protocol.ts';
import { type ClientSubject, keepDeclared, readMapping, readMember, serviceName, typesOf } from './client-subject.ts';
import { readDoc } from './documentation.ts';
import { printLiteral, quote } from './escape.ts';
import type { TypeScriptSource } from './file.ts';

function printUnion(texts: readonly string[]): string {
  const unique = [...new Set(texts)].sort();
  return unique.length === 1 ? (unique[0] ?? 'never') : unique.map((text) => `\n  | ${text}`).join('');
}

/** Writes `client.ts`: the client's class, and what the generic client has to know of the service. */
export function emitClientClass(
  subject: ClientSubject,
  protocol: ClientProtocol,
  auth: ClientAuth,
  hasRules: boolean,
): TypeScriptSource {
  const { view, names } = subject;
  const { service } = view;
  const operations = [...view.operations.values()].map((operation) => typesOf(subject, operation));
  const inputs = operations.map(({ input }) => input);
  const outputs = operations.map(({ output }) => output);
  const title = readDoc(service)?.text ?? `Calls \`${serviceName(view)}\`.`;
  const description = [
    `  name: ${quote(serviceName(view))},`,
    `  namespace: ${quote(service.id.slice(0, service.id.indexOf('#')))},`,
    `  version: ${quote(service.version)},`,
    `  sdkId: ${quote(readMember(readMapping(service, 'aws.api#service'), 'sdkId') ?? serviceName(view))},`,
    `  signingName: ${auth.signingName === null ? 'null' : quote(auth.signingName)},`,
    `  authSchemes: ${printLiteral(auth.schemes, 1)},`,
    `  operationAuthSchemes: ${printLiteral(auth.operationSchemes, 1)},`,
    hasRules ? '  endpointRules,' : '  endpointRules: null,',
    `  protocol: ${protocol.className},`,
    `  protocolSettings: ${printLiteral(protocol.settings, 1)},`,
    '  registerErrors,',
  ];
  return {
    kind: 'typescript',
    path: 'client.ts',
    emitter: 'client class',
    statements: [
      { kind: 'import', from: '@aws-sdk/core/protocols', names: [protocol.className] },
      {
        kind: 'import',
        from: '@shapegate/client/runtime',
        names: ['ServiceClient'],
        types: ['ClientConfiguration', 'MetadataBearer', 'ServiceDescription'],
      },
      ...(hasRules ? [{ kind: 'import' as const, from: './endpoint.ts', names: ['endpointRules'] }] : []),
      { kind: 'import', from: './errors.ts', names: ['registerErrors'] },
      { kind: 'import', from: './types.ts', types: keepDeclared(subject, [...inputs, ...outputs]) },
      {
        kind: 'type',
        name: names.serviceInput,
        doc: { text: 'The input of any operation.' },
        type: printUnion(inputs),
      },
      {
        kind: 'type',
        name: names.serviceOutput,
        doc: { text: 'The output of any operation, with what is known of its answer.' },
        type: printUnion(outputs.map((output) => `(${output} & MetadataBearer)`)),
      },
      {
        kind: 'const',
        name: 'service',
        exported: false,
        type: 'ServiceDescription',
        value: `{\n${description.join('\n')}\n}`,
      },
      {
        kind: 'class',
        name: names.client,
        doc: { text: title },
        extends: `ServiceClient<${names.serviceInput}, ${names.serviceOutput}>`,
        constructs: {
          parameters: [{ name: 'configuration', type: 'ClientConfiguration', value: '{}' }],
          body: ['super(service, configuration);'],
        },
      },
    ],
  };
}
