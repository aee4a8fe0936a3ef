import { type CharacterSet, characterSet, findStranger } from '../../rule/character-set.ts';
import { countOf } from '../../rule/count-of.ts';
import { quoteCharacter, quoteValue } from '../../rule/quote-value.ts';
import { rememberLast } from '../../rule/remember-last.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import { isBucketText, type S3UriTrait } from './parameters.ts';

/** What keeps a text from being an S3 URI that the API takes. */
export interface UriProblem {
  readonly found: string;
  readonly expected: string;
  readonly help: string;
}

const uriShape = '`s3://bucket/key`';

function examineBucket(bucket: string): UriProblem | null {
  if (bucket === '') return { found: 'names no bucket', expected: uriShape, help: 'Put the bucket after `s3://`.' };
  if (isBucketText(bucket)) return null;
  const allowed = characterSet('a-z0-9.-');
  const stranger = findStranger(bucket, allowed);
  const help = 'Take the name of the bucket as S3 shows it: lower case, 3 to 63 characters.';
  if (stranger !== null)
    return {
      found: `has ${quoteCharacter(stranger.character)} in the bucket, at character ${5 + stranger.index + 1}`,
      expected: allowed.description,
      help,
    };
  if (bucket.length < 3 || bucket.length > 63)
    return { found: `has a bucket of ${countOf(bucket.length, 'characters')}`, expected: '3 to 63', help };
  return { found: `has the bucket ${quoteValue(bucket)}`, expected: 'a letter or a digit at both its ends', help };
}

const oddSegment = /^[./]|\/[./]/;
const strangersInKeys = new WeakMap<CharacterSet, RegExp>();

/** True for segments of allowed characters that begin with no dot: nearly every key. */
function isPlainKey(key: string, allowed: CharacterSet): boolean {
  let stranger = strangersInKeys.get(allowed);
  if (stranger === undefined) {
    stranger = new RegExp(`[^${allowed.source}/]`, 'u');
    strangersInKeys.set(allowed, stranger);
  }
  return !oddSegment.test(key) && !stranger.test(key);
}

/** @param start how many characters stand before the key */
function examineKey(key: string, start: number, { keyCharacters }: S3UriTrait): UriProblem | null {
  const allowed = keyCharacters === undefined ? null : characterSet(keyCharacters);
  if (allowed !== null && isPlainKey(key, allowed)) return null;
  const folder = key.endsWith('/') ? key.slice(0, -1) : key;
  let place = start;
  for (const segment of key === '' ? [] : folder.split('/')) {
    if (segment === '')
      return { found: 'has `//`', expected: '`/`', help: 'Take one slash away; a key with both cannot be named here.' };
    if (segment === '.' || segment === '..')
      return {
        found: `has the segment \`${segment}\``,
        expected: 'a name',
        help: 'Write the key out; S3 has no relative paths.',
      };
    const stranger = allowed === null ? null : findStranger(segment, allowed);
    if (allowed !== null && stranger !== null)
      return {
        found: `has ${quoteCharacter(stranger.character)} in the key, at character ${place + stranger.index + 1}`,
        expected: allowed.description,
        help: 'S3 allows it, this API does not: copy the objects to a key without it.',
      };
    place += segment.length + 1;
  }
  return null;
}

function examineScheme(text: string): UriProblem {
  if (text !== text.trim())
    return { found: 'has white space around it', expected: 'none', help: 'Take the white space away.' };
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(text)?.[1];
  const help = 'Write the bucket and the key after `s3://`.';
  if (scheme === undefined) return { found: 'has no scheme', expected: uriShape, help };
  if (scheme === 's3') return { found: 'has `s3:` without two slashes', expected: uriShape, help };
  if (scheme === 'arn') return { found: 'is an ARN', expected: uriShape, help };
  return { found: `has the scheme \`${scheme}\``, expected: uriShape, help };
}

/** The first fault of an S3 URI from left to right; null where the API takes it. */
export const examineS3Uri = rememberLast((text: string, trait: S3UriTrait): UriProblem | null => {
  const uri = parseS3Uri(text);
  if (uri === null || /^\s|\s$/.test(text)) return examineScheme(text);
  return examineBucket(uri.bucket) ?? examineKey(uri.key, uri.bucket.length + 6, trait);
});
