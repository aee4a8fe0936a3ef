import { namespaceOf } from '../model/shape-id.ts';
import type { ClientAuth } from './client-auth.ts';
import type { ClientProtocol } from './client-protocol.ts';
import {
  type ClientSubject,
  importOwn,
  keepDeclared,
  ownName,
  readMapping,
  readMember,
  serviceName,
  typesOf,
} from './client-subject.ts';
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
  const own = (name: string) => ownName(subject, name);
  const assign = (name: string) => (own(name) === name ? '' : `: ${own(name)}`);
  const operations = [...view.operations.values()].map((operation) => typesOf(subject, operation));
  const inputs = operations.map(({ input }) => input);
  const outputs = operations.map(({ output }) => output);
  const declared = keepDeclared(subject, [...inputs, ...outputs]);
  const title = readDoc(service)?.text ?? `Calls \`${serviceName(view)}\`.`;
  const description = [
    `  name: ${quote(serviceName(view))},`,
    `  namespace: ${quote(namespaceOf(service.id))},`,
    `  version: ${quote(service.version)},`,
    `  sdkId: ${quote(readMember(readMapping(service, 'aws.api#service'), 'sdkId') ?? serviceName(view))},`,
    `  signingName: ${auth.signingName === null ? 'null' : quote(auth.signingName)},`,
    `  authSchemes: ${printLiteral(auth.schemes, 1)},`,
    `  operationAuthSchemes: ${printLiteral(auth.operationSchemes, 1)},`,
    `  endpointRules${hasRules ? assign('endpointRules') : ': null'},`,
    `  protocol: ${own(protocol.className)},`,
    `  protocolSettings: ${printLiteral(protocol.settings, 1)},`,
    `  registerErrors${assign('registerErrors')},`,
  ];
  return {
    kind: 'typescript',
    path: 'client.ts',
    emitter: 'client class',
    statements: [
      importOwn(subject, '@aws-sdk/core/protocols', [protocol.className]),
      importOwn(
        subject,
        '@shapegate/client/runtime',
        ['ServiceClient'],
        ['ClientConfiguration', 'MetadataBearer', 'ServiceDescription'],
      ),
      ...(hasRules ? [importOwn(subject, './endpoint.ts', ['endpointRules'])] : []),
      importOwn(subject, './errors.ts', ['registerErrors']),
      ...(declared.length === 0 ? [] : [{ kind: 'import' as const, from: './types.ts', types: declared }]),
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
        type: printUnion(outputs.map((output) => `(${output} & ${own('MetadataBearer')})`)),
      },
      {
        kind: 'const',
        name: own('service'),
        exported: false,
        type: own('ServiceDescription'),
        value: `{\n${description.join('\n')}\n}`,
      },
      {
        kind: 'class',
        name: names.client,
        doc: { text: title },
        extends: `${own('ServiceClient')}<${names.serviceInput}, ${names.serviceOutput}>`,
        constructs: {
          parameters: [{ name: 'configuration', type: own('ClientConfiguration'), value: '{}' }],
          body: [`super(${own('service')}, configuration);`],
        },
      },
    ],
  };
}
