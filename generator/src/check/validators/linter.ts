import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import { neighbourIds } from '../../model/closure.ts';
import type { ShapeId } from '../../model/model.ts';
import type { Attribute } from '../../model/selector/attribute.ts';
import { isSelectorFault } from '../../model/selector/parse-selector.ts';
import { select, visitMatches } from '../../model/selector/select.ts';
import type { Selector } from '../../model/selector/selector-tree.ts';
import { findSubject, isMember, placeOfTrait, type Subject } from '../../model/selector/subject.ts';
import { namespaceOf } from '../../model/shape-id.ts';
import { makeEvent, report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText, readTexts } from '../../syntax/node-entry.ts';
import { fillTemplate } from '../message-template.ts';
import type { CheckContext } from '../validator.ts';

interface LinterSettings {
  readonly context: CheckContext;
  readonly node: Node;
  readonly name: string;
  readonly id: string;
  readonly severity: EventSeverity | null;
  readonly message: string | null;
  readonly configuration: Node | undefined;
}

const severities: ReadonlyMap<string, EventSeverity> = new Map([
  ['NOTE', 'note'],
  ['WARNING', 'warning'],
  ['DANGER', 'danger'],
  ['ERROR', 'error'],
]);

/** The linters that metadata `validators` asks for by name. */
const linters: ReadonlyMap<string, (settings: LinterSettings) => Iterable<ModelEvent>> = new Map([
  ['EmitEachSelector', emitEach],
  ['EmitNoneSelector', emitNone],
  ['UnreferencedShape', findUnreferenced],
]);

/** Runs the linters that the model's metadata configures. */
export function* checkLinters(context: CheckContext): Generator<ModelEvent> {
  const configured = context.model.metadata.get('validators');
  if (configured === undefined) return;
  if (configured.kind !== 'array') {
    yield makeEvent('error', 'Model', configured, { message: 'metadata `validators` is no list' });
    return;
  }
  for (const node of configured.elements) {
    const name = readText(node, 'name');
    if (name === null) {
      yield makeEvent('error', 'Model', node, { message: 'an entry of `validators` needs a `name`' });
      continue;
    }
    const linter = linters.get(name);
    if (linter === undefined) {
      const message = `no linter is named \`${name}\``;
      yield makeEvent('warning', `UnknownValidator_${name}`, node, { message });
      continue;
    }
    const settings = {
      context,
      node,
      name,
      id: readText(node, 'id') ?? name,
      severity: severities.get(readText(node, 'severity') ?? '') ?? null,
      message: readText(node, 'message'),
      configuration: readEntry(node, 'configuration'),
    };
    const isWanted = chooseEvents(context, node);
    for (const event of linter(settings)) if (isWanted(event)) yield event;
  }
}

/** Whether an event is of the namespaces, and of the shapes, that the entry of a linter names. */
function chooseEvents(context: CheckContext, node: Node): (event: ModelEvent) => boolean {
  const namespaces = readTexts(readEntry(node, 'namespaces'));
  const text = readText(node, 'selector');
  const selected = text === null ? null : context.select(text);
  return ({ shape }) => {
    if (namespaces.length > 0 && (shape === null || !namespaces.includes(namespaceOf(shape)))) return false;
    if (selected === null || shape === null) return true;
    const subject = findSubject(context.model, shape);
    return subject !== undefined && selected.has(subject);
  };
}

/** The linter's selector; null, and an event, where there is no good one. */
function* readSelector({ context, node, configuration, name }: LinterSettings): Generator<ModelEvent, Selector | null> {
  const text = configuration === undefined ? null : readText(configuration, 'selector');
  const selector = text === null ? null : context.parseSelector(text);
  if (selector !== null && !isSelectorFault(selector)) return selector;
  yield makeEvent('error', 'Model', configuration ?? node, {
    message: `\`${name}\` needs a \`selector\` that can be read`,
  });
  return null;
}

/** True for what is the prelude's, which no linter is asked about. */
function isOfPrelude({ id }: Subject): boolean {
  return namespaceOf(id) === 'smithy.api';
}

function* emitEach(settings: LinterSettings): Generator<ModelEvent> {
  const { context, configuration, id, severity } = settings;
  const written = configuration === undefined ? null : readText(configuration, 'bindToTrait');
  const trait = written === null || written.includes('#') ? written : `smithy.api#${written}`;
  const text = configuration === undefined ? '' : (readText(configuration, 'selector') ?? '');
  const template = configuration === undefined ? null : readText(configuration, 'messageTemplate');
  const selector = yield* readSelector(settings);
  if (selector === null) return;
  const found: { readonly subject: Subject; readonly message: string }[] = [];
  // With the same variables a shape is told of once; without a template they do not show.
  const told = new Set<string>();
  visitMatches(context.graph, selector, (subject, variables) => {
    if (isOfPrelude(subject) || (trait !== null && !subject.traits.has(trait))) return;
    const shape: Attribute = { kind: 'subject', subject, variables };
    const message = template === null ? `\`${subject.id}\` matches \`${text}\`` : fillTemplate(template, shape);
    const size = told.size;
    if (told.add(`${subject.id} ${message}`).size > size) found.push({ subject, message });
  });
  for (const { subject, message } of found) {
    const place = trait === null ? subject.place : placeOfTrait(subject, trait);
    yield report(severity ?? 'danger', id, subject, word(settings, message), place);
  }
}

/** What the model wants said, with what the linter has to say in it where it asks for it. */
function word({ message }: LinterSettings, own: string): string {
  return message === null ? own : message.replaceAll('{super}', () => own);
}

function* emitNone(settings: LinterSettings): Generator<ModelEvent> {
  const selector = yield* readSelector(settings);
  if (selector === null) return;
  for (const subject of select(settings.context.graph, selector)) if (!isOfPrelude(subject)) return;
  const message = word(settings, 'no shape matches the selector');
  yield makeEvent(settings.severity ?? 'danger', settings.id, settings.node, { message });
}

function* findUnreferenced(settings: LinterSettings): Generator<ModelEvent> {
  const { context, configuration, id, severity } = settings;
  const text = (configuration === undefined ? null : readText(configuration, 'rootShapeSelector')) ?? 'service';
  const roots = context.select(text);
  if (roots === null) return;
  const reached = new Set<ShapeId>();
  const open: ShapeId[] = [...roots].map((root) => root.id);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const shape = context.model.shapes.get(next);
    if (shape === undefined) continue;
    open.push(...neighbourIds(shape), ...shape.mixins, ...shape.traits.keys());
    if ('members' in shape) for (const member of shape.members.values()) open.push(...member.traits.keys());
  }
  for (const shape of context.shapes()) {
    if (reached.has(shape.id) || isMember(shape) || shape.traits.has('smithy.api#trait')) continue;
    yield report(
      severity ?? 'note',
      id,
      shape,
      word(settings, `nothing that \`${text}\` matches refers to \`${shape.id}\``),
    );
  }
}
