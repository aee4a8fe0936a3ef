import type { ModelEvent } from '@shapegate/validator/leaves';
import { nameKind } from '../../syntax/bindings.ts';
import { makeEvent } from '../../syntax/event.ts';
import { emitEach, emitNone } from '../linter-emit.ts';
import { type LinterEntry, readLinterEntry } from '../linter-entry.ts';
import { findUnreferenced } from '../linter-unreferenced.ts';
import { SettingReader } from '../setting-reader.ts';
import type { CheckContext } from '../validator.ts';

type Linter = (context: CheckContext, entry: LinterEntry, settings: SettingReader) => Iterable<ModelEvent>;

/** The linters that metadata `validators` asks for by name. */
const linters: ReadonlyMap<string, Linter> = new Map<string, Linter>([
  ['EmitEachSelector', emitEach],
  ['EmitNoneSelector', emitNone],
  ['UnreferencedShape', findUnreferenced],
]);

/** Runs the linters that the model's metadata configures. One whose settings are wrong is not run. */
export function* checkLinters(context: CheckContext): Generator<ModelEvent> {
  const configured = context.model.metadata.get('validators');
  if (configured === undefined) return;
  if (configured.kind !== 'array') {
    const message = `metadata \`validators\` is ${nameKind(configured)}, expected a list`;
    yield makeEvent('error', 'Model', configured, { message });
    return;
  }
  for (const node of configured.elements) {
    const entry = yield* readLinterEntry(context, node);
    if (entry !== null) yield* runLinter(context, entry);
  }
}

function* runLinter(context: CheckContext, entry: LinterEntry): Generator<ModelEvent> {
  const linter = linters.get(entry.name);
  if (linter === undefined) {
    const message = `no linter is named \`${entry.name}\``;
    yield makeEvent('warning', `UnknownValidator_${entry.name}`, entry.node, { message });
    return;
  }
  const settings = new SettingReader(context, entry.configuration);
  for (const event of linter(context, entry, settings)) if (entry.isWanted(event)) yield event;
  yield* settings.faults;
}
