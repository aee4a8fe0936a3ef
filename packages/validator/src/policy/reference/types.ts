import type { Type } from '../language/type.ts';

/** What the reference says of a type. */
export interface TypeEntry {
  /** The types of a Smithy model that are read as it. */
  readonly from: string;
  /** What can be done with a value, in one sentence. */
  readonly summary: string;
}

/** Types by their kind. */
export const types: Readonly<Record<Type['kind'], TypeEntry>> = {
  string: {
    from: 'string, enum, the key of a map',
    summary: 'Text; the checker knows its length, its pattern and the values of an enum.',
  },
  bool: { from: 'boolean', summary: 'What `when` and `assert` give.' },
  int: {
    from: 'byte, short, integer, long, bigInteger, intEnum',
    summary: 'A whole number of 64 bits; the checker knows its range.',
  },
  uint: { from: '', summary: 'A whole number of 64 bits from 0, as the literal `7u`.' },
  double: { from: 'float, double, bigDecimal', summary: 'A number of floating point.' },
  timestamp: { from: 'timestamp', summary: 'A moment of the years 1 to 9999, to the nanosecond.' },
  duration: { from: '', summary: 'A length of time, as `duration("90m")` gives it.' },
  list: { from: 'list', summary: 'Elements of one type; the checker knows how many there can be.' },
  map: { from: 'map', summary: 'Values by key. A map of the input may lack any key, so reading one needs `k in m`.' },
  record: {
    from: 'structure, union',
    summary:
      'Members by name. Members that the model requires can be read as they are, others behind `has`; of a union every member is optional.',
  },
  nullable: {
    from: 'the element of a sparse list or map',
    summary: 'A value or `null`; it can be read behind `x != null`.',
  },
  null: { from: '', summary: 'The value `null` alone.' },
  blob: { from: 'blob', summary: 'Base64 text, which can be compared and nothing else.' },
  dyn: { from: 'document', summary: 'Any value: what is done with it is checked when it is evaluated.' },
};
