import { dirname, resolve } from 'node:path';
import { ConfigurationFinder } from '../config/find-configurations.ts';
import { type Origin, type Traced, traceSettings } from '../config/trace-settings.ts';
import { showPath } from '../disk.ts';
import { escapeText } from '../format/escape.ts';
import { readToday } from '../read-today.ts';
import { WaiverShelf } from '../silence/waiver-shelf.ts';

/** What holds for a file, in the two forms that it can be told. */
export async function explainFile(file: string, asJson: boolean): Promise<string> {
  const path = resolve(file);
  const finder = new ConfigurationFinder();
  const configurations = finder.find(dirname(path));
  const traced = traceSettings(path, configurations);
  const shelf = new WaiverShelf(readToday(), finder, []);
  const waivers = [...new Set(traced.waivers.map(({ value }) => value))].flatMap((name) =>
    shelf
      .load(name)
      .findFor(path)
      .map(({ rule, pointer, expires }) => ({ rule, pointer, expires, file: showPath(name) })),
  );
  const from = (origins: readonly Origin[]) =>
    origins.map((origin) => ({ file: showPath(origin.file), pointer: origin.pointer }));
  const show = <T>({ value, origins }: Traced<T>) => ({ value: value ?? null, from: from(origins) });
  const showName = ({ value, origins }: Traced<string | null>) =>
    show({ value: value === null ? null : showPath(value), origins });
  const answer = {
    version: 1,
    file: showPath(path),
    configurations: configurations.map((one) => showPath(one.file)),
    claimed: show(traced.claimed),
    operation: show(traced.operation),
    region: show(traced.region),
    account: show(traced.account),
    references: show(traced.references),
    baseline: showName(traced.baseline),
    models: traced.models.map(show),
    policies: traced.policies.map(show),
    waiverFiles: traced.waivers.map(showName),
    waivers,
    rules: Object.entries(traced.rules).map(([rule, setting]) => Object.assign({ rule }, show(setting))),
  };
  return asJson ? `${JSON.stringify(answer, null, 2)}\n` : `${escapeText(writeLines(answer).join('\n'))}\n`;
}

interface Shown {
  readonly value: unknown;
  readonly from: readonly { readonly file: string; readonly pointer: string }[];
}

interface ShownSettings {
  readonly file: string;
  readonly configurations: readonly string[];
  readonly models: readonly Shown[];
  readonly policies: readonly Shown[];
  readonly waiverFiles: readonly Shown[];
  readonly waivers: readonly {
    readonly rule: string;
    readonly pointer: string;
    readonly expires: string;
    readonly file: string;
  }[];
  readonly rules: readonly (Shown & { readonly rule: string })[];
}

function writeLines(
  answer: ShownSettings &
    Readonly<Record<'claimed' | 'operation' | 'region' | 'account' | 'references' | 'baseline', Shown>>,
): string[] {
  const line = (name: string, { value, from }: Shown, otherwise = 'not set'): string => {
    const text = value === null ? otherwise : typeof value === 'object' ? JSON.stringify(value) : String(value);
    const origins = from.map(({ file, pointer }) => `${file} ${pointer}`).join(', ');
    return `${name}: ${text}${origins === '' ? '' : `  (${origins})`}`;
  };
  const lines = (name: string, shown: readonly Shown[], otherwise: string): string[] =>
    shown.length === 0 ? [`${name}: ${otherwise}`] : shown.map((each) => line(name, each));
  const { configurations, claimed } = answer;
  return [
    `file: ${answer.file}`,
    `configuration: ${configurations.length === 0 ? 'none' : configurations.join(', ')}`,
    line('claimed by a target', { value: claimed.value === true ? 'yes' : 'no', from: claimed.from }),
    ...(['operation', 'region', 'account', 'references'] as const).map((name) => line(name, answer[name])),
    ...lines('model', answer.models, 'the shipped one'),
    ...lines('policy', answer.policies, 'none'),
    ...lines('waivers', answer.waiverFiles, 'none'),
    ...answer.waivers.map(
      ({ rule, pointer, expires, file }) => `waiver of ${rule}: ${pointer || 'all'} until ${expires}  (${file})`,
    ),
    line('baseline', answer.baseline, 'none'),
    ...answer.rules.map((setting) => line(`rule ${setting.rule}`, setting)),
  ];
}
