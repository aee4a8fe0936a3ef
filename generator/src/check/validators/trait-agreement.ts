import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember } from '../../model/selector/subject.ts';
import { readEntry, readText } from '../node-entry.ts';
import { placeOfTrait, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** Members of one trait's value that depend on one another. */
export function* checkTraitAgreement(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.subjects()) {
    const value = (name: string) => subject.traits.get(`smithy.api#${name}`)?.value;
    const at = (name: string) => placeOfTrait(subject, `smithy.api#${name}`);
    const cors = value('cors');
    if (cors !== undefined && readEntry(cors, 'origin') !== undefined && readEntry(cors, 'origins') !== undefined)
      yield report('error', 'CorsTrait', subject, '`@cors` has either `origin` or `origins`', at('cors'));
    const key = value('httpApiKeyAuth');
    if (key !== undefined && readEntry(key, 'scheme') !== undefined && readText(key, 'in') !== 'header')
      yield report('error', 'HttpApiKeyAuthTrait', subject, 'a `scheme` needs `in: "header"`', at('httpApiKeyAuth'));
    const namespace = value('xmlNamespace');
    const uri = namespace === undefined ? null : readText(namespace, 'uri');
    if (uri !== null && !/^(?:[A-Za-z][A-Za-z0-9+.-]*:\S+|[^\s:][^\s]*)$/.test(uri))
      yield report('error', 'XmlNamespaceTrait', subject, `\`${uri}\` is no URI`, at('xmlNamespace'));
    const compression = value('requestCompression');
    if (compression !== undefined && !isMember(subject) && subject.type === 'operation') {
      const encodings = readEntry(compression, 'encodings');
      if (encodings?.kind === 'array' && encodings.elements.length === 0)
        yield report(
          'error',
          'RequestCompressionTrait',
          subject,
          '`@requestCompression` names no encoding',
          at('requestCompression'),
        );
      if (subject.input === 'smithy.api#Unit')
        yield report(
          'error',
          'RequestCompressionTrait',
          subject,
          'an operation without input has nothing to compress',
          at('requestCompression'),
        );
    }
    const documents = value('externalDocumentation');
    if (documents?.kind === 'object')
      for (const entry of documents.entries)
        if (entry.value.kind === 'string' && !URL.canParse(entry.value.value))
          yield report(
            'error',
            'Model',
            subject,
            `\`${entry.value.value}\`, under \`${entry.key}\`, is no URL`,
            entry.value,
          );
    if (isMember(subject) && subject.traits.has('smithy.api#private')) {
      const container = context.model.shapes.get(subject.id.slice(0, subject.id.indexOf('$')));
      if (container?.traits.has('smithy.api#mixin'))
        yield report(
          'warning',
          'PrivateMixinMember',
          subject,
          '`@private` on a member of a mixin keeps no namespace from using it',
          at('private'),
        );
    }
  }
}
