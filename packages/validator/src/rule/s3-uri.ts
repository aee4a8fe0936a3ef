import { rememberLast } from './remember-last.ts';

/** The parts of an S3 URI; `key` is without the slash that follows the bucket. */
export interface S3Uri {
  readonly bucket: string;
  readonly key: string;
}

const parseOnce = rememberLast((text: string, _: null): S3Uri | null => {
  if (!text.startsWith('s3://')) return null;
  const slash = text.indexOf('/', 5);
  return slash === -1
    ? { bucket: text.slice(5), key: '' }
    : { bucket: text.slice(5, slash), key: text.slice(slash + 1) };
});

/** Splits `s3://bucket/key`; null where the scheme is another. Neither part is checked, and both may be empty. */
export function parseS3Uri(text: string): S3Uri | null {
  return parseOnce(text, null);
}
