import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import { findSubject } from '../model/selector/subject.ts';
import { namespaceOf } from '../model/shape-id.ts';
import { nameKind } from '../syntax/bindings.ts';
import { makeEvent } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { makeImplied } from '../syntax/placed-node.ts';
import { SettingReader } from './setting-reader.ts';
import type { CheckContext } from './validator.ts';

/** An entry of metadata `validators`: which linter is asked, and what becomes of its events. */
export interface LinterEntry {
  readonly node: Node;
  readonly name: string;
  readonly id: string;
  readonly severity: EventSeverity | null;
  readonly configuration: Node;
  /** What the model wants said, with what the linter has to say in it where it asks for it. */
  word(own: string): string;
  /** Whether an event is of the namespaces, and of the shapes, that the entry names. */
  isWanted(event: ModelEvent): boolean;
}

/** A model that is not Smithy is an error, and no linter's to tell: from the page "Model validation" of the specification. */
const severities: ReadonlyMap<string, EventSeverity> = new Map([
  ['NOTE', 'note'],
  ['WARNING', 'warning'],
  ['DANGER', 'danger'],
]);

/** The entry; null, and events, where it is no good one. */
export function* readLinterEntry(context: CheckContext, node: Node): Generator<ModelEvent, LinterEntry | null> {
  if (node.kind !== 'object') {
    const message = `an entry of \`validators\` is ${nameKind(node)}, expected an object`;
    yield makeEvent('error', 'Model', node, { message });
    return null;
  }
  const settings = new SettingReader(context, node);
  const name = settings.readText('name');
  if (settings.find('name') === undefined) settings.refuse('name', 'an entry of `validators` needs a `name`');
  const id = settings.readText('id') ?? name;
  const written = settings.readText('severity');
  const severity = severities.get(written ?? '') ?? null;
  if (written !== null && severity === null)
    settings.refuse('severity', `\`severity\` is \`${written}\`, expected \`NOTE\`, \`WARNING\` or \`DANGER\``);
  const message = settings.readText('message');
  const configuration = settings.find('configuration') ?? makeImplied('object', node);
  if (configuration.kind !== 'object')
    settings.refuse('configuration', `\`configuration\` is ${nameKind(configuration)}, expected an object`);
  const isWanted = chooseEvents(context, settings.readTexts('namespaces'), settings.readSelector('selector'));
  yield* settings.faults;
  if (name === null || id === null || settings.faults.length > 0) return null;
  const word = (own: string): string => (message === null ? own : message.replaceAll('{super}', () => own));
  return { node, name, id, severity, configuration, word, isWanted };
}

/** An event that is of no shape is of the whole model, and kept. */
function chooseEvents(
  context: CheckContext,
  namespaces: readonly string[],
  selector: string | null,
): LinterEntry['isWanted'] {
  const selected = selector === null ? null : context.select(selector);
  return ({ shape }) => {
    if (shape === null) return true;
    if (namespaces.length > 0 && !namespaces.includes(namespaceOf(shape))) return false;
    const subject = selected === null ? undefined : findSubject(context.model, shape);
    return selected === null || (subject !== undefined && selected.has(subject));
  };
}
