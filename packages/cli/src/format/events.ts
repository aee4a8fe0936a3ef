import type { ModelEvent } from '@shapegate/generator';
import { hasColor } from '../terminal.ts';
import { version } from '../version.ts';
import { drawFrame } from './code-frame.ts';
import { escapeLine, escapeText, writeJson } from './escape.ts';
import { encodePath } from './file-uri.ts';
import { writeOutput } from './output-file.ts';
import type { Output } from './outputs.ts';
import { chooseStyle, type Style } from './style.ts';

/** What is to be told about a model: its events, and the texts for code frames. */
export interface EventReport {
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  readonly events: readonly ModelEvent[];
}

const severities = ['error', 'danger', 'warning', 'note', 'suppressed'] as const;
const formats = { pretty: formatPretty, json: formatJson, sarif: formatSarif } as const;

/** The forms that there are of a report about a model. */
export const eventFormats = ['pretty', 'json', 'sarif'] as const satisfies readonly (keyof typeof formats)[];

/** Writes a report in each form that is asked for. Throws ToolProblem where a file cannot be written. */
export function writeEvents(outputs: readonly Output[], report: EventReport): void {
  for (const { format, file } of outputs) {
    const print = formats[format as (typeof eventFormats)[number]];
    writeOutput(file, print(report, file === null && hasColor(1)));
  }
}

function count(events: readonly ModelEvent[], severity: string): number {
  return events.filter((event) => event.severity === severity).length;
}

function markOf(style: Style, severity: ModelEvent['severity']): (text: string) => string {
  if (severity === 'error' || severity === 'danger') return style.error;
  return severity === 'warning' ? style.warning : style.info;
}

function formatPretty({ texts, events }: EventReport, color: boolean): string {
  const style = chooseStyle(color);
  const lines = new Map<string, readonly string[]>();
  for (const { file, text } of texts)
    if (events.some((event) => event.file === file)) lines.set(file, text.split(/\r\n|\n|\r/));
  const out: string[] = [];
  for (const { severity, rule, message, help, file, range, shape } of events) {
    if (severity === 'suppressed') continue;
    const mark = markOf(style, severity);
    const place = style.strong(`${escapeLine(file)}:${range.start.line}:${range.start.column}`);
    const of = shape === null ? '' : ` ${style.faint(escapeLine(shape))}`;
    const told = [
      `${place} ${mark(severity)} ${escapeLine(rule)}${of}`,
      `  ${escapeText(message).replaceAll('\n', '\n    ')}`,
    ];
    const text = lines.get(file);
    if (text !== undefined) told.push(drawFrame(text, range, mark, style, null));
    if (help !== '') told.push(`  ${style.faint('help')} ${escapeText(help).replaceAll('\n', '\n    ')}`);
    out.push(`${told.join('\n')}\n`);
  }
  const found = severities
    .map((severity) => [count(events, severity), severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}${number === 1 || word === 'suppressed' ? '' : 's'}`);
  const files = `${texts.length} file${texts.length === 1 ? '' : 's'}`;
  out.push(`${found.length === 0 ? 'nothing to say' : found.join(', ')} in ${files}\n`);
  return out.join('\n');
}

function formatJson({ texts, events }: EventReport): string {
  const named = [...new Set([...texts.map(({ file }) => file), ...events.map(({ file }) => file)])];
  const files = named.map((file) => ({
    file,
    documents: 1,
    findings: events
      .filter((event) => event.file === file)
      .map(({ rule, severity, message, help, shape, range }) => ({
        rule,
        severity,
        message,
        help,
        docs: '',
        shape,
        pointer: '',
        document: 0,
        range,
        related: [],
        fix: null,
        suppressed: null,
      })),
  }));
  const summary = {
    files: files.length,
    documents: files.length,
    errors: count(events, 'error'),
    dangers: count(events, 'danger'),
    warnings: count(events, 'warning'),
    infos: count(events, 'note'),
    suppressed: count(events, 'suppressed'),
    fixable: 0,
  };
  return writeJson({ version: 1, tool: { name: 'shapegate', version }, files, summary });
}

const levels = { error: 'error', danger: 'warning', warning: 'warning', note: 'note', suppressed: 'note' } as const;

function formatSarif({ events }: EventReport): string {
  const rules = [...new Set(events.map(({ rule }) => rule))].sort();
  const results = events.map(({ rule, severity, message, help, file, range, shape }) => ({
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: levels[severity],
    message: { text: help === '' ? message : `${message}\n${help}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(file) },
          region: {
            startLine: range.start.line,
            startColumn: range.start.column,
            endLine: range.end.line,
            endColumn: range.end.column,
          },
        },
        logicalLocations: shape === null ? [] : [{ fullyQualifiedName: shape }],
      },
    ],
    suppressions: severity === 'suppressed' ? [{ kind: 'inSource' }] : [],
    properties: { severity },
  }));
  const driver = {
    name: 'shapegate',
    version,
    rules: rules.map((id) => ({ id, shortDescription: { text: id } })),
  };
  const runs = [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }];
  return writeJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs });
}
