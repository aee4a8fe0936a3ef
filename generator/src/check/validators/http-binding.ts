import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { AggregateShape, Member, OperationShape } from '../../model/model.ts';
import { isOfType, placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { findStructure, membersWith, readBinding, readHttp } from '../http-bindings.ts';
import { parseHttpUri } from '../http-uri.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const forbidden: ReadonlySet<string> = new Set([
  ...[
    'authorization',
    'connection',
    'content-length',
    'expect',
    'host',
    'max-forwards',
    'proxy-authenticate',
    'server',
  ],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent', 'www-authenticate', 'x-forwarded-for'],
]);

/** Members are bound to parts of a request that exist, and no two to the same. */
export function* checkHttpBindings(context: CheckContext): Generator<ModelEvent> {
  const isBound = ['httpHeader', 'httpPrefixHeaders', 'httpQuery', 'httpQueryParams'].some(
    (trait) => context.bearers(`smithy.api#${trait}`).length > 0,
  );
  for (const shape of context.shapes()) {
    if (shape.type === 'structure') {
      if (!isBound) continue;
      yield* checkHeaders(shape);
      yield* checkPrefixHeaders(shape);
      yield* checkQuery(shape);
    } else if (shape.type === 'operation') {
      yield* checkLabels(context, shape);
      yield* checkQueryLiterals(context, shape);
    }
  }
}

function groupBy(members: readonly Member[], key: (member: Member) => string): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    addTo(groups, key(member), member);
  }
  return groups;
}

function* checkHeaders(shape: AggregateShape): Generator<ModelEvent> {
  const bound = membersWith(shape, 'httpHeader');
  for (const member of bound) {
    const header = readBinding(member, 'httpHeader') ?? '';
    const place = placeOfTrait(member, 'smithy.api#httpHeader');
    if (forbidden.has(header.toLowerCase()))
      yield report(
        'danger',
        'HttpHeaderTrait',
        member,
        `header \`${header}\` belongs to the protocol and cannot be bound`,
        place,
      );
    else if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(header))
      yield report('danger', 'HttpHeaderTrait', member, `\`${header}\` is no name of a header`, place);
  }
  for (const [header, members] of groupBy(bound, (member) => (readBinding(member, 'httpHeader') ?? '').toLowerCase()))
    if (members.length > 1)
      yield report(
        'error',
        'HttpHeaderTrait',
        shape,
        `header \`${header}\` is bound to ${listNames(members.map(({ name }) => name))}`,
      );
}

function* checkPrefixHeaders(shape: AggregateShape): Generator<ModelEvent> {
  for (const holder of membersWith(shape, 'httpPrefixHeaders')) {
    const prefix = (readBinding(holder, 'httpPrefixHeaders') ?? '').toLowerCase();
    for (const member of membersWith(shape, 'httpHeader')) {
      const header = (readBinding(member, 'httpHeader') ?? '').toLowerCase();
      if (!header.startsWith(prefix)) continue;
      const message = `header \`${header}\` begins with the prefix \`${prefix}\` of \`${holder.id}\``;
      yield report(
        prefix === '' ? 'note' : 'error',
        'HttpPrefixHeadersTrait',
        member,
        message,
        placeOfTrait(member, 'smithy.api#httpHeader'),
      );
    }
  }
}

function* checkQuery(shape: AggregateShape): Generator<ModelEvent> {
  const bound = membersWith(shape, 'httpQuery');
  for (const [name, members] of groupBy(bound, (member) => readBinding(member, 'httpQuery') ?? ''))
    if (members.length > 1)
      yield report(
        'error',
        'HttpQueryTrait',
        shape,
        `parameter \`${name}\` is bound to ${listNames(members.map((member) => member.name))}`,
      );
  const [params] = membersWith(shape, 'httpQueryParams');
  if (params !== undefined && bound.length > 0)
    yield report(
      'note',
      'HttpQueryParamsTrait',
      shape,
      `\`${params.name}\` takes all parameters, those of ${listNames(bound.map(({ name }) => name))} too`,
    );
}

function* checkLabels({ model }: CheckContext, operation: OperationShape): Generator<ModelEvent> {
  const http = readHttp(operation);
  const input = findStructure(model, operation.input);
  const uri = http === null ? null : parseHttpUri(http.uri);
  if (http === null || uri === null || input === null) return;
  const labels = new Map(uri.segments.flatMap((segment) => (segment.label === null ? [] : [[segment.label, segment]])));
  const missing = [...labels.keys()].filter((name) => !input.members.get(name)?.traits.has('smithy.api#httpLabel'));
  if (missing.length > 0)
    yield report(
      'error',
      'HttpLabelTrait',
      operation,
      `labels ${listNames(missing)} of \`${http.uri}\` have no member with \`@httpLabel\` in \`${input.id}\``,
      placeOfTrait(operation, 'smithy.api#http'),
    );
  for (const member of membersWith(input, 'httpLabel')) {
    const place = placeOfTrait(member, 'smithy.api#httpLabel');
    const label = labels.get(member.name) ?? findOtherCase(labels, member.name);
    if (label === undefined)
      yield report(
        'error',
        'HttpLabelTrait',
        member,
        `\`${member.name}\` is no label of \`${http.uri}\`, the URI of \`${operation.id}\``,
        place,
      );
    else {
      const target = model.shapes.get(member.target);
      if (label.greedy && target !== undefined && !isOfType(target, 'string'))
        yield report(
          'error',
          'HttpLabelTrait',
          member,
          `a greedy label is a string, but \`${member.target}\` is none`,
          place,
        );
    }
  }
}

/** A label is found whatever its case; that no member has exactly its name is told of the label. */
function findOtherCase<Label>(labels: ReadonlyMap<string, Label>, name: string): Label | undefined {
  for (const [known, label] of labels) if (known.toLowerCase() === name.toLowerCase()) return label;
  return undefined;
}

function* checkQueryLiterals({ model }: CheckContext, operation: OperationShape): Generator<ModelEvent> {
  const http = readHttp(operation);
  const input = findStructure(model, operation.input);
  const uri = http === null ? null : parseHttpUri(http.uri);
  if (http === null || uri === null || input === null) return;
  for (const member of membersWith(input, 'httpQuery')) {
    const name = readBinding(member, 'httpQuery') ?? '';
    if (uri.query.has(name))
      yield report(
        'error',
        'HttpQueryTrait',
        input,
        `parameter \`${name}\` of \`${member.name}\` stands in \`${http.uri}\`, the URI of \`${operation.id}\``,
        placeOfTrait(member, 'smithy.api#httpQuery'),
      );
  }
}
