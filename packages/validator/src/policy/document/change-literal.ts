import type { LiteralValue } from '../language/tree.ts';
import { type Environment, isNumber, type Type } from './expression.ts';

/** All values of an enumeration of the model. */
export type EnumValues = readonly (string | number)[];

/** Other values that may stand in a literal's place, the likeliest first; which of them are sensible there is for the checker to say. */
export function changeLiteral(literal: LiteralValue, enums: readonly EnumValues[]): LiteralValue[] {
  switch (literal.type) {
    case 'bool':
      return [{ type: 'bool', value: !literal.value }];
    case 'int':
    case 'uint': {
      const { type, value } = literal;
      const others = listOthers(Number(value), enums).map((other) => BigInt(other));
      return [value + 1n, value - 1n, ...others]
        .filter((other) => type === 'int' || other >= 0n)
        .map((other) => ({ type, value: other }));
    }
    case 'double':
      return [literal.value + 1, literal.value - 1, literal.value / 2]
        .filter((other) => other !== literal.value)
        .map((value) => ({ type: 'double', value }));
    case 'string':
      return [...changeText(literal.value), ...listOthers(literal.value, enums)].map((value) => ({
        type: 'string',
        value,
      }));
    case 'null':
      return [];
  }
}

/** A longer text, a shorter one and one of the same length: the model may have bounds and patterns. */
function changeText(text: string): string[] {
  const longer = `${text}x`;
  const last = Array.from(text).at(-1);
  if (last === undefined) return [longer];
  const kept = text.slice(0, -last.length);
  const other = /^\d$/.test(last) ? String((Number(last) + 1) % 10) : last === 'a' ? 'b' : 'a';
  return [longer, kept, `${kept}${other}`];
}

function listOthers<Value extends string | number>(value: Value, enums: readonly EnumValues[]): Value[] {
  const isOther = (other: string | number): other is Value => typeof other === typeof value && other !== value;
  return enums.filter((values) => values.includes(value)).flatMap((values) => values.filter(isOther));
}

/** The enumerations of what an expression may speak of. */
export function listEnums({ variables }: Environment): EnumValues[] {
  const found = new Set<EnumValues>();
  const seen = new Set<string>();
  const visit = (type: Type): void => {
    if (type.kind === 'string' || isNumber(type)) {
      if (type.values !== null) found.add(type.values);
    } else if (type.kind === 'list') visit(type.element);
    else if (type.kind === 'nullable') visit(type.of);
    else if (type.kind === 'map') {
      visit(type.key);
      visit(type.value);
    } else if (type.kind === 'record' && !seen.has(type.name)) {
      seen.add(type.name);
      for (const name of type.names) {
        const member = type.find(name);
        if (member !== null) visit(member.type);
      }
    }
  };
  for (const type of variables.values()) visit(type);
  return [...found];
}
