import { type Attribute, followPath } from '../model/selector/attribute.ts';
import { toJson } from '../syntax/node.ts';

/** Fills `@{id|name}` and the like with what a path into the shape leads to; `@@` is an `@`. */
export function fillTemplate(template: string, shape: Attribute): string {
  return template.replaceAll(/@@|@\{([^}]*)\}/g, (_, path: string | undefined) => {
    if (path === undefined) return '@';
    const steps = path.split('|').map((step) => step.trim().replace(/^(['"])(.*)\1$/, '$2'));
    return writeAttribute(followPath(shape, steps));
  });
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
