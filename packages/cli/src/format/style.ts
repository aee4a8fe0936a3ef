/** Marks parts of a text by what they are; without colours it leaves them as they are. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

function paint(code: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`);
}

const plain = (text: string): string => text;
const plainStyle: Style = { error: plain, warning: plain, info: plain, strong: plain, faint: plain };
const colorStyle: Style = { error: paint(31), warning: paint(33), info: paint(36), strong: paint(1), faint: paint(2) };

/** The style for a terminal with colours or for anything else. */
export function chooseStyle(color: boolean): Style {
  return color ? colorStyle : plainStyle;
}
