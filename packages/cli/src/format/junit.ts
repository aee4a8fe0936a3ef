import { type Finding, type FindingSeverity, findingSeverities } from '@shapegate/validator';
import type { FileReport } from '../specs/lint-report.ts';
import { escapeXml, nest, writeElement, xmlDeclaration } from './xml.ts';

function describe(file: string, { range: { start }, severity, message, help }: Finding): string {
  const lines = [`${file}:${start.line}:${start.column} ${severity}`, message, help];
  return escapeXml(lines.filter((line) => line !== '').join('\n'));
}

function writeCase(file: string, finding: Finding, isFailure: boolean): string {
  const { rule, pointer, document, message, suppressed, range } = finding;
  const place = `${range.start.line}:${range.start.column}`;
  const name = `${rule} at ${pointer === '' ? 'the spec' : pointer} of document ${document} (${place})`;
  const content =
    suppressed !== null
      ? writeElement('skipped', {}, escapeXml(`${suppressed.by}: ${suppressed.reason}`))
      : isFailure
        ? writeElement('failure', { type: rule, message }, describe(file, finding))
        : writeElement('system-out', {}, describe(file, finding));
  return writeElement('testcase', { name, classname: file }, content);
}

interface Suite {
  readonly text: string;
  readonly tests: number;
  readonly failures: number;
}

function writeSuite({ file, findings }: FileReport, failing: readonly FindingSeverity[]): Suite {
  const isFailure = ({ severity, suppressed }: Finding) => suppressed === null && failing.includes(severity);
  const cases = findings.map((finding) => writeCase(file, finding, isFailure(finding)));
  // A file without findings is a test that passed, not one that is missing.
  if (cases.length === 0) cases.push(writeElement('testcase', { name: 'nothing found', classname: file }, ''));
  const failures = findings.filter(isFailure).length;
  const skipped = findings.filter(({ suppressed }) => suppressed !== null).length;
  const text = writeElement(
    'testsuite',
    { name: file, tests: cases.length, failures, errors: 0, skipped },
    nest(cases),
  );
  return { text, tests: cases.length, failures };
}

/**
 * The answer of lint as JUnit's: a suite a file, a case a finding. One at or above `failOn` is a failure, one that is
 * suppressed is skipped with its reason, any other has passed and is told as its output.
 */
export function formatJunit(reports: readonly FileReport[], failOn: FindingSeverity): string {
  const failing = findingSeverities.slice(0, findingSeverities.indexOf(failOn) + 1);
  const suites = reports.map((report) => writeSuite(report, failing));
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const attributes = { name: 'shapegate', tests, failures, errors: 0 };
  return `${xmlDeclaration}${writeElement('testsuites', attributes, nest(suites.map(({ text }) => text)))}\n`;
}
