import type { SelectorFault } from '../model/selector/selector-tree.ts';

/** What is wrong with a text that is no selector, or no template of one, and where in it. */
export function describeFault(kind: 'selector' | 'template', text: string, fault: SelectorFault): string {
  return `not a ${kind}, at offset ${fault.offset} of \`${clip(text)}\`: ${fault.message}`;
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
