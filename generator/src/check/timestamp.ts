import type { ShapeId } from '../model/model.ts';
import { nameKind } from '../syntax/bindings.ts';
import type { Node } from '../syntax/node.ts';

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?Z$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const httpDate = new RegExp(
  `^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d{1,2}) (${months.join('|')}) (\\d{4}) ([01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})? GMT$`,
);

/**
 * Why a node is no timestamp of a format; null where it is one. Without a format it is a number or a `date-time`.
 * @param id the shape that any timestamp will do for; null where nothing is asked without a format
 */
export function findTimestampProblem(node: Node, format: Node | undefined, id: ShapeId | null): string | null {
  if (format === undefined && id === null) return null;
  const found = node.kind === 'string' ? `\`${node.value.slice(0, 40)}\`` : nameKind(node);
  if (format?.kind !== 'string') {
    if (id === null || node.kind === 'number' || isDateTime(node)) return null;
    return `found ${found}, expected seconds or a date-time such as \`1985-04-12T23:20:50.52Z\` for \`${id}\``;
  }
  switch (format.value) {
    case 'date-time':
      return isDateTime(node) ? null : `found ${found}, expected a date-time such as \`1985-04-12T23:20:50.52Z\``;
    case 'epoch-seconds':
      return node.kind === 'number' ? null : `found ${found}, expected a number of seconds`;
    case 'http-date':
      return isHttpDate(node) ? null : `found ${found}, expected a date such as \`Tue, 29 Apr 2014 18:30:38 GMT\``;
    default:
      return null;
  }
}

function isDateTime(node: Node): boolean {
  const [, year, month, day] = (node.kind === 'string' ? dateTime.exec(node.value) : null) ?? [];
  return day !== undefined && isDay(Number(year), Number(month), Number(day));
}

function isHttpDate(node: Node): boolean {
  const [, , day, month = '', year] = (node.kind === 'string' ? httpDate.exec(node.value) : null) ?? [];
  return day !== undefined && isDay(Number(year), months.indexOf(month) + 1, Number(day));
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // The day before the first of the next month is this month's last.
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
