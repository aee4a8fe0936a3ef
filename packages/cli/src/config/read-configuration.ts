import { dirname } from 'node:path';
import {
  type Finding,
  findSettingFault,
  hashValue,
  type JsonValue,
  type Range,
  type RuleSettings,
  readDocuments,
  rules,
} from '@shapegate/validator';
import { appendToken } from '@shapegate/validator/leaves';
import schema from '../../schema/config.schema.json' with { type: 'json' };
import { showPath } from '../disk.ts';
import { ConfigProblem } from '../tool-problem.ts';
import { ShapeChecker, type ShapeFault, type ShapeSchema } from './check-shape.ts';
import type { Configuration, ConfigurationText } from './configuration.ts';
import { diskReader, type FileReader } from './file-reader.ts';
import { findGlobFault } from './glob.ts';

/** The id under which answers tell of a broken configuration: it is about no spec, so it is none of the rules. */
export const configurationId = 'config/invalid';

function makeFinding(message: string, help: string, pointer: string, document: number, range: Range): Finding {
  return {
    rule: configurationId,
    severity: 'error',
    message,
    help,
    pointer,
    document,
    range,
    related: [],
    fix: null,
    suppressed: null,
    valueHash: hashValue(null),
  };
}

function* listGlobs(says: ConfigurationText): Iterable<[pointer: string, glob: string]> {
  for (const [i, glob] of (says.models ?? []).entries()) yield [`/models/${i}`, glob];
  for (const [i, { files, model }] of (says.targets ?? []).entries()) {
    for (const [j, glob] of files.entries()) yield [`/targets/${i}/files/${j}`, glob];
    if (model !== undefined) yield [`/targets/${i}/model`, model];
  }
  for (const [i, { files }] of (says.overrides ?? []).entries())
    for (const [j, glob] of files.entries()) yield [`/overrides/${i}/files/${j}`, glob];
}

/** What the schema cannot say: globs that match nothing, rules and options that there are not. */
function* findFaults(says: ConfigurationText): Iterable<ShapeFault> {
  for (const [pointer, glob] of listGlobs(says)) {
    const fault = pointer.includes('/files/') ? findGlobFault(glob) : null;
    if (fault !== null)
      yield {
        pointer,
        part: 'value',
        message: `the glob \`${glob.slice(0, 60)}\` can match nothing: ${fault}`,
        help: '',
      };
  }
  const ids = rules.map(({ id }) => id);
  const settings: [pointer: string, entries: RuleSettings][] = [['/rules', says.rules ?? {}]];
  for (const [i, override] of (says.overrides ?? []).entries())
    settings.push([`/overrides/${i}/rules`, override.rules]);
  for (const [pointer, entries] of settings)
    for (const [id, setting] of Object.entries(entries)) {
      const fault = findSettingFault(id, setting, ids);
      if (fault === null) continue;
      const at = appendToken(pointer, id) + fault.at;
      yield { pointer: at, part: fault.part, message: fault.message, help: fault.help };
    }
}

/** Reads a configuration file. Throws ConfigProblem where it does not fit its schema, ToolProblem where it cannot be read. */
export function readConfiguration(file: string, reader: FileReader = diskReader): Configuration {
  const source = readDocuments(reader.read(file), file.endsWith('.json') ? 'json' : 'yaml');
  const findings: Finding[] = [];
  for (const { rule, facts, document, pointer, start, end } of source.hits) {
    if (rule === 'spec/empty') continue;
    const message =
      rule === 'spec/duplicate-key'
        ? `the key \`${facts['key']}\` stands twice`
        : rule === 'spec/limits'
          ? `more than ${facts['limit']} ${facts['what']}`
          : `the text cannot be read: ${facts['problem']}`;
    findings.push(makeFinding(message, '', pointer, document, source.lines.range(start, end)));
  }
  const [document, second] = source.documents;
  if (second !== undefined) {
    const { start } = second.offsets('', 'value') ?? { start: 0 };
    findings.push(makeFinding('a second document, expected one', '', '', 1, source.lines.range(start, start + 1)));
  }
  const value: JsonValue = document === undefined || document.empty ? {} : document.value;
  if (findings.length === 0) {
    // Globs and rules are looked at when the shape holds, since only then they are what they seem.
    const faults = [...new ShapeChecker(schema as ShapeSchema).check(value)];
    if (faults.length === 0) faults.push(...findFaults(value as ConfigurationText));
    for (const { pointer, part, message, help } of faults) {
      const at = document?.offsets(pointer, part) ?? document?.offsets(pointer, 'value') ?? { start: 0, end: 0 };
      findings.push(makeFinding(message, help, pointer, 0, source.lines.range(at.start, at.end)));
    }
  }
  if (findings.length > 0) throw new ConfigProblem(showPath(file), findings);
  return { file, folder: dirname(file), says: value as ConfigurationText };
}
