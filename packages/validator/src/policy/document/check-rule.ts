import { appendToken } from '../../diagnostic/pointer.ts';
import type { Api } from '../../shape/api.ts';
import type { BuiltIn } from '../built-in/built-in.ts';
import { mostInserts } from '../language/limits.ts';
import { checkBuiltIn, type FaultDetails } from './check-built-in.ts';
import { type EffectiveRule, type FieldPlace, logic } from './effective-rule.ts';
import {
  type CheckedExpression,
  checkSource,
  dynType,
  type Environment,
  type Expression,
  keepPaths,
  makeEnvironment,
  nameType,
  type Problem,
  type Type,
  typesOf,
} from './expression.ts';
import { walkInput, walkShape } from './shape-pointer.ts';
import { splitMessage } from './split-message.ts';

/** A rule for one of its operations, checked and ready to be compiled. */
export interface CheckedRule {
  readonly rule: EffectiveRule;
  readonly operation: string;
  readonly when: CheckedExpression | null;
  /** Where the list stands whose elements the rule is asked about. */
  readonly each: string | null;
  /** Null for a built-in. */
  readonly assert: CheckedExpression | null;
  readonly builtIn: BuiltIn | null;
  readonly message: readonly (string | CheckedExpression)[];
  /** Into the input; into the element where the rule has `each`. */
  readonly at: string;
}

/** Checks a rule for one operation; null where something is wrong, which is reported at its place. */
export function checkRule(rule: EffectiveRule, operation: string, api: Api): CheckedRule | null {
  return new RuleChecker(rule, operation, api).check();
}

class RuleChecker {
  readonly #rule: EffectiveRule;
  readonly #operation: string;
  readonly #api: Api;
  #isSound = true;
  /** True where `when` is broken: what it guards is not known to be unguarded then. */
  #isWhenBroken = false;

  constructor(rule: EffectiveRule, operation: string, api: Api) {
    this.#rule = rule;
    this.#operation = operation;
    this.#api = api;
  }

  check(): CheckedRule | null {
    const rule = this.#rule;
    const input = typesOf(this.#api.table).inputOf(this.#operation);
    if (input === null) return null;
    if (rule.field('assert') === undefined && rule.field('uses') === undefined && !rule.isMeant('uses'))
      this.#report({ place: rule.place, pointer: `${rule.pointer}/assert` }, 'a rule needs `assert` or `uses`', {
        part: 'parent',
      });
    // Without what cannot be read it is another rule, whose tests say nothing.
    if (logic.some((field) => rule.isMeant(field))) this.#isSound = false;
    for (const layer of rule.layers)
      if (layer.assert !== undefined && layer.uses !== undefined)
        this.#report(
          { place: layer.place, pointer: `${layer.pointer}/uses` },
          'a rule has `assert` or `uses`, not both',
          { part: 'key' },
        );
    const root = makeEnvironment(input);
    const when = this.#checkField('when', root, 'bool');
    this.#isWhenBroken = when === null && (rule.field('when') !== undefined || rule.isMeant('when'));
    const whenFacts = when?.checked.whenTrue ?? root.facts;
    const each = this.#checkEach(makeEnvironment(input, null, whenFacts));
    // Where `each` is wrong, nothing is known of `item`, which is no second mistake.
    const isEachBroken = rule.field('each') !== undefined || rule.isMeant('each');
    const item = each?.element ?? (isEachBroken ? dynType : null);
    const environment = makeEnvironment(input, item, whenFacts);
    const builtIn = checkBuiltIn(rule, this.#operation, this.#api, (at, message, details) =>
      this.#report(at, message, details),
    );
    const assert = this.#checkField('assert', environment, 'bool');
    // A message may ask for more than it needs to.
    const messageFacts = keepPaths(assert?.checked.whenFalse ?? whenFacts);
    const message = this.#checkMessage(makeEnvironment(input, item, messageFacts));
    const at = this.#checkAt(each?.pointer ?? null);
    if (!this.#isSound) return null;
    return { rule, operation: this.#operation, when, each: each?.pointer ?? null, assert, builtIn, message, at };
  }

  #report({ place, pointer }: FieldPlace, message: string, details: FaultDetails = {}): void {
    this.#isSound = false;
    const { help, part = 'value', span } = details;
    place.report(pointer, message, { help: help ?? '', part, ...(span === undefined ? {} : { span }) });
  }

  #checkField(field: 'when' | 'assert', environment: Environment, kind: Type['kind']): CheckedExpression | null {
    const source = this.#rule.field(field);
    if (source === undefined) return null;
    return this.#checkText(this.#rule.placeOf(field), source, 0, environment, kind);
  }

  /** @param start where the expression begins in the field's value */
  #checkText(
    at: FieldPlace,
    source: string,
    start: number,
    environment: Environment,
    kind: Type['kind'] | null,
  ): CheckedExpression | null {
    const { expression, type, problems } = checkSource(source, environment);
    for (const problem of this.#leaveOutGuards(problems))
      this.#report(at, problem.message, {
        help: problem.help,
        span: { start: start + problem.start, end: start + problem.end },
      });
    if (expression === null || type === null) return null;
    if (kind !== null && type.kind !== kind && type.kind !== 'dyn') {
      const { start: from, end } = expression.checked.tree;
      this.#report(at, `the expression gives ${nameType(type)}, expected ${kind}`, {
        span: { start: start + from, end: start + end },
      });
      return null;
    }
    return expression;
  }

  /** A slip in a guard is one mistake: that its member is then unguarded is no second one. */
  #leaveOutGuards(problems: readonly Problem[]): readonly Problem[] {
    const isFollowOn = this.#isWhenBroken || problems.some(({ code }) => code === 'unknown-member');
    if (!isFollowOn) return problems;
    const others = problems.filter(({ code }) => code !== 'unguarded');
    if (others.length < problems.length) this.#isSound = false;
    return others;
  }

  #checkEach(environment: Environment): { readonly pointer: string; readonly element: Type } | null {
    const source = this.#rule.field('each');
    if (source === undefined) return null;
    const at = this.#rule.placeOf('each');
    if (this.#rule.field('uses') !== undefined)
      this.#report(at, '`each` goes with `assert`, not with `uses`', { part: 'key' });
    const { expression, type, problems } = checkSource(source, environment);
    for (const problem of this.#leaveOutGuards(problems))
      this.#report(at, problem.message, { help: problem.help, span: problem });
    if (expression === null || type === null) return null;
    const { tree } = expression.checked;
    const pointer = readPath(tree);
    if (type.kind !== 'list') {
      this.#report(at, `\`each\` gives ${nameType(type)}, expected a list`, { span: tree });
      return null;
    }
    if (pointer === null) {
      const help = 'such as `input.zones`; leave elements out in `assert`, with `||`';
      this.#report(at, '`each` is no path into the input, so its elements have no place', { help, span: tree });
      return null;
    }
    return { pointer, element: type.element };
  }

  #checkMessage(environment: Environment): (string | CheckedExpression)[] {
    const text = this.#rule.field('message');
    if (text === undefined) {
      if (this.#rule.field('assert') !== undefined)
        this.#report({ place: this.#rule.place, pointer: `${this.#rule.pointer}/message` }, '`message` is missing', {
          part: 'parent',
        });
      return [];
    }
    const at = this.#rule.placeOf('message');
    const { parts, unended } = splitMessage(text);
    if (unended !== null) this.#report(at, '`{{` is not ended by `}}`', { span: { start: unended, end: unended + 2 } });
    const beyond = parts.filter(({ kind }) => kind === 'expression')[mostInserts];
    if (beyond?.kind === 'expression') {
      const span = { start: beyond.start - 2, end: beyond.start + beyond.source.length + 2 };
      this.#report(at, 'the message has more than 64 expressions', { span });
      return [];
    }
    return parts.flatMap((part): (string | CheckedExpression)[] => {
      if (part.kind === 'words') return [part.text];
      const expression = this.#checkText(at, part.source, part.start, environment, null);
      return expression === null ? [] : [expression];
    });
  }

  #checkAt(each: string | null): string {
    const at = this.#rule.field('at');
    if (at === undefined) return '';
    const { table } = this.#api;
    const walk = walkInput(table, this.#operation, at);
    if (each !== null) {
      const list = walkInput(table, this.#operation, `${each}/0`);
      if (list.place !== null && walkShape(table, list.place, at).place !== null) return at;
      // Of a list that is named as well, the element is what is pointed at.
      if (walk.place !== null) return '';
    }
    if (walk.fault !== null) {
      const { message, help, span } = walk.fault;
      this.#report(this.#rule.placeOf('at'), message, { help, span });
    }
    return at;
  }
}

/** The pointer to a list of `input`; null where the expression is anything but a path. */
function readPath(tree: Expression): string | null {
  if (tree.kind === 'name') return tree.name === 'input' ? '' : null;
  if (tree.kind !== 'select') return null;
  const path = readPath(tree.operand);
  return path === null ? null : appendToken(path, tree.member);
}
