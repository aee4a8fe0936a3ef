import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from './event.ts';
import { JsonFault, readJson } from './json-reader.ts';
import { findEntry, findText, findTexts, hasFlag, listEntries, type Made, makeTrait } from './node-maker.ts';
import { SourceText } from './place.ts';
import type { ReadNode } from './placed-node.ts';
import { readDeprecation, readDocumentation, Service2Shapes } from './service-2-shapes.ts';
import type { OperationDefinition, Reference, ShapeDefinition, SourceTree, TraitApplication } from './tree.ts';

/** A text with its name. */
interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The files beside a `service-2.json` that say more of the same service. */
export interface Companions {
  readonly paginators?: NamedText | undefined;
  readonly waiters?: NamedText | undefined;
  readonly endpointRules?: NamedText | undefined;
}

const protocols: ReadonlyMap<string, string> = new Map([
  ['rest-json', 'aws.protocols#restJson1'],
  ['rest-xml', 'aws.protocols#restXml'],
  ['query', 'aws.protocols#awsQuery'],
  ['ec2', 'aws.protocols#ec2Query'],
  ['json 1.0', 'aws.protocols#awsJson1_0'],
  ['json 1.1', 'aws.protocols#awsJson1_1'],
  ['smithy-rpc-v2-cbor', 'smithy.protocols#rpcv2Cbor'],
]);

/** Reads the service description of botocore into the same tree as the other readers; its patterns are full matches. */
export function readService2(
  file: string,
  text: string,
  companions: Companions = {},
): { tree: SourceTree; events: ModelEvent[] } {
  const reader = new Service2Reader(companions);
  const root = reader.read({ file, text });
  const definitions = root === null ? [] : reader.readService(root);
  const tree: SourceTree = {
    file,
    version: '2.0',
    namespace: null,
    uses: [],
    metadata: [],
    definitions,
    applications: [],
    syntacticIds: [],
    traitIds: null,
    lostIds: root === null ? null : new Set(),
  };
  return { tree, events: reader.events };
}

class Service2Reader {
  readonly events: ModelEvent[] = [];
  readonly #companions: Companions;

  constructor(companions: Companions) {
    this.#companions = companions;
  }

  read({ file, text }: NamedText): ReadNode | null {
    const source = new SourceText(file, text);
    const root = readJson(source);
    if (!(root instanceof JsonFault)) return root;
    const place = source.place(root.offset, Math.min(root.offset + 1, text.length));
    this.events.push(makeEvent('error', 'Model', place, { message: `not JSON: ${root.message}` }));
    return null;
  }

  #readCompanion(companion: NamedText | undefined): ReadNode | undefined {
    return (companion === undefined ? null : this.read(companion)) ?? undefined;
  }

  readService(root: ReadNode): ShapeDefinition[] {
    const metadata = findEntry(root, 'metadata') ?? root;
    const serviceId = findText(metadata, 'serviceId') ?? findText(metadata, 'endpointPrefix') ?? 'service';
    const namespace = `com.amazonaws.${serviceId
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .replace(/^(?=\d)/, '_')}`;
    const protocol = findText(metadata, 'protocol') ?? '';
    const shapes = new Service2Shapes(root, namespace, protocol);
    const paginators = listEntries(this.#readCompanion(this.#companions.paginators), 'pagination');
    const waiters = listEntries(this.#readCompanion(this.#companions.waiters), 'waiters');
    const operations = [...listEntries(root, 'operations')].map(([name, node]): OperationDefinition => {
      const traits = [
        ...readDocumentation(node),
        ...readOperationTraits(node, protocol.startsWith('rest-')),
        ...readPaginator(paginators.get(name)),
        ...readWaiters(waiters, name),
      ];
      return {
        id: `${namespace}#${name}`,
        place: node,
        version: '2.0',
        traits,
        mixins: [],
        type: 'operation',
        input: shapes.refer(findEntry(node, 'input')),
        output: shapes.refer(findEntry(node, 'output')),
        errors: listOf(findEntry(node, 'errors')).flatMap((error) => shapes.refer(error) ?? []),
      };
    });
    const target = findText(metadata, 'targetPrefix')?.split('.').at(-1) ?? '';
    const name = /^[A-Za-z]\w*$/.test(target) ? target : serviceId.replaceAll(/\W/g, '').replace(/^(?=\d)/, '_');
    const isTaken = shapes.has(name) || operations.some(({ id }) => id === `${namespace}#${name}`);
    return [
      {
        id: `${namespace}#${name}${isTaken ? 'Service' : ''}`,
        place: metadata,
        version: '2.0',
        traits: [...this.#readServiceTraits(root, metadata, serviceId, protocol)],
        mixins: [],
        type: 'service',
        serviceVersion: findText(metadata, 'apiVersion') ?? '',
        operations: operations.map(({ id, place }): Reference => ({ name: id, place })),
        resources: [],
        errors: [],
        rename: [],
      },
      ...operations,
      ...shapes.readAll(),
    ];
  }

  *#readServiceTraits(
    root: ReadNode,
    metadata: ReadNode,
    serviceId: string,
    protocol: string,
  ): Generator<TraitApplication> {
    yield* readDocumentation(root);
    const title = findEntry(metadata, 'serviceFullName');
    if (title !== undefined) yield makeTrait('smithy.api#title', title, title);
    yield makeTrait('aws.api#service', metadata, {
      sdkId: serviceId,
      endpointPrefix: findEntry(metadata, 'endpointPrefix'),
    });
    const known = protocol === 'json' ? `json ${findText(metadata, 'jsonVersion') ?? '1.0'}` : protocol;
    const trait = protocols.get(known);
    if (trait !== undefined) yield makeTrait(trait, findEntry(metadata, 'protocol') ?? metadata);
    const namespace = findEntry(metadata, 'xmlNamespace');
    const uri = namespace?.kind === 'object' ? findEntry(namespace, 'uri') : namespace;
    if (uri !== undefined) yield makeTrait('smithy.api#xmlNamespace', uri, { uri });
    const auth = findEntry(metadata, 'auth');
    const schemes = new Set(findTexts(metadata, 'auth'));
    if (auth !== undefined) yield makeTrait('smithy.api#auth', auth, auth);
    else if (/^v4|^s3v4/.test(findText(metadata, 'signatureVersion') ?? '')) schemes.add('aws.auth#sigv4');
    for (const scheme of schemes)
      if (scheme === 'aws.auth#sigv4' || scheme === 'aws.auth#sigv4a')
        yield makeTrait(scheme, metadata, {
          name: findText(metadata, 'signingName') ?? findText(metadata, 'endpointPrefix') ?? '',
        });
      else if (scheme === 'smithy.api#httpBearerAuth') yield makeTrait(scheme, metadata);
    const rules = this.#readCompanion(this.#companions.endpointRules);
    if (rules !== undefined) yield makeTrait('smithy.rules#endpointRuleSet', rules, rules);
  }
}

function listOf(node: ReadNode | undefined): readonly ReadNode[] {
  return node?.kind === 'array' ? (node.elements as readonly ReadNode[]) : [];
}

function* readOperationTraits(node: ReadNode, isRest: boolean): Generator<TraitApplication> {
  const http = findEntry(node, 'http');
  if (http !== undefined && isRest)
    yield makeTrait('smithy.api#http', http, {
      method: findEntry(http, 'method'),
      uri: findEntry(http, 'requestUri'),
      code: findEntry(http, 'responseCode') ?? 200,
    });
  for (const flag of ['idempotent', 'readonly', 'httpChecksumRequired'] as const)
    if (hasFlag(node, flag)) yield makeTrait(`smithy.api#${flag}`, node);
  const prefix = findEntry(findEntry(node, 'endpoint'), 'hostPrefix');
  if (prefix !== undefined) yield makeTrait('smithy.api#endpoint', prefix, { hostPrefix: prefix });
  const auth = findEntry(node, 'auth');
  if (auth?.kind === 'array' && !findTexts(node, 'auth').includes('smithy.api#noAuth'))
    yield makeTrait('smithy.api#auth', auth, auth);
  if (findText(node, 'authtype') === 'none') yield makeTrait('smithy.api#optionalAuth', node);
  if (findText(node, 'authtype') === 'v4-unsigned-body' || hasFlag(node, 'unsignedPayload'))
    yield makeTrait('aws.auth#unsignedPayload', node);
  for (const [key, trait] of [
    ['httpChecksum', 'aws.protocols#httpChecksum'],
    ['requestcompression', 'smithy.api#requestCompression'],
    ['staticContextParams', 'smithy.rules#staticContextParams'],
    ['operationContextParams', 'smithy.rules#operationContextParams'],
  ] as const) {
    const value = findEntry(node, key);
    if (value !== undefined) yield makeTrait(trait, value, value);
  }
  yield* readDeprecation(node);
}

const simplePath = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Smithy has one token and a plain path to it; what needs more is left out. */
function* readPaginator(node: ReadNode | undefined): Generator<TraitApplication> {
  if (node === undefined) return;
  const [inputToken, outputToken, pageSize] = ['input_token', 'output_token', 'limit_key'].map((key) =>
    findText(node, key),
  );
  const items = findText(node, 'result_key') ?? findTexts(node, 'result_key')[0];
  if (inputToken === undefined || outputToken === undefined || !simplePath.test(outputToken)) return;
  yield makeTrait('smithy.api#paginated', node, {
    inputToken,
    outputToken,
    pageSize,
    items: items !== undefined && simplePath.test(items) ? items : undefined,
  });
}

const comparators: ReadonlyMap<string, string> = new Map([
  ['path', 'stringEquals'],
  ['pathAll', 'allStringEquals'],
  ['pathAny', 'anyStringEquals'],
]);

function* readWaiters(waiters: ReadonlyMap<string, ReadNode>, operation: string): Generator<TraitApplication> {
  const own = [...waiters].filter(([, waiter]) => findText(waiter, 'operation') === operation);
  const [first] = own;
  if (first === undefined) return;
  const made = own.map(([name, waiter]): [string, Made] => {
    const delay = findEntry(waiter, 'delay');
    const acceptors = listOf(findEntry(waiter, 'acceptors')).flatMap((acceptor) => readAcceptor(acceptor) ?? []);
    return [name, { documentation: findEntry(waiter, 'description'), acceptors, minDelay: delay }];
  });
  yield makeTrait('smithy.waiters#waitable', first[1], Object.fromEntries(made));
}

/** Null for what Smithy's waiters cannot say, such as a status other than 200. */
function readAcceptor(acceptor: ReadNode): Made | null {
  const state = findText(acceptor, 'state') ?? 'failure';
  const matcher = findText(acceptor, 'matcher') ?? '';
  const expected = findEntry(acceptor, 'expected');
  const path = findEntry(acceptor, 'argument');
  if (matcher === 'error' && expected?.kind === 'string') return { state, matcher: { errorType: expected } };
  if (matcher === 'status' && expected?.kind === 'number')
    return expected.value === 200 ? { state, matcher: { success: true } } : null;
  const comparator = comparators.get(matcher);
  if (comparator === undefined || expected === undefined || path === undefined) return null;
  const isFlag = expected.kind === 'boolean';
  const text = isFlag ? String(expected.value) : expected.kind === 'number' ? expected.text : expected;
  return { state, matcher: { output: { path, expected: text, comparator: isFlag ? 'booleanEquals' : comparator } } };
}
