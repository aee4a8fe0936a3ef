import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../model/model.ts';
import type { Attribute } from '../model/selector/attribute.ts';
import { isSelectorFault } from '../model/selector/parse-selector.ts';
import { select, visitMatches } from '../model/selector/select.ts';
import type { Selector } from '../model/selector/selector-tree.ts';
import { placeOfTrait, type Subject } from '../model/selector/subject.ts';
import { namespaceOf } from '../model/shape-id.ts';
import { makeEvent, report } from '../syntax/event.ts';
import { absoluteId } from '../syntax/names.ts';
import type { LinterEntry } from './linter-entry.ts';
import { fillTemplate, parseTemplate, type Template } from './message-template.ts';
import { describeFault } from './selector-fault.ts';
import type { SettingReader } from './setting-reader.ts';
import type { CheckContext } from './validator.ts';

/** `EmitEachSelector`: an event for each shape that a selector matches. */
export function* emitEach(context: CheckContext, entry: LinterEntry, settings: SettingReader): Generator<ModelEvent> {
  const wanted = readSelector(context, entry, settings);
  const trait = readTrait(context, settings);
  const template = readTemplate(settings);
  if (wanted === null || settings.faults.length > 0) return;
  const found: { readonly subject: Subject; readonly message: string }[] = [];
  // With the same variables a shape is told of once; without a template they do not show.
  const told = new Set<string>();
  visitMatches(context.graph, wanted.selector, (subject, variables) => {
    if (isOfPrelude(subject) || (trait !== null && !subject.traits.has(trait))) return;
    const shape: Attribute = { kind: 'subject', subject, variables };
    const message = template === null ? `\`${subject.id}\` matches \`${wanted.text}\`` : fillTemplate(template, shape);
    const size = told.size;
    if (told.add(`${subject.id} ${message}`).size > size) found.push({ subject, message });
  });
  for (const { subject, message } of found) {
    const place = trait === null ? subject.place : placeOfTrait(subject, trait);
    yield report(entry.severity ?? 'danger', entry.id, subject, entry.word(message), place);
  }
}

/** `EmitNoneSelector`: an event where a selector matches nothing. */
export function* emitNone(context: CheckContext, entry: LinterEntry, settings: SettingReader): Generator<ModelEvent> {
  const wanted = readSelector(context, entry, settings);
  if (wanted === null) return;
  for (const subject of select(context.graph, wanted.selector)) if (!isOfPrelude(subject)) return;
  const message = entry.word('no shape matches the selector');
  yield makeEvent(entry.severity ?? 'danger', entry.id, entry.node, { message });
}

function readSelector(
  context: CheckContext,
  { name }: LinterEntry,
  settings: SettingReader,
): { readonly text: string; readonly selector: Selector } | null {
  if (settings.find('selector') === undefined) settings.refuse('selector', `\`${name}\` needs a \`selector\``);
  const text = settings.readSelector('selector');
  if (text === null) return null;
  const selector = context.parseSelector(text);
  return isSelectorFault(selector) ? null : { text, selector };
}

/** The trait that the shapes are to bear. One of a namespace that is nowhere defined may be defined elsewhere. */
function readTrait({ model }: CheckContext, settings: SettingReader): ShapeId | null {
  const written = settings.readText('bindToTrait');
  if (written === null) return null;
  const id = written.includes('#') ? written : `smithy.api#${written}`;
  if (!absoluteId.test(id)) settings.refuse('bindToTrait', `\`bindToTrait\` is \`${written}\`, expected a shape id`);
  else if (model.shapes.has(id) || [...model.shapes.keys()].some((known) => namespaceOf(known) === namespaceOf(id))) {
    const isTrait = model.shapes.get(id)?.traits.has('smithy.api#trait') ?? false;
    if (!isTrait) settings.refuse('bindToTrait', `\`bindToTrait\` is \`${id}\`, which is no trait`);
  }
  return id;
}

function readTemplate(settings: SettingReader): Template | null {
  const text = settings.readText('messageTemplate');
  if (text === null) return null;
  const template = parseTemplate(text);
  if (!('message' in template)) return template;
  settings.refuse('messageTemplate', describeFault('template', text, template), 'write `@@` for an `@`');
  return null;
}

/** True for what is the prelude's, which no linter is asked about. */
function isOfPrelude({ id }: Subject): boolean {
  return namespaceOf(id) === 'smithy.api';
}
