import { askAboutValue } from '../check/ask-rules.ts';
import { findRule, type RuleSettings, severityOf } from '../check/rule-book.ts';
import type { ValueFinding } from '../check/value-finding.ts';
import { wordRule } from '../check/word-rule.ts';
import { checkInput } from '../check.ts';
import type { Finding, FindingSeverity, Related } from '../diagnostic/diagnostic.ts';
import { parsePointer } from '../diagnostic/pointer.ts';
import { type Range, startOfFile } from '../diagnostic/range.ts';
import type { Part, ValueFix } from '../rule/hit.ts';
import type { AnyRule } from '../rule/rule.ts';
import type { Target } from '../rule/target.ts';
import type { JsonValue } from '../shape/json.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import type { SourceFile } from '../source/read-documents.ts';
import type { SourceDocument } from '../source/source-document.ts';
import { readSpec, type Spec, type SpecFault } from '../spec.ts';
import { hashValue } from '../value-hash.ts';
import type { LintOptions } from './lint-options.ts';
import type { LintedDocument } from './linted-document.ts';
import { locatePart } from './locate.ts';
import { writeFix } from './write-fix.ts';

/** One object, since what is made for settings is remembered by them. */
const noSettings: RuleSettings = {};

/** A rule's declaration, and the severity at which these options let it speak. */
export function lookUpRule(
  id: string,
  options: LintOptions,
): { readonly rule: AnyRule; readonly severity: FindingSeverity | 'off' } {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return { rule, severity: severityOf(id, rule, options.rules ?? noSettings, false) };
}

/** One document on its way to findings. */
export class DocumentLinter {
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
    const settled = this.spec.fields.length === 0 ? null : this.#askAboutFields(findings);
    for (const fault of this.spec.faults) {
      if (settled?.has(fault.at) === true) continue;
      const finding = this.#placeFault(fault);
      if (finding !== null) findings.push(finding);
    }
    const { request } = this.spec;
    if (request === null) return findings;
    const { api, rules = noSettings, references = 'forbid', policies, file } = this.#options;
    const textOf = (pointer: string) => this.#textOf(this.spec.inputPointer + pointer);
    const settings = {
      target: this.#target,
      rules,
      references,
      textOf,
      policies,
      spec: { file, document: this.#document.index },
    };
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
    const { rules: settings = noSettings, references = 'forbid' } = this.#options;
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
    const { rule, severity } = lookUpRule(fault.rule, this.#options);
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
    const { rule, severity, message, help, pointer, part, field, valueHash, standsFor } = finding;
    const related = finding.related.map(
      (other): Related => ({
        file: this.#options.file,
        document: this.#document.index,
        pointer: other.pointer,
        range: this.#locateInput(other.pointer, other.part),
        message: other.message,
      }),
    );
    const placed: Finding = {
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
    if (standsFor === undefined) return placed;
    return Object.assign(placed, { standsFor: standsFor.map((other) => this.#placeFinding(other)) });
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
