import { type Attribute, followPath } from '../model/selector/attribute.ts';
import { parseContextValue } from '../model/selector/parse-selector.ts';
import type { AttributePath, SelectorFault } from '../model/selector/selector-tree.ts';
import { toJson } from '../syntax/node.ts';

/** Text as it is, and the paths whose values stand between. */
export type Template = readonly (string | AttributePath)[];

/** Reads a template with `@{id|name}` and the like in it; `@@` is an `@`, and no other stands alone. */
export function parseTemplate(text: string): Template | SelectorFault {
  const parts: (string | AttributePath)[] = [];
  let at = 0;
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', at)) {
    parts.push(text.slice(at, sign));
    if (text[sign + 1] === '@') {
      parts.push('@');
      at = sign + 2;
      continue;
    }
    const value = parseContextValue(text, sign);
    if ('message' in value) return value;
    parts.push(value.path);
    at = value.end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** Fills a template with what its paths lead to from a shape. */
export function fillTemplate(template: Template, shape: Attribute): string {
  return template.map((part) => (typeof part === 'string' ? part : writeAttribute(followPath(shape, part)))).join('');
}

/** Values of traits are written as JSON, several values in brackets, and what has no text is nothing. */
function writeAttribute(attribute: Attribute | null): string {
  switch (attribute?.kind) {
    case 'text':
      return attribute.text;
    case 'id':
      return attribute.id;
    case 'subject':
      return attribute.subject.id;
    case 'service':
      return attribute.service.id;
    case 'node':
      return JSON.stringify(toJson(attribute.node));
    case 'several':
      return `[${attribute.values.map(writeAttribute).join(', ')}]`;
    default:
      return '';
  }
}
