import fc from 'fast-check';

const simple = [
  'string',
  'blob',
  'boolean',
  'integer',
  'long',
  'double',
  'timestamp',
  'document',
  'bigDecimal',
] as const;
const names = ['name', 'id', 'for', 'with', 'apply', 'string', 'value', '__proto__'] as const;

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', ' a', 'a\nb', '\n', '"""', '\\', '\t', '\r\n', '*/ `x`', '\u2028', 'acme.one#S0', '\u0000'),
);
const number = fc.constantFrom('0', '-1', '1.50', '1e400', '12345678901234567890.5', '-0.0');
/** A value as the text of a node, good in JSON and in IDL alike. */
const value: fc.Arbitrary<string> = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((one) => JSON.stringify(one)),
    number,
    fc.constantFrom('true', 'false', 'null', '[]', '{}'),
    fc.array(tie('node') as fc.Arbitrary<string>, { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
    fc
      .dictionary(fc.oneof(text, fc.constantFrom(...names)), tie('node') as fc.Arbitrary<string>, { maxKeys: 3 })
      .map((all) => `{${Object.entries(all).map(([key, one]) => `${JSON.stringify(key)}: ${one}`)}}`),
  ),
})).node as fc.Arbitrary<string>;

interface Parts {
  readonly kind: number;
  readonly isMixin: boolean;
  readonly picks: readonly number[];
  readonly members: readonly (typeof names)[number][];
  readonly values: readonly string[];
  readonly words: readonly string[];
}

const parts: fc.Arbitrary<Parts> = fc.record({
  kind: fc.nat(20),
  isMixin: fc.boolean(),
  picks: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  members: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  values: fc.array(value, { minLength: 4, maxLength: 4 }),
  words: fc.array(text, { minLength: 2, maxLength: 2 }),
});

/** Models of two namespaces as IDL texts: all kinds of shapes, mixins, traits of any value, `apply`, metadata. */
export const arbitraryModel: fc.Arbitrary<readonly { file: string; text: string }[]> = fc
  .record({
    shapes: fc.array(parts, { minLength: 1, maxLength: 14 }),
    metadata: fc.dictionary(text, value, { maxKeys: 2 }),
  })
  .map(({ shapes, metadata }) => writeTexts(shapes, metadata));

function writeTexts(all: readonly Parts[], metadata: Readonly<Record<string, string>>) {
  const types = all.map(({ kind, isMixin }) => ({
    type: typeOf(kind),
    isMixin: isMixin && typeOf(kind) !== 'resource',
  }));
  const id = (index: number): string =>
    `acme.${index % 2 === 0 ? 'one' : 'two'}#${index % 7 === 3 ? 'String' : 'S'}${index}`;
  const files = new Map([
    ['one', ''],
    ['two', ''],
  ]);
  all.forEach((part, index) => {
    const { type } = types[index]!;
    const among = (pick: number, fits: (other: number) => boolean, fallback: string): string => {
      const found = all.map((_, other) => other).filter(fits);
      return found.length === 0 ? fallback : id(found[pick % found.length]!);
    };
    const isData = (other: number): boolean => {
      const { type: one, isMixin: abstract } = types[other]!;
      return !abstract && !['operation', 'resource', 'service'].includes(one);
    };
    const target = (n: number): string =>
      part.picks[n]! % 3 === 0 ? 'String' : among(part.picks[n]!, isData, 'smithy.api#Integer');
    const bound = (n: number, of: string): string =>
      among(part.picks[n]!, (other) => types[other]!.type === of && !types[other]!.isMixin && other !== index, '');
    const mixins = all
      .map((_, other) => other)
      .filter(
        (other) =>
          other < index && types[other]!.type === type && types[other]!.isMixin && part.picks[other % 12]! % 2 === 0,
      );
    const has = part.isMixin && type !== 'resource' ? '@mixin\n' : '';
    const body = writeBody(type, part, target, bound, index, id(index));
    const laid = mixins.flatMap((other) =>
      type === 'structure' || type === 'union' ? [`${all[other]!.members[0]}_${other}_0`] : [],
    );
    const trait = `@acme.one#any(${part.values[3]})`;
    // A trait on what a mixin brings stands in an `apply`, or on the member written again without its target.
    const [applied, elided] =
      laid[0] === undefined
        ? ['', '']
        : part.picks[8]! % 2 === 0
          ? [`apply ${id(index)}$${laid[0]} ${trait}\n`, '']
          : ['', `  ${trait}\n  $${laid[0]}\n`];
    const head = `${part.picks[0]! % 2 === 0 ? `/// ${part.words[0]!.replaceAll(/[\r\n\0-\x1f]/g, ' ')}\n/// more\n` : ''}${
      part.picks[1]! % 2 === 0 ? `@acme.one#any(${part.values[0]})\n` : ''
    }${part.picks[2]! % 2 === 0 ? '@acme.one#mark\n' : ''}${has}`;
    const withMixins = mixins.length === 0 ? '' : ` with [${mixins.map(id).join(', ')}]`;
    const file = index % 2 === 0 ? 'one' : 'two';
    files.set(
      file,
      `${files.get(file)}${head}${type} ${id(index).split('#')[1]}${withMixins}${body === null ? '' : ` {\n${elided}${body}}`}\n${applied}`,
    );
  });
  const said = Object.entries(metadata).map(([key, one]) => `metadata ${JSON.stringify(key)} = ${one}\n`);
  return [...files].map(([name, text], index) => ({
    file: `${name}.smithy`,
    text: `$version: "2.0"\n${index === 0 ? said.join('') : ''}namespace acme.${name}\n${
      index === 0 ? '@trait\ndocument any\n@trait\nstructure mark {}\n' : ''
    }${text}`,
  }));
}

function typeOf(kind: number): string {
  const others = [
    'structure',
    'union',
    'list',
    'map',
    'enum',
    'intEnum',
    'operation',
    'resource',
    'service',
    'structure',
    'structure',
    'union',
  ];
  return kind < simple.length ? simple[kind]! : others[kind - simple.length]!;
}

function writeBody(
  type: string,
  { picks, members, values }: Parts,
  target: (n: number) => string,
  bound: (n: number, of: string) => string,
  index: number,
  self: string,
): string | null {
  const trait = picks[3]! % 2 === 0 ? `  @acme.one#any(${values[1]})\n` : '';
  const list = (key: string, ids: readonly string[]): string => `  ${key}: [${ids.filter((one) => one !== '')}]\n`;
  switch (type) {
    case 'structure':
    case 'union':
      return (
        members
          // Mixins may bring a member of the same name; then both must have one target.
          .map(
            (name, n) =>
              `${n === 0 ? trait : ''}  ${name}_${index}_${n}: ${target(n)}${type === 'structure' && picks[n]! % 5 === 0 ? ` = ${values[2]}` : ''}\n`,
          )
          .join('')
      );
    case 'enum':
      return members
        .map((name, n) => `${n === 0 ? trait : ''}  ${name}_${index}${n === 0 ? '' : ` = "v${n}"`}\n`)
        .join('');
    case 'intEnum':
      return members.map((name, n) => `${n === 0 ? trait : ''}  ${name}_${index} = ${n + 1}\n`).join('');
    case 'list':
      return `${trait}  member: String\n`;
    case 'map':
      return `  key: String\n${trait}  value: Integer\n`;
    case 'operation':
      return picks[5]! % 2 === 0
        ? `  input: ${bound(6, 'structure') || 'Unit'}\n${list('errors', [bound(7, 'structure')])}`
        : '';
    case 'resource':
      return `  identifiers: { name: String }\n  properties: { size: Integer }\n${picks[5]! % 2 === 0 && bound(6, 'operation') !== '' ? `  read: ${bound(6, 'operation')}\n` : ''}${list('operations', [bound(7, 'operation')])}`;
    case 'service':
      return `${picks[5]! % 2 === 0 ? '  version: "1"\n' : ''}${list('operations', [bound(6, 'operation')])}${list('resources', [bound(7, 'resource')])}  rename: { "${self}": "Other" }\n`;
    default:
      return null;
  }
}
