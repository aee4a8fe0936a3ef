import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Model } from '../../model/model.ts';
import { isMember, placeOfTrait, type Subject } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText } from '../../syntax/node-entry.ts';
import { findStructure } from '../http-bindings.ts';
import type { CheckContext } from '../validator.ts';

type Problems = Iterable<readonly [message: string, at: Node | null]>;
type Agreement = (subject: Subject, value: Node, model: Model) => Problems;

/** What the members of one trait's value demand of each other: the message, and the closer place where there is one. */
const agreements: ReadonlyMap<string, { readonly event: string; readonly check: Agreement }> = new Map([
  ['cors', { event: 'CorsTrait', check: checkCors }],
  ['httpApiKeyAuth', { event: 'HttpApiKeyAuthTrait', check: checkApiKey }],
  ['xmlNamespace', { event: 'XmlNamespaceTrait', check: checkXmlNamespace }],
  ['requestCompression', { event: 'RequestCompressionTrait', check: checkCompression }],
  ['externalDocumentation', { event: 'Model', check: checkDocumentation }],
]);

/** Members of one trait's value that depend on one another. */
export function* checkTraitAgreement(context: CheckContext): Generator<ModelEvent> {
  for (const [name, { event, check }] of agreements) {
    const id = `smithy.api#${name}`;
    for (const subject of context.bearers(id)) {
      const value = subject.traits.get(id)?.value;
      if (value === undefined) continue;
      for (const [message, node] of check(subject, value, context.model))
        yield report('error', event, subject, message, node ?? placeOfTrait(subject, id));
    }
  }
  for (const subject of context.bearers('smithy.api#private'))
    if (isMember(subject) && context.model.shapes.get(containerId(subject.id))?.traits.has('smithy.api#mixin'))
      yield report(
        'warning',
        'PrivateMixinMember',
        subject,
        '`@private` on a member of a mixin keeps no namespace from using it',
        placeOfTrait(subject, 'smithy.api#private'),
      );
}

function* checkCors(_: Subject, value: Node): Problems {
  if (readEntry(value, 'origin') !== undefined && readEntry(value, 'origins') !== undefined)
    yield ['`@cors` has either `origin` or `origins`', null];
}

function* checkApiKey(_: Subject, value: Node): Problems {
  if (readEntry(value, 'scheme') !== undefined && readText(value, 'in') !== 'header')
    yield ['a `scheme` needs `in: "header"`', null];
}

function* checkXmlNamespace(_: Subject, value: Node): Problems {
  const uri = readText(value, 'uri');
  if (uri !== null && !/^(?:[A-Za-z][A-Za-z0-9+.-]*:\S+|[^\s:][^\s]*)$/.test(uri)) yield [`\`${uri}\` is no URI`, null];
}

/** The specification has one algorithm, and no compressing of a stream whose length has to be told before it. */
function* checkCompression(subject: Subject, value: Node, model: Model): Problems {
  if (isMember(subject) || subject.type !== 'operation') return;
  const encodings = readEntry(value, 'encodings');
  if (encodings?.kind === 'array') {
    if (encodings.elements.length === 0) yield ['`@requestCompression` names no encoding', null];
    for (const encoding of encodings.elements)
      if (encoding.kind === 'string' && encoding.value.toLowerCase() !== 'gzip')
        yield [`found encoding \`${encoding.value}\`, expected \`gzip\``, encoding];
  }
  if (subject.input === 'smithy.api#Unit') yield ['an operation without input has nothing to compress', null];
  for (const { id, target } of findStructure(model, subject.input)?.members.values() ?? [])
    if (model.shapes.get(target)?.traits.has('smithy.api#requiresLength'))
      yield [`\`${id}\` is a stream with \`@requiresLength\`, whose compressed length nobody knows before`, null];
}

function* checkDocumentation(_: Subject, value: Node): Problems {
  if (value.kind !== 'object') return;
  for (const { key, value: link } of value.entries)
    if (link.kind === 'string' && !URL.canParse(link.value))
      yield [`\`${link.value}\`, under \`${key}\`, is no URL`, link];
}
