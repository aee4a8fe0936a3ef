/** The form of a Region's name; no name is longer than 40 characters. */
export const regionPattern = '^[a-z]{2,}(-[a-z]+)+-[0-9]+$';

const form = new RegExp(regionPattern);

/** Whether a text has the form of a Region's name, such as `eu-central-1`; which Regions there are changes too often to be asked. */
export function isRegionName(text: string): boolean {
  return text.length <= 40 && form.test(text);
}
