import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { StructureError } from '../shape/api.ts';

/** The formats that generated validators check, as `ajv-formats` does. */
export const formats = { 'date-time': fullFormats['date-time'], date: fullFormats.date };

/** Adds a nested function's errors to those gathered, in place: copying them each time is quadratic in a long list. */
export function addErrors(gathered: StructureError[] | null, more: StructureError[]): StructureError[] {
  if (gathered === null) return more;
  for (const error of more) gathered.push(error);
  return gathered;
}
