import type { Finding } from '@shapegate/validator';
import type { FileReport } from '../specs/lint-report.ts';
import { nest, writeElement, xmlDeclaration } from './xml.ts';

function writeError({ range: { start }, severity, message, help, rule }: Finding): string {
  const said = help === '' ? message : `${message}\n${help}`;
  const { line, column } = start;
  return writeElement('error', { line, column, severity, message: said, source: `shapegate.${rule}` }, '');
}

/** The answer of lint as Checkstyle writes its own: what is suppressed is left out. */
export function formatCheckstyle(reports: readonly FileReport[]): string {
  const files = reports.map(({ file, findings }) => {
    const errors = findings.filter(({ suppressed }) => suppressed === null).map(writeError);
    return writeElement('file', { name: file }, nest(errors));
  });
  return `${xmlDeclaration}${writeElement('checkstyle', { version: '4.3' }, nest(files))}\n`;
}
