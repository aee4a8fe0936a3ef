import type { PolicyProblem } from '../../check/policy-set.ts';
import { findNearNames } from '../../diagnostic/near-names.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Api } from '../../shape/api.ts';
import { EffectiveRule, type FieldPlace, findLoosening } from './effective-rule.ts';
import type { LoadOptions } from './load-options.ts';
import type { PolicyDocument, PolicyTestsDocument, RuleText } from './policy-document.ts';
import { type PolicyFile, readPolicies, reportNoOperations } from './read-policies.ts';

/** What a document is built on. */
interface Bases {
  readonly files: ReadonlySet<string>;
  /** False where some of it cannot be found: which rules it has is not known then. */
  readonly isWhole: boolean;
}

interface ReadFile {
  readonly file: PolicyFile;
  readonly documents: readonly (PolicyDocument | PolicyTestsDocument)[];
}

/**
 * Reads policy files and joins their documents, what is extended first: each rule as it stands at the end. A document
 * may state fields of a rule anew that it extends, and loosen only what is `overridable`.
 */
export function gatherRules(
  files: readonly PolicyFile[],
  api: Api,
  problems: PolicyProblem[],
  options: LoadOptions = {},
): EffectiveRule[] {
  return new RuleGatherer(files, api, problems, options).gather();
}

class RuleGatherer {
  readonly #files = new Map<string, ReadFile>();
  readonly #rules = new Map<string, EffectiveRule>();
  readonly #done = new Set<string>();
  readonly #below = new Map<string, ReadonlySet<string>>();
  readonly #api: Api;

  constructor(files: readonly PolicyFile[], api: Api, problems: PolicyProblem[], options: LoadOptions) {
    this.#api = api;
    for (const file of files)
      if (!this.#files.has(file.file))
        this.#files.set(file.file, { file, documents: readPolicies(file, api, problems, options) });
  }

  gather(): EffectiveRule[] {
    for (const name of this.#files.keys()) this.#visit(name, []);
    for (const { documents } of this.#files.values())
      for (const document of documents) if (document.kind === 'PolicyTests') this.#addTests(document);
    return [...this.#rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Files that a file is built on, itself included. */
  #visit(name: string, path: readonly string[]): ReadonlySet<string> {
    const known = this.#below.get(name);
    if (known !== undefined) return known;
    const read = this.#files.get(name);
    const below = new Set<string>([name]);
    if (read === undefined || this.#done.has(name)) return below;
    const here = [...path, name];
    for (const document of read.documents)
      if (document.kind === 'Policy') this.#addDocument(document, read.file, here, below);
    this.#done.add(name);
    this.#below.set(name, below);
    return below;
  }

  #addDocument(document: PolicyDocument, file: PolicyFile, path: readonly string[], below: Set<string>): void {
    const bases = new Set<string>();
    let isWhole = true;
    for (const { value, pointer } of document.bases) {
      const found = file.bases === undefined || !Object.hasOwn(file.bases, value) ? [] : (file.bases[value] ?? []);
      if (found.length === 0) {
        isWhole = false;
        const help = 'Name a file of the same repository, relative to this one, or an installed package.';
        document.place.report(pointer, `${quoteValue(value)} cannot be found`, { help });
      }
      for (const base of found) {
        const start = path.indexOf(base);
        if (start === -1) for (const each of this.#visit(base, path)) bases.add(each);
        else {
          isWhole = false;
          const circle = [...path.slice(start), base].map((each) => quoteValue(each)).join(' → ');
          document.place.report(pointer, `\`extends\` runs in a circle: ${circle}`);
        }
      }
    }
    for (const base of bases) below.add(base);
    for (const rule of document.rules) this.#addRule(rule, document, { files: bases, isWhole });
  }

  #addRule(text: RuleText, document: PolicyDocument, bases: Bases): void {
    const known = this.#rules.get(text.id);
    if (known === undefined) {
      if (document.bases.length > 0 && isRestatement(text) && this.#isMisspelt(text, bases)) return;
      if (!document.hasOperations && bases.isWhole) reportNoOperations(document.place, this.#api);
      this.#rules.set(text.id, new EffectiveRule(document.operations, document.elsewhere, [text]));
      return;
    }
    const twin = findTwin(known, text, bases);
    if (twin !== null) {
      const at = twin.place.nameOf(`${twin.pointer}/id`);
      const help = 'A document that extends the other may state fields of the rule anew.';
      text.place.report(`${text.pointer}/id`, `the rule \`${text.id}\` is stated twice, first at ${at}`, { help });
      return;
    }
    const others = listOthers(document, known);
    if (others.length > 0) {
      const own = joinNames(namesOf(known).sort());
      const help = 'Leave `for` out where a rule is stated anew, or give a rule of its own another id.';
      const message = `the rule \`${text.id}\` is for ${own}, not for ${joinNames(others, 'or')}`;
      text.place.report(`${text.pointer}/id`, message, { help });
      return;
    }
    const loosening = known.isOverridable ? [] : findLoosening(known, text);
    for (const { field, message } of loosening) {
      const at = known.place.nameOf(`${known.pointer}/id`);
      text.place.report(`${text.pointer}/${field}`, `${message}, but \`${text.id}\` is not \`overridable\``, {
        help: `it may be made stricter; it is stated at ${at}`,
      });
    }
    if (loosening.length === 0) this.#rules.set(text.id, known.withLayer(text));
  }

  /** Whether a rule without logic of its own means one of the bases; reported, unless a base is missing, which has been. */
  #isMisspelt({ id, place, pointer }: RuleText, { files, isWhole }: Bases): boolean {
    if (!isWhole) return true;
    const known = [...this.#rules.values()].filter((rule) => files.has(rule.place.file)).map((rule) => rule.id);
    const near = findNearNames(id, known)[0];
    if (near === undefined) return false;
    const message = `no policy that this one extends has the rule \`${id}\`, and a new one needs \`assert\` or \`uses\``;
    place.report(`${pointer}/id`, message, { help: `did you mean \`${near}\`?` });
    return true;
  }

  #addTests({ place, tests }: PolicyTestsDocument): void {
    for (const { rule, tests: more } of tests) {
      const known = this.#rules.get(rule.value);
      if (known !== undefined) known.addTests(more);
      else {
        const near = findNearNames(rule.value, this.#rules.keys())[0];
        const help = near === undefined ? '' : `did you mean \`${near}\`?`;
        place.report(rule.pointer, `there is no rule ${quoteValue(rule.value)}`, { help });
      }
    }
  }
}

/** Whether a rule states only what another may have stated before. */
function isRestatement({ place, pointer, assert, uses }: RuleText): boolean {
  const isMeant = place.isMeant(`${pointer}/assert`) || place.isMeant(`${pointer}/uses`);
  return assert === undefined && uses === undefined && !isMeant;
}

type Operations = Pick<PolicyDocument, 'operations' | 'elsewhere'>;

function namesOf({ operations, elsewhere }: Operations): string[] {
  return [...operations.map(({ value }) => value), ...elsewhere];
}

/** The operations of a document that a rule of another is not for. */
function listOthers(document: Operations, rule: Operations): string[] {
  const own = namesOf(rule);
  // Of a rule whose own `for` is wrong nothing is known.
  if (own.length === 0) return [];
  return namesOf(document)
    .filter((name) => !own.includes(name))
    .sort();
}

/** What says the same rule beside a text: a rule that is none of its bases', or another text of its own file. */
function findTwin(known: EffectiveRule, { place }: RuleText, { files }: Bases): FieldPlace | null {
  if (!files.has(known.place.file)) return known;
  return known.layers.slice(1).find((layer) => layer.place.file === place.file) ?? null;
}
