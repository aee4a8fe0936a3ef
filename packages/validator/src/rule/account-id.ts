/** The form of the id of an AWS account. */
export const accountPattern = '^[0-9]{12}$';

const form = new RegExp(accountPattern);

/** Whether a text has the form of an AWS account's id. */
export function isAccountId(text: string): boolean {
  return form.test(text);
}
