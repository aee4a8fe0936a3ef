import type { ModelEvent } from '@shapegate/validator/leaves';
import { isSelectorFault } from '../model/selector/parse-selector.ts';
import { nameKind } from '../syntax/bindings.ts';
import { makeEvent } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { readEntry, readTexts } from '../syntax/node-entry.ts';
import { describeFault } from './selector-fault.ts';
import type { CheckContext } from './validator.ts';

/** Reads the settings that metadata has for a linter. What is wrong with them is kept: with a fault there is nothing to run. */
export class SettingReader {
  readonly faults: ModelEvent[] = [];
  readonly #context: CheckContext;
  readonly #node: Node;

  constructor(context: CheckContext, node: Node) {
    this.#context = context;
    this.#node = node;
  }

  /** The setting itself, for one who looks at it more closely. */
  find(key: string): Node | undefined {
    return readEntry(this.#node, key);
  }

  /** Keeps a fault of a setting, or of them all where it is missing. */
  refuse(key: string, message: string, help = ''): void {
    this.faults.push(makeEvent('error', 'Model', this.find(key) ?? this.#node, { message, help }));
  }

  readText(key: string): string | null {
    const value = this.find(key);
    if (value === undefined) return null;
    if (value.kind === 'string') return value.value;
    this.refuse(key, `\`${key}\` is ${nameKind(value)}, expected a string`);
    return null;
  }

  readTexts(key: string): string[] {
    const value = this.find(key);
    if (value === undefined) return [];
    const isGood = value.kind === 'array' && value.elements.every(({ kind }) => kind === 'string');
    if (!isGood) this.refuse(key, `\`${key}\` is ${nameKind(value)}, expected a list of strings`);
    return readTexts(value);
  }

  /** The text of a good selector. */
  readSelector(key: string): string | null {
    const text = this.readText(key);
    if (text === null) return null;
    const parsed = this.#context.parseSelector(text);
    if (!isSelectorFault(parsed)) return text;
    this.refuse(key, describeFault('selector', text, parsed));
    return null;
  }
}
