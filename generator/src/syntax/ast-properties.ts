import { type DataDefinition, simpleTypes } from './tree.ts';

const dataTypes: ReadonlySet<string> = new Set([
  ...simpleTypes,
  'structure',
  'union',
  'enum',
  'intEnum',
  'list',
  'set',
  'map',
]);
/** What a member has. */
export const memberProperties: ReadonlySet<string> = new Set(['target', 'traits']);
const listProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'member']);
const mapProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'key', 'value']);
const aggregateProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'members']);
const simpleProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins']);
const operationProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'input', 'output', 'errors']);
/** What a model has. */
export const rootProperties: ReadonlySet<string> = new Set(['smithy', 'metadata', 'shapes']);

/** True for the types of shapes that hold data. */
export function isDataType(type: string): type is DataDefinition['type'] {
  return dataTypes.has(type);
}

/** What a shape of a type has; services and resources aside. */
export function propertiesOf(type: string): ReadonlySet<string> {
  switch (type) {
    case 'list':
    case 'set':
      return listProperties;
    case 'map':
      return mapProperties;
    case 'structure':
    case 'union':
    case 'enum':
    case 'intEnum':
      return aggregateProperties;
    case 'operation':
      return operationProperties;
    default:
      return simpleProperties;
  }
}
