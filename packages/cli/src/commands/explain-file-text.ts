import type { ListedWaiver } from '../silence/list-waivers.ts';
import type { Explanation, Place, Shown, ShownPolicyRule } from './explanation.ts';
import { writeWaivable } from './policy-rule-facts.ts';
import { writePlace } from './write-place.ts';

function listPlaces(places: readonly Place[]): string {
  return places.length === 0 ? '' : `  (${places.map(writePlace).join(', ')})`;
}

function writeLine(name: string, { value, from }: Shown, otherwise = 'not set'): string {
  const text = value === null ? otherwise : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `${name}: ${text}${listPlaces(from)}`;
}

function writeLines(name: string, shown: readonly Shown[], otherwise: string): string[] {
  return shown.length === 0 ? [`${name}: ${otherwise}`] : shown.map((each) => writeLine(name, each));
}

function writePolicyRule({ rule, severity, asked, operations, waivable, stated, changed }: ShownPolicyRule): string {
  const facts = [severity, writeWaivable({ waivable })];
  if (!asked) facts.push(`asked of ${operations.join(', ')} only`);
  const places = [stated, ...changed].map(writePlace);
  return `policy rule ${rule}: ${facts.join(', ')}  (${places.join(', changed at ')})`;
}

function writeWaiver({ rule, pointer, expires, holds, file, line, column }: ListedWaiver): string {
  const what = `until ${expires}${holds ? '' : ', but it does not hold: `shapegate lint` says why'}`;
  return `waiver of ${rule}: ${pointer === '' ? 'the whole input' : pointer} ${what}  (${writePlace({ file, line, column })})`;
}

/** What holds for a file, a thing a line, each with the places that say so. */
export function writeExplanation(explanation: Explanation): string[] {
  const { file, configurations, claimed, documents, models, policies, policyRules } = explanation;
  const keys = ['operation', 'region', 'account'] as const;
  const differing =
    documents.length < 2
      ? []
      : documents.flatMap((document) =>
          keys
            .filter((key) => document[key].from.some((place) => place.file === file))
            .map((key) => writeLine(`document ${document.document + 1} ${key}`, document[key])),
        );
  return [
    `file: ${file}`,
    `configuration: ${configurations.length === 0 ? 'none' : configurations.join(', ')}`,
    writeLine('claimed by a target', { value: claimed.value === true ? 'yes' : 'no', from: claimed.from }),
    ...keys.map((key) => writeLine(key, explanation[key])),
    ...differing,
    writeLine('references', explanation.references),
    ...writeLines('model', models, 'the shipped one'),
    ...writeLines('policy', policies, 'none'),
    ...policyRules.map(writePolicyRule),
    ...writeLines('waivers', explanation.waiverFiles, 'none'),
    ...explanation.waivers.map(writeWaiver),
    writeLine('baseline', explanation.baseline, 'none'),
    ...explanation.rules.map(
      (setting) => `${writeLine(`rule ${setting.rule}`, setting)}${setting.idle ? ': it stays an error' : ''}`,
    ),
  ];
}
