import { findNearNames, foldCase } from '../diagnostic/near-names.ts';
import type { UnknownMemberFacts } from '../rules/shape/unknown-member.ts';
import { copyText } from '../shape/copy-text.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';
import type { MemberEntry, ShapeEntry, ShapeTable } from '../shape/shape-table.ts';

/** A structure or a union. */
export type Structure = Extract<ShapeEntry, { readonly members: Readonly<Record<string, MemberEntry>> }>;

/** What is known of a key that no member has. */
export type KeyMeaning = Pick<UnknownMemberFacts, 'near' | 'reason' | 'from'>;

const mostRemembered = 100;
const longestRemembered = 100;

/** A structure's members as wrong keys are compared with them; made once for a structure. */
export class MemberNames {
  readonly #names: readonly string[];
  readonly #byWord = new Map<string, string>();
  readonly #hints = new Map<string, { readonly near: readonly string[]; readonly from: string }>();
  readonly #answers: ReadonlyMap<string, string>;
  readonly #nested: ReadonlyMap<string, string>;
  /** Many specs make one mistake. */
  readonly #near = new Map<string, readonly string[]>();

  /**
   * @param answers members of the operations' outputs by folded word; empty but for an operation's whole input
   * @param nested paths of members that lie deeper, by folded word
   */
  constructor(shape: Structure, answers: ReadonlyMap<string, string>, nested: ReadonlyMap<string, string>) {
    this.#names = Object.keys(shape.members);
    this.#answers = answers;
    this.#nested = nested;
    for (const name of this.#names) if (!this.#byWord.has(foldCase(name))) this.#byWord.set(foldCase(name), name);
    const hints = shape.traits === undefined ? undefined : ownValue(shape.traits, 'shapegate#memberHints');
    if (!isObject(hints)) return;
    for (const [wrong, hint] of Object.entries(hints)) {
      if (!isObject(hint) || !Array.isArray(hint.use) || typeof hint.from !== 'string') continue;
      const near = hint.use.filter((name): name is string => typeof name === 'string');
      if (!this.#hints.has(foldCase(wrong))) this.#hints.set(foldCase(wrong), { near, from: hint.from });
    }
  }

  /** @param search false leaves out the near names, which cost more than the rest together */
  explainKey(key: string, search: boolean): KeyMeaning {
    const word = foldCase(key);
    const same = this.#byWord.get(word);
    if (same !== undefined) return { near: [same], reason: 'case' };
    const hint = this.#hints.get(word);
    if (hint !== undefined) return { near: hint.near, reason: 'sibling', from: hint.from };
    const path = this.#nested.get(word);
    if (path !== undefined) return { near: [path], reason: 'nested' };
    const answer = this.#answers.get(word);
    if (answer !== undefined) return { near: [], reason: 'output-only', from: answer };
    const near = search ? this.#findNear(key) : [];
    return { near, reason: near.length > 0 ? 'near' : 'unknown' };
  }

  #findNear(key: string): readonly string[] {
    let near = this.#near.get(key);
    if (near === undefined) {
      near = findNearNames(key, this.#names);
      if (this.#near.size < mostRemembered && key.length <= longestRemembered) this.#near.set(copyText(key), near);
    }
    return near;
  }
}

/** The operation that answers with a member, by the member's folded word; the operation's own answer comes first. */
export function collectAnswers(table: ShapeTable, operation: string): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  // An answer about the same thing (`GetJob` for `CreateJob`) is the likelier source.
  const noun = (name: string) => name.replace(/^[A-Z][a-z]+/, '');
  const isAkin = (name: string) => noun(name) === noun(operation);
  const names = Object.keys(table.operations).filter((name) => name !== operation);
  const others = [...names.filter(isAkin), ...names.filter((name) => !isAkin(name))];
  for (const name of [operation, ...others]) {
    const entry = ownValue(table.operations, name);
    const output = entry === undefined ? undefined : ownValue(table.shapes, entry.output);
    if (output?.type !== 'structure') continue;
    for (const member of Object.keys(output.members)) {
      const word = foldCase(member);
      if (!answers.has(word)) answers.set(word, name);
    }
  }
  return answers;
}

const deepest = 4;
const mostNested = 1000;

/** Paths such as `source.folder` of the members that lie in the members of a structure, by folded word; the shallowest holds. */
export function collectNested(table: ShapeTable, shape: Structure): ReadonlyMap<string, string> {
  const nested = new Map<string, string>();
  const seen = new Set<ShapeEntry>([shape]);
  let level: { readonly path: string; readonly shape: Structure }[] = [{ path: '', shape }];
  for (let depth = 0; depth < deepest && nested.size < mostNested; depth++) {
    const next: typeof level = [];
    for (const { path, shape: holder } of level)
      for (const [name, member] of Object.entries(holder.members)) {
        const word = foldCase(name);
        if (depth > 0 && !nested.has(word)) nested.set(word, path + name);
        const target = ownValue(table.shapes, member.target);
        if ((target?.type !== 'structure' && target?.type !== 'union') || seen.has(target)) continue;
        seen.add(target);
        next.push({ path: `${path}${name}.`, shape: target });
      }
    level = next;
  }
  return nested;
}

/** True where a value is of the kind that a member takes, so that its key can be a slip of that member's name. */
export function fitsKind(value: JsonValue, shape: ShapeEntry | undefined): boolean {
  if (value === null || shape === undefined) return false;
  if (shape.type === 'document') return true;
  if (shape.type === 'list') return Array.isArray(value);
  const aggregate = shape.type === 'structure' || shape.type === 'union' || shape.type === 'map';
  return aggregate ? isObject(value) : typeof value !== 'object';
}
