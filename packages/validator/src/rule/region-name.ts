/** Whether a text has the form of a Region's name, such as `eu-central-1`; which Regions there are changes too often to be asked. */
export function isRegionName(text: string): boolean {
  return text.length <= 40 && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(text);
}
