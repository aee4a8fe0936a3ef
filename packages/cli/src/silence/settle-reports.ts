import { resolve } from 'node:path';
import { isSilenceable } from '@shapegate/validator';
import { escapeLine } from '../format/escape.ts';
import { reportFiles } from '../specs/compare-specs.ts';
import { type KeptFile, textOf } from '../specs/keep-file.ts';
import type { FileReport } from '../specs/lint-report.ts';
import { write } from '../terminal.ts';
import { BaselineShelf } from './baseline-shelf.ts';
import type { Silencer } from './silencer.ts';

/** Where a baseline is written that no configuration names. */
const defaultBaseline = 'shapegate-baseline.json';

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** @param refused how many findings are of rules that no baseline may silence */
function tellWritten(written: ReadonlyMap<string, number>, isNamed: boolean, refused: number): void {
  for (const [file, findings] of written)
    write(2, `${escapeLine(file)} has ${count(findings, 'finding', 'findings')} now\n`);
  if (refused > 0)
    write(
      2,
      `${count(refused, 'finding stays', 'findings stay')}: ${refused === 1 ? 'its rule' : 'their rules'} cannot be silenced\n`,
    );
  if (!isNamed && written.size > 0)
    write(2, `no configuration names it yet: write \`baseline: ./${defaultBaseline}\` in shapegate.yaml\n`);
}

function tellStale(stale: ReadonlyMap<string, number>, isPruned: boolean): void {
  for (const [file, entries] of stale) {
    const said = `${count(entries, 'entry', 'entries')} of ${escapeLine(file)}`;
    if (isPruned) write(2, `took ${said} out, since nothing is found there any more\n`);
    else write(2, `nothing is found any more at ${said}; --prune-baseline takes what is stale out\n`);
  }
}

/**
 * The reports of a run: what each file has and what it repeats of another, with what comments, waivers and the baseline
 * silence marked, in this order; then the waiver files that have something wrong. Writes or prunes the baseline where asked.
 * @param folders absolute, those that were linted whole
 */
export function settleReports(
  files: readonly KeptFile[],
  silencer: Silencer,
  mode: 'write' | 'prune' | null,
  folders: readonly string[],
): readonly FileReport[] {
  const judged = reportFiles(files).map((report, index) => {
    const kept = files[index] as KeptFile;
    const { path, rules, policies, baseline } = kept;
    return {
      kept,
      report,
      // Only what is written now may go to a place that nothing names.
      spec: { path, rules, policies, baseline: baseline ?? (mode === 'write' ? resolve(defaultBaseline) : null) },
      findings: silencer.silence(kept, report.findings),
    };
  });
  const shelf = new BaselineShelf(mode === 'write', silencer.reader);
  if (mode === 'write') {
    const written = shelf.write(judged.map(({ spec, findings }) => Object.assign({ findings }, spec)));
    const refused = judged.flatMap(({ spec, findings }) =>
      findings.filter(({ rule, suppressed }) => suppressed === null && !isSilenceable(rule, spec.rules, spec.policies)),
    ).length;
    tellWritten(
      written,
      files.every(({ baseline }) => baseline !== null),
      refused,
    );
  }
  const settled = judged.map(({ kept, report, spec, findings }) => {
    const marked = shelf.apply(spec, findings);
    return Object.assign(report, { findings: marked, text: marked.length === 0 ? '' : textOf(kept) });
  });
  tellStale(shelf.findStale(mode === 'prune'), mode === 'prune');
  return [...settled, ...silencer.report(folders)];
}
