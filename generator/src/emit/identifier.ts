/** Words that cannot name a declaration in a strict module, and global values that a declaration of the same name would hide from our own code. */
const reservedWords = new Set(
  (
    'abstract any arguments as asserts async await bigint boolean break case catch class const constructor continue debugger ' +
    'declare default delete do else enum eval export exports extends false finally for from function get global globalThis if ' +
    'implements import in infer instanceof interface is keyof let module namespace never new null number object of package ' +
    'private protected public readonly require return satisfies set static string super switch symbol this throw true try type ' +
    'typeof undefined unique unknown using var void while with yield ' +
    'Infinity NaN Object Symbol Promise Exclude __proto__ __filename __dirname'
  ).split(' '),
);

const identifierName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** True where the text may stand unquoted as a property's name. */
export function isIdentifierName(text: string): boolean {
  return identifierName.test(text);
}

/** Gives out names of declarations in one module or one folder: safe, and no name twice. */
export class NameScope {
  readonly #taken = new Set<string>();

  /** `reserved` are names that the file itself needs, such as its imports. */
  constructor(reserved: Iterable<string> = []) {
    for (const name of reserved) this.#taken.add(name);
  }

  /** The name itself where it is free; else with `_`, as often as it takes. */
  take(wanted: string): string {
    let name = wanted.replace(/[^A-Za-z0-9_$]/g, '_');
    if (!isIdentifierName(name)) name = `_${name}`;
    while (reservedWords.has(name) || this.#taken.has(name)) name += '_';
    this.#taken.add(name);
    return name;
  }
}

/** `StartJob` → `startJob`, `KMSKey` → `kmsKey`. */
export function lowerFirst(name: string): string {
  return name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
