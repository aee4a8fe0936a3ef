import type { PolicyProblem } from '../../check/policy-set.ts';
import { findingSeverities } from '../../diagnostic/diagnostic.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Api } from '../../shape/api.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../../shape/json.ts';
import { readDocuments, type SourceFile } from '../../source/read-documents.ts';
import type { SourceHit } from '../../source/source-hit.ts';
import { hashValue } from '../../value-hash.ts';
import { suggestPointer } from '../built-in/suggest-pointer.ts';
import { builtInGroups } from './built-in-groups.ts';
import { isOperation } from './known-operation.ts';
import type { LoadOptions } from './load-options.ts';
import { MappingReader, nameKind } from './mapping-reader.ts';
import type { PolicyDocument, PolicyTestsDocument, RuleText, Spot, Waivable } from './policy-document.ts';
import { PolicyPlace } from './policy-place.ts';
import { TestReader } from './read-tests.ts';

/** A policy file as text. */
export interface PolicyFile {
  /** The name that problems bear. */
  readonly file: string;
  readonly text: string | Uint8Array;
  readonly format: 'yaml' | 'json';
  /** Its documents, where they have been read already. */
  readonly source?: SourceFile;
  /** The files that each entry of `extends` stands for, by the entry; what is missing could not be found. */
  readonly bases?: Readonly<Record<string, readonly string[]>>;
}

const apiVersion = 'shapegate/v1';
const kinds = ['Policy', 'PolicyTests'] as const;
/** What a rule may say. */
export const ruleKeys = [
  'id',
  'severity',
  'message',
  'why',
  'links',
  'at',
  'when',
  'assert',
  'each',
  'uses',
  'with',
  'waivable',
  'overridable',
  'enabled',
  'tests',
];
const idPattern = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Reads the documents of a policy file; what is wrong with them is added to `problems`. Never throws.
 */
export function readPolicies(
  file: PolicyFile,
  api: Api,
  problems: PolicyProblem[],
  { otherOperations = [] }: LoadOptions,
): (PolicyDocument | PolicyTestsDocument)[] {
  const source = file.source ?? readDocuments(file.text, file.format);
  reportText(file.file, source, problems);
  const tests = new TestReader(api, otherOperations);
  return source.documents.flatMap((document) => {
    if (document.empty) return [];
    const place = new PolicyPlace(file.file, source, document, problems);
    if (!isObject(document.value)) {
      place.report('', `found ${nameKind(document.value)}, expected a policy`);
      return [];
    }
    const read = readDocument(place, document.value, { api, otherOperations, tests });
    return read === null ? [] : [read];
  });
}

function reportText(file: string, source: SourceFile, problems: PolicyProblem[]): void {
  for (const { rule: id, document, pointer, start, end, facts } of source.hits) {
    if (id === 'spec/empty' && source.documents.some(({ empty }) => !empty)) continue;
    problems.push({
      file,
      finding: {
        rule: 'policy/invalid',
        severity: 'error',
        message: wordFault(id, facts),
        // YAML takes a `!` at the start for a tag, which nobody expects of an expression.
        help: source.text[start] === '!' ? 'put an expression that begins with `!` in quotes' : '',
        pointer,
        document,
        range: source.lines.range(start, end),
        related: [],
        fix: null,
        suppressed: null,
        valueHash: hashValue(null),
      },
    });
  }
}

function wordFault(rule: SourceHit['rule'], facts: SourceHit['facts']): string {
  switch (rule) {
    case 'spec/duplicate-key':
      return `the key ${quoteValue(facts['key'] ?? '')} stands twice`;
    case 'spec/limits':
      return `more than ${facts['limit']} ${facts['what']}`;
    case 'spec/encoding':
      return 'the text is not UTF-8';
    case 'spec/empty':
      return 'the document is empty, expected a policy';
    case 'spec/parse':
      return `the text cannot be read: ${facts['problem']}`;
  }
}

interface ReaderContext {
  readonly api: Api;
  readonly otherOperations: readonly string[];
  readonly tests: TestReader;
}

function readDocument(
  place: PolicyPlace,
  value: JsonObject,
  { api, otherOperations, tests }: ReaderContext,
): PolicyDocument | PolicyTestsDocument | null {
  const isTests = ownValue(value, 'kind') === 'PolicyTests';
  const known = isTests
    ? ['apiVersion', 'kind', 'metadata', 'tests']
    : ['apiVersion', 'kind', 'metadata', 'for', 'extends', 'rules'];
  const reader = new MappingReader(place, '', value, known);
  const version = reader.requiredText('apiVersion');
  if (version !== undefined && version !== apiVersion)
    place.report('/apiVersion', `found ${quoteValue(version)}, expected \`${apiVersion}\``);
  if (reader.has('kind')) reader.choice('kind', kinds);
  else reader.requiredText('kind');
  const metadata = readMetadata(reader);
  if (isTests) return { kind: 'PolicyTests', place, tests: tests.readSeparate(reader) };
  const bases = reader.texts('extends') ?? [];
  const rules = readRules(reader, tests);
  // An `extends` that cannot be read, or has nothing in it, is the mistake then.
  if (!reader.has('rules') && !reader.has('extends'))
    place.report('/rules', '`rules` is missing', { part: 'parent', help: 'A policy has rules, or extends others.' });
  else if (!reader.has('rules') && isEmptyList(reader.value('extends')))
    place.report('/extends', 'found an empty list, expected a policy');
  const named = readOperations(reader, api, reader.has('rules') && bases.length === 0);
  const isElsewhere = ({ value: name }: Spot<string>): boolean => otherOperations.includes(name);
  const operations = named.filter((each) => !isElsewhere(each) && isOperation(place, each.pointer, each.value, api));
  const elsewhere = named.filter(isElsewhere).map(({ value: name }) => name);
  return {
    kind: 'Policy',
    place,
    name: metadata,
    hasOperations: reader.has('for'),
    operations,
    elsewhere,
    bases,
    rules,
  };
}

function isEmptyList(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

function readMetadata(reader: MappingReader): string {
  const metadata = reader.mapping('metadata');
  if (!reader.has('metadata')) return '';
  if (metadata === undefined) return '';
  const inner = new MappingReader(reader.place, '/metadata', metadata, [
    'name',
    'version',
    'description',
    'owner',
    'links',
  ]);
  const version = inner.value('version');
  if (version !== undefined && typeof version !== 'string' && typeof version !== 'number')
    reader.place.report('/metadata/version', `found ${nameKind(version)}, expected a number or a text`);
  inner.texts('links');
  inner.text('description');
  inner.text('owner');
  return inner.requiredText('name') ?? '';
}

/** Reports that `for` is missing, which a rule of a document's own needs. */
export function reportNoOperations(place: PolicyPlace, { table }: Api): void {
  const { defaultOperation } = table.service;
  const help = defaultOperation === null ? '' : `such as \`for: ${defaultOperation}\``;
  place.report('/for', '`for` is missing, expected the operation that the rules are about', { part: 'parent', help });
}

function readOperations(reader: MappingReader, api: Api, isNeeded: boolean): Spot<string>[] {
  if (!reader.has('for')) {
    if (isNeeded) reportNoOperations(reader.place, api);
    return [];
  }
  const named = reader.texts('for', true) ?? [];
  if (Array.isArray(reader.value('for')) && named.length === 0)
    reader.place.report('/for', 'found an empty list, expected at least one operation');
  return named.filter(({ value, pointer }, index) => {
    if (named.findIndex((other) => other.value === value) !== index) {
      reader.place.report(pointer, `${quoteValue(value)} stands twice`);
      return false;
    }
    return true;
  });
}

function readRules(reader: MappingReader, tests: TestReader): RuleText[] {
  const rules = reader.mappings('rules').flatMap(({ value, pointer }) => readRule(reader.place, pointer, value, tests));
  const list = reader.value('rules');
  if (Array.isArray(list) && list.length === 0)
    reader.place.report('/rules', 'found an empty list, expected at least one rule');
  return rules;
}

function readRule(place: PolicyPlace, pointer: string, value: JsonObject, tests: TestReader): RuleText[] {
  const reader = new MappingReader(place, pointer, value, ruleKeys);
  const id = reader.requiredText('id');
  const rule: Omit<RuleText, 'id'> = {
    place,
    pointer,
    severity: reader.choice('severity', findingSeverities),
    message: reader.text('message'),
    why: reader.text('why'),
    links: readLinks(reader),
    at: readAt(reader),
    when: reader.text('when'),
    assert: reader.text('assert'),
    each: reader.text('each'),
    uses: reader.text('uses'),
    with: reader.value('with'),
    waivable: readWaivable(reader),
    overridable: reader.flag('overridable'),
    enabled: reader.flag('enabled'),
    tests: tests.readOwn(place, reader.at('tests'), reader.mapping('tests')),
  };
  if (id === undefined) return [];
  if (!idPattern.test(id)) {
    const help = 'small letters, digits and `-`, such as `acme/encrypted`';
    place.report(reader.at('id'), `the id ${quoteValue(id)} is not \`<namespace>/<name>\``, { help });
    return [];
  }
  const group = id.slice(0, id.indexOf('/'));
  if (builtInGroups.includes(group)) {
    const help = 'Take a namespace of your own, such as the name of your company.';
    place.report(reader.at('id'), `\`${group}\` is a group of built-in rules`, { help });
    return [];
  }
  return [Object.assign({ id }, rule)];
}

function readLinks(reader: MappingReader): readonly string[] | undefined {
  return reader.texts('links')?.flatMap(({ value, pointer }) => {
    if (/^https?:\/\/[^\s]+$/.test(value)) return [value];
    reader.place.report(pointer, `found ${quoteValue(value)}, expected an address that begins with \`https://\``);
    return [];
  });
}

function readAt(reader: MappingReader): string | undefined {
  const value = reader.value('at');
  if (value === '') return '';
  const at = reader.text('at');
  if (at === undefined || (at.startsWith('/') && !/~(?![01])/.test(at))) return at;
  reader.place.report(reader.at('at'), `${quoteValue(at)} is no JSON pointer`, { help: suggestPointer(at) });
  return undefined;
}

function readWaivable(reader: MappingReader): Waivable | undefined {
  const value = reader.value('waivable');
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? { maxDays: null } : null;
  if (!isObject(value)) {
    reader.place.report(
      reader.at('waivable'),
      `found ${nameKind(value)}, expected \`true\`, \`false\` or \`{ maxDays: 90 }\``,
    );
    return undefined;
  }
  const inner = new MappingReader(reader.place, reader.at('waivable'), value, ['maxDays']);
  const days = inner.value('maxDays');
  if (days === undefined) return { maxDays: null };
  if (typeof days === 'number' && Number.isSafeInteger(days) && days >= 1) return { maxDays: days };
  reader.place.report(inner.at('maxDays'), `found ${nameKind(days)}, expected a whole number of at least 1`);
  return undefined;
}
