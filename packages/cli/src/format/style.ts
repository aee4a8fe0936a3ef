import { resolve } from 'node:path';
import { writeFileUri } from './file-uri.ts';

/** Marks parts of a text by what they are; without colours it leaves them as they are. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  /** Leads to a file where the terminal can. */
  link(text: string, file: string): string;
}

function paint(code: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`);
}

const plain = (text: string): string => text;
const linked = (text: string, file: string): string =>
  `\u001b]8;;${writeFileUri(resolve(file))}\u001b\\${text}\u001b]8;;\u001b\\`;
const plainStyle: Style = { error: plain, warning: plain, info: plain, strong: plain, faint: plain, link: plain };
const [error, warning, info, strong, faint] = [paint(31), paint(33), paint(36), paint(1), paint(2)];
const colorStyle: Style = { error, warning, info, strong, faint, link: plain };
const linkingStyle: Style = { error, warning, info, strong, faint, link: linked };

/** The style for a terminal with colours, and with links, or for anything else. */
export function chooseStyle(color: boolean, links = false): Style {
  if (!color) return plainStyle;
  return links ? linkingStyle : colorStyle;
}
