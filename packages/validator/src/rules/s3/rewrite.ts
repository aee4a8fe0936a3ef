import { parseArn } from '../../rule/arn.ts';
import { isBucketText } from './parameters.ts';

const host =
  /^(?:(?<bucket>[^/]{3,63})\.)?s3(?:[.-](?:dualstack\.)?[a-z]{2,4}(?:-[a-z]+){1,3}-\d)?\.amazonaws\.com(?:\.cn)?$/;

function rewriteAddress(rest: string): string | null {
  const slash = rest.indexOf('/');
  const authority = (slash === -1 ? rest : rest.slice(0, slash)).toLowerCase();
  const path = slash === -1 ? '' : rest.slice(slash + 1);
  // Host names are short; what is longer is no address of S3.
  const found = authority.length > 200 ? null : host.exec(authority);
  if (found === null || /[?#%]/.test(path)) return null;
  const bucket = found.groups?.bucket;
  return bucket === undefined ? `s3://${path}` : `s3://${bucket}/${path}`;
}

/** The S3 URI that a text in another notation means (an address, `s3a://`, an ARN, another case, white space around it); null where that is not certain. */
export function rewriteToS3Uri(text: string): string | null {
  const trimmed = text.trim();
  const scheme = /^(s3|s3a|s3n|https?):\/\//i.exec(trimmed);
  let uri: string | null = null;
  if (scheme !== null) {
    const rest = trimmed.slice(scheme[0].length);
    uri = /^http/i.test(scheme[0]) ? rewriteAddress(rest) : `s3://${rest}`;
  } else {
    const arn = parseArn(trimmed);
    if (arn?.service === 's3' && arn.region === '' && arn.account === '') uri = `s3://${arn.resource}`;
  }
  if (uri === null || uri === text) return null;
  return isBucketText(uri.slice(5).split('/', 1)[0] ?? '') ? uri : null;
}
