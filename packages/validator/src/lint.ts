import { askAboutValue } from './check/ask-rules.ts';
import { findRule, type RuleSettings, severityOf } from './check/rule-book.ts';
import type { ValueFinding } from './check/value-finding.ts';
import { wordRule } from './check/word-rule.ts';
import { checkInput } from './check.ts';
import type { Finding, FindingSeverity, Related } from './diagnostic/diagnostic.ts';
import { parsePointer } from './diagnostic/pointer.ts';
import { type Range, startOfFile } from './diagnostic/range.ts';
import { locatePart } from './lint/locate.ts';
import { writeFix } from './lint/write-fix.ts';
import type { Part, ValueFix } from './rule/hit.ts';
import type { AnyRule } from './rule/rule.ts';
import type { Target } from './rule/target.ts';
import type { Api } from './shape/api.ts';
import type { JsonObject, JsonValue } from './shape/json.ts';
import { valueAtTokens } from './shape/value-at-tokens.ts';
import { readDocuments, type SourceFile } from './source/read-documents.ts';
import type { SourceDocument } from './source/source-document.ts';
import type { SourceHit } from './source/source-hit.ts';
import { readSpec, type Spec, type SpecFault } from './spec.ts';
import { hashValue } from './value-hash.ts';

export interface LintOptions {
  /** The name that related places bear; nothing is read. */
  readonly file: string;
  readonly format: 'yaml' | 'json';
  readonly api: Api;
  /** The operation of documents that name none; the model's default where this is left out. */
  readonly operation?: string;
  /** Region and account of documents that state none. */
  readonly target?: Target;
  readonly rules?: RuleSettings;
  /** `allow` leaves values such as `${VAR}` unchecked, for templates; default `forbid`. */
  readonly references?: 'allow' | 'forbid';
}

/** A document of a spec file, as the lint understood it. */
export interface LintedDocument {
  /** 0-based, counting the documents that could not be read. */
  readonly index: number;
  readonly isEnvelope: boolean;
  /** Null where the document cannot be checked; a finding says why. */
  readonly request: { readonly operation: string; readonly input: JsonObject } | null;
  /** What the envelope says, and where it is silent what the options say. */
  readonly target: Target;
  /** Where the text of a place in the input stands. */
  locate(pointer: string, part: Part): Range;
}

export interface LintResult {
  /** Those that could be read, but for empty ones. */
  readonly documents: readonly LintedDocument[];
  /** All documents, those included that could not be read. */
  readonly documentCount: number;
  /** By document, place and rule. */
  readonly findings: readonly Finding[];
  /** What was read: comments and the text without its byte order mark. */
  readonly source: SourceFile;
}

/**
 * Checks a file of specs: text in, findings with places out. Whatever the text holds is a finding, never an exception.
 *
 * ```ts
 * const { findings } = lintText('jobName: nightly\n', { file: 'a.yaml', format: 'yaml', api });
 * ```
 */
export function lintText(text: string | Uint8Array, options: LintOptions): LintResult {
  const source = readDocuments(text, options.format);
  const documents: LintedDocument[] = [];
  const findings: Finding[] = [];
  const specs = new Map<number, Spec>();
  for (const document of source.documents) {
    if (document.empty) continue;
    const linter = new DocumentLinter(source, document, options);
    specs.set(document.index, linter.spec);
    for (const finding of linter.findFaults()) findings.push(finding);
    documents.push(linter.describe());
  }
  for (const hit of source.hits) {
    const finding = placeSourceHit(hit, source, specs.get(hit.document), options);
    if (finding !== null) findings.push(finding);
  }
  return { documents, documentCount: source.documentCount, findings: sortFindings(findings), source };
}

/** Orders findings by document, place and rule. */
function sortFindings(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => {
    const { start: one, end: oneEnd } = a.range;
    const { start: other, end: otherEnd } = b.range;
    return (
      a.document - b.document ||
      one.line - other.line ||
      one.column - other.column ||
      oneEnd.line - otherEnd.line ||
      oneEnd.column - otherEnd.column ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
    );
  });
}

/** A pointer into the document as one into the operation's input; `""` for what lies outside of it. */
function enterInput(pointer: string, spec: Spec | undefined): string {
  if (spec?.inputPointer !== '/input') return pointer;
  return pointer.startsWith('/input/') ? pointer.slice('/input'.length) : '';
}

function placeSourceHit(
  hit: SourceHit,
  source: SourceFile,
  spec: Spec | undefined,
  options: LintOptions,
): Finding | null {
  const { rule, severity } = lookUp(hit.rule, options);
  if (severity === 'off') return null;
  const document = source.documents.find(({ index }) => index === hit.document);
  const related = hit.related.map(
    ({ pointer, start, end, message }): Related => ({
      file: options.file,
      document: hit.document,
      pointer: enterInput(pointer, spec),
      range: source.lines.range(start, end),
      message,
    }),
  );
  return {
    rule: hit.rule,
    severity,
    ...wordRule(rule, hit.facts),
    pointer: enterInput(hit.pointer, spec),
    document: hit.document,
    range: source.lines.range(hit.start, hit.end),
    related,
    fix: null,
    suppressed: null,
    valueHash: hashValue(document === undefined ? null : valueAtTokens(document.value, parsePointer(hit.pointer))),
  };
}

function lookUp(
  id: string,
  options: LintOptions,
): { readonly rule: AnyRule; readonly severity: FindingSeverity | 'off' } {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return { rule, severity: severityOf(id, rule, options.rules ?? {}, false) };
}

/** One document on its way to findings. */
class DocumentLinter {
  readonly spec: Spec;
  readonly #source: SourceFile;
  readonly #document: SourceDocument;
  readonly #options: LintOptions;
  #target: Target;

  constructor(source: SourceFile, document: SourceDocument, options: LintOptions) {
    this.#source = source;
    this.#document = document;
    this.#options = options;
    const { api, operation = api.table.service.defaultOperation ?? '', target = {} } = options;
    this.spec = readSpec(document.value, { api, operation, target, textOf: (pointer) => this.#textOf(pointer) });
    this.#target = this.spec.target;
  }

  findFaults(): Finding[] {
    const findings: Finding[] = [];
    const settled = this.#askAboutFields(findings);
    for (const fault of this.spec.faults) {
      if (settled.has(fault.at)) continue;
      const finding = this.#placeFault(fault);
      if (finding !== null) findings.push(finding);
    }
    const { request } = this.spec;
    if (request === null) return findings;
    const { api, rules = {}, references = 'forbid' } = this.#options;
    const textOf = (pointer: string) => this.#textOf(this.spec.inputPointer + pointer);
    const settings = { target: this.#target, rules, references, textOf };
    const checked = checkInput(api, request.operation, request.input, settings);
    for (const finding of checked) findings.push(this.#placeFinding(finding));
    return findings;
  }

  describe(): LintedDocument {
    const { isEnvelope, request } = this.spec;
    const locate = (pointer: string, part: Part) => this.#locateInput(pointer, part);
    return { index: this.#document.index, isEnvelope, request, target: this.#target, locate };
  }

  /** A field of the envelope may be a placeholder or a reference like any value of the input. */
  #askAboutFields(findings: Finding[]): Set<string> {
    const settled = new Set<string>();
    const { rules: settings = {}, references = 'forbid' } = this.#options;
    for (const { name, value, refused } of this.spec.fields) {
      const at = `/${name}`;
      const operation = this.spec.request?.operation ?? '';
      const question = { operation, target: this.spec.target, settings, references, enforced: false };
      const answer = askAboutValue(question, this.#document.value, value, at, refused);
      if (answer === null) continue;
      settled.add(at);
      this.#target = name === 'region' ? withoutRegion(this.#target) : withoutAccount(this.#target);
      if (answer.raised === null) continue;
      const { id, rule, severity, facts } = answer.raised;
      findings.push(this.#makeFinding(id, severity, wordRule(rule, facts), at, 'value', null, value));
    }
    return settled;
  }

  #placeFault(fault: SpecFault): Finding | null {
    const { rule, severity } = lookUp(fault.rule, this.#options);
    if (severity === 'off') return null;
    const value = valueAtTokens(this.#document.value, parsePointer(fault.at));
    return this.#makeFinding(fault.rule, severity, wordRule(rule, fault.facts), fault.at, fault.part, fault.fix, value);
  }

  /** A finding outside of the input. */
  #makeFinding(
    rule: string,
    severity: FindingSeverity,
    words: { readonly message: string; readonly help: string },
    at: string,
    part: Part,
    fix: ValueFix | null,
    value: JsonValue,
  ): Finding {
    return {
      rule,
      severity,
      message: words.message,
      help: words.help,
      pointer: '',
      document: this.#document.index,
      range: this.#locate(at, part),
      related: [],
      fix: fix === null ? null : this.#writeFix(fix, ''),
      suppressed: null,
      valueHash: hashValue(value),
    };
  }

  #placeFinding(finding: ValueFinding): Finding {
    const { rule, severity, message, help, pointer, part, field, valueHash } = finding;
    const related = finding.related.map(
      (other): Related => ({
        file: this.#options.file,
        document: this.#document.index,
        pointer: other.pointer,
        range: this.#locateInput(other.pointer, other.part),
        message: other.message,
      }),
    );
    return {
      rule,
      severity,
      message,
      help,
      pointer,
      document: this.#document.index,
      range: field === null ? this.#locateInput(pointer, part) : this.#locateField(field),
      related,
      fix: finding.fix === null ? null : this.#writeFix(finding.fix, this.spec.inputPointer),
      suppressed: null,
      valueHash,
    };
  }

  /** The envelope's own field; a Region or account from elsewhere has no place in this file. */
  #locateField(field: 'region' | 'account'): Range {
    const isHere = this.spec.isEnvelope && this.#document.offsets(`/${field}`, 'value') !== null;
    return isHere ? this.#locate(`/${field}`, 'value') : startOfFile;
  }

  /** Of the whole input its key is enough to point at. */
  #locateInput(pointer: string, part: Part): Range {
    const { inputPointer } = this.spec;
    return this.#locate(inputPointer + pointer, pointer === '' && inputPointer !== '' ? 'key' : part);
  }

  #locate(pointer: string, part: Part): Range {
    const { start, end } = locatePart(this.#document, pointer, part);
    return this.#source.lines.range(start, end);
  }

  #textOf(pointer: string): string | undefined {
    const place = this.#document.originOffsets(pointer, 'value') ?? this.#document.offsets(pointer, 'value');
    return place === null ? undefined : this.#source.text.slice(place.start, place.end);
  }

  #writeFix(fix: ValueFix, prefix: string) {
    const { text, lines } = this.#source;
    return writeFix(fix, prefix, { text, lines, format: this.#options.format, document: this.#document });
  }
}

function withoutRegion({ account }: Target): Target {
  return account === undefined ? {} : { account };
}

function withoutAccount({ region }: Target): Target {
  return region === undefined ? {} : { region };
}
