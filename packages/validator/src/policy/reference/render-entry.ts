import type { LanguageFunction, Overload, ParameterKind } from '../language/functions/function.ts';
import {
  durationType,
  dynType,
  intType,
  listType,
  mapType,
  nameType,
  stringType,
  type Type,
  timestampType,
} from '../language/type.ts';
import type { Example, RefusedExample } from './example.ts';

const parameterTypes: Readonly<Record<ParameterKind, Type>> = {
  string: stringType,
  int: intType,
  list: listType(dynType),
  strings: listType(stringType),
  map: mapType(dynType, dynType),
  timestamp: timestampType,
  duration: durationType,
};

/** Source between backticks. */
export function writeCode(source: string): string {
  return source.includes('`') ? `\`\` ${source} \`\`` : `\`${source}\``;
}

/** A table whose cells may hold bars. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [write(head), write(head.map(() => '---')), ...rows.map(write)].join('\n');
}

/** Expressions, each with a comment that says what it gives. */
export function writeExamples(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  const lines = examples.map((example) =>
    'gives' in example ? `${example.source}  // ${example.gives}` : `${example.source}  // fails: ${example.fails}`,
  );
  return `\`\`\`cel\n${lines.join('\n')}\n\`\`\``;
}

/** Expressions that are refused, each with what is said of it. */
export function writeRefused(examples: readonly RefusedExample[]): string {
  const blocks = examples.map(
    ({ source, shown = source, message, help }) => `${shown}\n// ${message}${help === null ? '' : `\n// ${help}`}`,
  );
  return `\`\`\`cel\n${blocks.join('\n\n')}\n\`\`\``;
}

function writeOverload({ name, gives }: LanguageFunction, { form, takes }: Overload): string {
  const types = takes.map((kind) => parameterTypes[kind]);
  const names = types.map(nameType);
  const call = form === 'method' ? `${names[0]}.${name}(${names.slice(1).join(', ')})` : `${name}(${names.join(', ')})`;
  return writeCode(`${call} → ${nameType(gives(types))}`);
}

/** The section of a function, from its declaration. */
export function writeFunction(entry: LanguageFunction): string {
  const { name, overloads, summary, examples } = entry;
  const signatures = overloads.map((overload) => writeOverload(entry, overload));
  return [`### ${name}`, signatures.join(', '), summary, writeExamples(examples)].join('\n\n');
}
