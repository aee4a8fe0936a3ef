/** The six fields of an ARN; `resource` keeps its colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for a global resource. */
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Splits `arn:partition:service:region:account:resource`; null where the prefix or a field is not there. Fields are not checked. */
export function parseArn(text: string): Arn | null {
  if (!text.startsWith('arn:')) return null;
  const fields: string[] = [];
  let start = 4;
  for (let field = 0; field < 4; field++) {
    const end = text.indexOf(':', start);
    if (end === -1) return null;
    fields.push(text.slice(start, end));
    start = end + 1;
  }
  const [partition = '', service = '', region = '', account = ''] = fields;
  return { partition, service, region, account, resource: text.slice(start) };
}

/** A resource's type and the rest after `/` or `:`; without either the whole resource is the type. */
export function splitResource(resource: string): { readonly type: string; readonly rest: string } {
  let at = 0;
  while (at < resource.length && resource[at] !== '/' && resource[at] !== ':') at++;
  return at === resource.length
    ? { type: resource, rest: '' }
    : { type: resource.slice(0, at), rest: resource.slice(at + 1) };
}

/** True for an account id: twelve digits. */
export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false;
  for (let at = 0; at < 12; at++) if (!(text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57)) return false;
  return true;
}
