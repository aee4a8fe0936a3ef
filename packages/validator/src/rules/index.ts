import type { AnyRule } from '../rule/rule.ts';
import { rule as shapeEnum } from './shape/enum.ts';
import { rule as shapeLength } from './shape/length.ts';
import { rule as shapePattern } from './shape/pattern.ts';
import { rule as shapeRange } from './shape/range.ts';
import { rule as shapeRequired } from './shape/required.ts';
import { rule as shapeType } from './shape/type.ts';
import { rule as shapeUnion } from './shape/union.ts';
import { rule as shapeUniqueItems } from './shape/unique-items.ts';
import { rule as shapeUnknownMember } from './shape/unknown-member.ts';
import { rule as specDuplicateKey } from './spec/duplicate-key.ts';
import { rule as specEmpty } from './spec/empty.ts';
import { rule as specEncoding } from './spec/encoding.ts';
import { rule as specLimits } from './spec/limits.ts';
import { rule as specMapping } from './spec/mapping.ts';
import { rule as specOperation } from './spec/operation.ts';
import { rule as specParse } from './spec/parse.ts';

export interface NamedRule {
  /** `group/name`, and the path of the file that declares it. */
  readonly id: string;
  readonly rule: AnyRule;
}

/** Every built-in rule, sorted by id. */
export const rules: readonly NamedRule[] = [
  { id: 'shape/enum', rule: shapeEnum },
  { id: 'shape/length', rule: shapeLength },
  { id: 'shape/pattern', rule: shapePattern },
  { id: 'shape/range', rule: shapeRange },
  { id: 'shape/required', rule: shapeRequired },
  { id: 'shape/type', rule: shapeType },
  { id: 'shape/union', rule: shapeUnion },
  { id: 'shape/unique-items', rule: shapeUniqueItems },
  { id: 'shape/unknown-member', rule: shapeUnknownMember },
  { id: 'spec/duplicate-key', rule: specDuplicateKey },
  { id: 'spec/empty', rule: specEmpty },
  { id: 'spec/encoding', rule: specEncoding },
  { id: 'spec/limits', rule: specLimits },
  { id: 'spec/mapping', rule: specMapping },
  { id: 'spec/operation', rule: specOperation },
  { id: 'spec/parse', rule: specParse },
];
