import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import { neighbourIds } from '../../model/closure.ts';
import type { ShapeId } from '../../model/model.ts';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { namespaceOf } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText, readTexts } from '../node-entry.ts';
import { report } from '../report.ts';
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
    const namespaces = readTexts(readEntry(node, 'namespaces'));
    for (const event of linter(settings))
      if (namespaces.length === 0 || (event.shape !== null && namespaces.includes(namespaceOf(event.shape))))
        yield event;
  }
}

/** What the linter's selector matches outside the prelude; null, and an event, where there is no good selector. */
function* selectConfigured({
  context,
  node,
  configuration,
  name,
}: LinterSettings): Generator<ModelEvent, Subject[] | null> {
  const text = configuration === undefined ? null : readText(configuration, 'selector');
  const selected = text === null ? null : context.select(text);
  if (selected !== null) return [...selected].filter(({ id }) => namespaceOf(id) !== 'smithy.api');
  yield makeEvent('error', 'Model', configuration ?? node, {
    message: `\`${name}\` needs a \`selector\` that can be read`,
  });
  return null;
}

function* emitEach(settings: LinterSettings): Generator<ModelEvent> {
  const { configuration, id, severity, message } = settings;
  const trait = configuration === undefined ? null : readText(configuration, 'bindToTrait');
  const selector = configuration === undefined ? '' : (readText(configuration, 'selector') ?? '');
  for (const subject of (yield* selectConfigured(settings)) ?? []) {
    const traitId = trait === null || trait.includes('#') ? trait : `smithy.api#${trait}`;
    if (traitId !== null && !subject.traits.has(traitId)) continue;
    const place = traitId === null ? subject.place : (subject.traits.get(traitId)?.place ?? subject.place);
    const text = message === null ? `\`${subject.id}\` matches \`${selector}\`` : fillTemplate(message, subject);
    yield report(severity ?? 'danger', id, subject, text, place);
  }
}

/** `@{id}` and the like in a linter's message; what is not known stays as it is. */
function fillTemplate(message: string, subject: Subject): string {
  return message.replaceAll(/@@|@\{([^}]*)\}/g, (whole, path: string | undefined) => {
    if (path === undefined) return '@';
    if (path === 'id') return subject.id;
    const [root, ...keys] = path.split('|');
    if (root !== 'trait' || keys.length === 0) return whole;
    const [name = '', ...inner] = keys;
    let node = subject.traits.get(name.includes('#') ? name : `smithy.api#${name}`)?.value;
    for (const key of inner) node = node === undefined ? undefined : readEntry(node, key);
    return node !== undefined && 'value' in node ? String(node.value) : whole;
  });
}

function* emitNone(settings: LinterSettings): Generator<ModelEvent> {
  const selected = yield* selectConfigured(settings);
  if (selected === null || selected.length > 0) return;
  const message = settings.message ?? 'no shape matches the selector';
  yield makeEvent(settings.severity ?? 'danger', settings.id, settings.node, { message });
}

function* findUnreferenced({ context, configuration, id, severity }: LinterSettings): Generator<ModelEvent> {
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
    yield report(severity ?? 'note', id, shape, `nothing that \`${text}\` matches refers to \`${shape.id}\``);
  }
}
