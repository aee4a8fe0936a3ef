import { SyntaxRefusal } from './problem.ts';
import type { Expression, HasNode, MacroName, MacroNode } from './tree.ts';

const macros: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

type Unplaced<T> = Omit<T, 'start' | 'end' | 'depth'>;

/** Reads a call as a macro where its name and the number of its arguments say so; null where it is an ordinary call. */
export function readMacro(
  target: Expression | null,
  name: string,
  nameStart: number,
  args: readonly Expression[],
  end: number,
): Unplaced<HasNode> | Unplaced<MacroNode> | null {
  if (target === null) return name === 'has' ? readHas(nameStart, args, end) : null;
  if (!macros.has(name)) return null;
  const [variable, ...rest] = args;
  if (variable === undefined || rest.length === 0 || rest.length > (name === 'map' ? 2 : 1))
    throw new SyntaxRefusal(
      'syntax',
      nameStart,
      end,
      `\`${name}\` takes a variable and ${name === 'map' ? 'one or two expressions' : 'an expression'}`,
      `write \`${name}(item, …)\``,
    );
  if (variable.kind !== 'name')
    throw new SyntaxRefusal(
      'syntax',
      variable.start,
      variable.end,
      `the first argument of \`${name}\` is the name of its variable`,
    );
  return {
    kind: 'macro',
    macro: name as MacroName,
    nameStart,
    range: target,
    variable: variable.name,
    variableStart: variable.start,
    test: rest.length === 2 ? rest[0]! : null,
    body: rest.at(-1)!,
  };
}

function readHas(nameStart: number, args: readonly Expression[], end: number): Unplaced<HasNode> {
  const [select] = args;
  if (args.length !== 1 || select === undefined)
    throw new SyntaxRefusal('syntax', nameStart, end, '`has` takes one argument', 'write `has(input.member)`');
  if (select.kind !== 'select')
    throw new SyntaxRefusal(
      'syntax',
      select.start,
      select.end,
      'the argument of `has` ends with a member',
      'write `has(input.member)`',
    );
  return { kind: 'has', select };
}
