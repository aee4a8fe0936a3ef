import { replaceLone } from './escape.ts';

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
// Line breaks too, since an attribute would lose them; and what a terminal or a CI system would act on.
const escaped = /[&<>"'\t\n\r\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const order = /(##\w*)\[/g;

function showControl(character: string): string {
  return String.fromCharCode(0x2400 + character.charCodeAt(0));
}

/** Text for an element or an attribute; a character that XML 1.0 cannot hold is shown as its picture or as U+FFFD. */
export function escapeXml(text: string): string {
  return replaceLone(text)
    .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, showControl)
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(escaped, (character) => named[character] ?? `&#${character.charCodeAt(0)};`)
    .replaceAll(order, '$1&#91;');
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element's text: its attributes in the order given, its content as it is. */
export function writeElement(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Elements below one another, as the content of another. */
export function nest(elements: readonly string[]): string {
  return elements.length === 0 ? '' : `\n${elements.join('\n')}\n`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
