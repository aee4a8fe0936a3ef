import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember, placeOfTrait, type Subject } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

type Problems = Iterable<readonly [message: string, at: Node | null]>;
type Agreement = (subject: Subject, value: Node) => Problems;

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
      for (const [message, node] of check(subject, value))
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

function* checkCompression(subject: Subject, value: Node): Problems {
  if (isMember(subject) || subject.type !== 'operation') return;
  const encodings = readEntry(value, 'encodings');
  if (encodings?.kind === 'array' && encodings.elements.length === 0)
    yield ['`@requestCompression` names no encoding', null];
  if (subject.input === 'smithy.api#Unit') yield ['an operation without input has nothing to compress', null];
}

function* checkDocumentation(_: Subject, value: Node): Problems {
  if (value.kind !== 'object') return;
  for (const { key, value: link } of value.entries)
    if (link.kind === 'string' && !URL.canParse(link.value))
      yield [`\`${link.value}\`, under \`${key}\`, is no URL`, link];
}
