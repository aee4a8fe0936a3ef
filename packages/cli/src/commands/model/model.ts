import { join } from 'node:path';
import type { ModelEvent } from '@shapegate/generator';
import type { Arguments } from '../../arguments.ts';
import { escapeLine, escapeText } from '../../format/escape.ts';
import { eventFormats, writeEvents } from '../../format/events.ts';
import { writeOutputFile } from '../../format/output-file.ts';
import { readOutputs } from '../../format/outputs.ts';
import { write } from '../../terminal.ts';
import { ToolProblem } from '../../tool-problem.ts';
import { readModel, readRevision } from './read-model.ts';

function hasError(events: readonly ModelEvent[]): boolean {
  return events.some(({ severity }) => severity === 'error');
}

/** Tells on standard error, in short, why a model is not what it should be. */
function tellErrors(events: readonly ModelEvent[]): void {
  for (const { severity, rule, file, range, shape, message } of events) {
    if (severity !== 'error') continue;
    const place = `${escapeLine(file)}:${range.start.line}:${range.start.column}`;
    const of = shape === null ? '' : ` ${escapeLine(shape)}`;
    write(2, `${place} ${severity} ${escapeLine(rule)}${of}\n  ${escapeText(message)}\n`);
  }
}

/** `shapegate model check`: the events of a model; 1 where one is an error. */
export async function modelCheck(args: Arguments): Promise<number> {
  const outputs = readOutputs(args.texts('format'), eventFormats);
  const texts = await readModel(args.positionals);
  const { checkTexts } = await import('@shapegate/generator/models');
  const events = checkTexts(texts, { witness: args.flag('witness') });
  writeEvents(outputs, { texts, events });
  return hasError(events) ? 1 : 0;
}

/**
 * `shapegate model ast`: the model as a JSON AST, or as Smithy text; its errors go to standard error, and then it is 1.
 * Text of several namespaces is several files, which `--out` takes.
 */
export async function modelAst(args: Arguments): Promise<number> {
  const format = args.text('format') ?? 'json';
  const folder = args.text('out');
  if (format !== 'json' && format !== 'smithy')
    throw new ToolProblem(`unknown format \`${format}\``, 'Known are json, a JSON AST, and smithy, text.');
  const texts = await readModel(args.positionals);
  const { printTexts } = await import('@shapegate/generator/models');
  const { files, events } = printTexts(texts, format);
  if (folder !== undefined) for (const { file, text } of files) writeOutputFile(join(folder, file), text);
  else if (files.length > 1)
    throw new ToolProblem(
      `the model has ${files.length} namespaces, and each is a text of its own`,
      'Name a folder for them with --out.',
    );
  else for (const { text } of files) write(1, text);
  tellErrors(events);
  return hasError(events) ? 1 : 0;
}

/** `shapegate model select`: one id a line; 1 where the model could not be read whole. */
export async function modelSelect(args: Arguments): Promise<number> {
  const [selector = '', ...paths] = args.positionals;
  const texts = await readModel(paths);
  const { selectShapes } = await import('@shapegate/generator/models');
  const { ids, fault, events } = selectShapes(texts, selector, { builtIn: args.flag('prelude') });
  if (fault !== null) {
    const mark = `${' '.repeat([...selector.slice(0, fault.offset)].length)}^`;
    throw new ToolProblem(`selector: ${fault.message}\n  ${selector}\n  ${mark}`);
  }
  write(1, ids.map((id) => `${id}\n`).join(''));
  tellErrors(events);
  return hasError(events) ? 1 : 0;
}

/** `shapegate model diff`: what changed; 1 where a change breaks who used the old model. */
export async function modelDiff(args: Arguments): Promise<number> {
  const outputs = readOutputs(args.texts('format'), eventFormats);
  const [old = '', now = ''] = args.positionals;
  const before = await readRevision(old);
  const after = await readRevision(now);
  const { compareTexts } = await import('@shapegate/generator/models');
  const { events, unread } = compareTexts(before, after);
  const names = new Set(after.map(({ file }) => file));
  // What was removed stands in the old text, and a file of the same name means the new one.
  const texts = [...after, ...before.filter(({ file }) => !names.has(file))];
  writeEvents(outputs, { texts, events: unread.length > 0 ? unread : events });
  return hasError(unread.length > 0 ? unread : events) ? 1 : 0;
}

/** The commands about models of APIs, by name. */
export const modelHandlers = {
  'model check': modelCheck,
  'model ast': modelAst,
  'model select': modelSelect,
  'model diff': modelDiff,
} as const;
