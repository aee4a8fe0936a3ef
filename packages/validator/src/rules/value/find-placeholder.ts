const longest = 4096;

/** The words of which names of placeholders are made: `BUCKET_NAME`, `your-role`. */
const nouns = new Set(
  'account arn bucket date folder group hash here id key kms model name path prefix region role s3 security sg sha subnet timestamp token uri url value vpc job org'.split(
    ' ',
  ),
);

const anyAngled = /<[A-Za-z][^<>\n]*>/;
/** In free text `<b>` is a tag and `array<string>` a type. */
const capitalAngled = /^<[A-Z][A-Z0-9_ -]+>$/;
const askingAngled = /<(?:your|insert|enter)\b[^<>\n]*>/i;

/** Where none of these is, no placeholder is certain. */
export const placeholderHint = /your|amzn-s3-demo-|(?:change|replace)[-_]?me|-x|account|…|\.\.\.|</i;

const wordsOf = (text: string) => text.toLowerCase().split(/[-_]+/);

/** `your-bucket`, `YOUR_ROLE_NAME`: `your` and then nothing but nouns, so that a product's name is left alone; all in capitals, anything. */
function isYours(segment: string): boolean {
  if (/^YOUR[-_][A-Z0-9_-]+$/.test(segment)) return true;
  const [first, ...rest] = wordsOf(segment);
  return first === 'your' && rest.length > 0 && rest.length < 6 && rest.every((word) => nouns.has(word));
}

/** Segments that nobody can mean, whatever the model says of the value; some only in an ARN or an S3 URI, since `account-id` is a good tag key. */
function findCertainSegment(segments: readonly string[], isAddress: boolean): string | undefined {
  return segments.find(
    (segment) =>
      isYours(segment) ||
      segment.startsWith('amzn-s3-demo-') ||
      /^(?:CHANGE|REPLACE)[-_]?ME$/i.test(segment) ||
      /^(?:subnet|sg|vpc)-x+$/i.test(segment) ||
      (isAddress && /^(?:AWS[-_])?ACCOUNT[-_]?ID$/i.test(segment)),
  );
}

/** `S3_BUCKET`, `KEY`: capital words of which the last is a noun of placeholders. */
function isCapitalWord(text: string): boolean {
  return /^[A-Z][A-Z0-9_-]*$/.test(text) && nouns.has(wordsOf(text).at(-1) ?? '');
}

/** The parts of a refused value whose own alphabet has no capitals: of an ARN all but the resource, of an S3 URI the bucket. */
function partsWithoutCapitals(text: string): readonly string[] {
  if (text.startsWith('arn:')) return text.split(':', 5);
  const uri = /^s3:\/\/([^/]*)/i.exec(text);
  return uri === null ? [text] : [uri[1] ?? ''];
}

function findInRefused(text: string): string | undefined {
  const braced = /<[^<>\n]+>|(?<![${])\{[A-Za-z_][\w.-]{0,100}\}(?!\})/.exec(text)?.[0];
  if (braced !== undefined) return braced;
  if (/^(?:string|todo|tbd|fixme|xxx+|\.\.\.|…)$/i.test(text)) return text;
  return partsWithoutCapitals(text).find((part) => isCapitalWord(part) || /^x{3,}$/i.test(part));
}

/**
 * The placeholder that a text holds, as it stands there; undefined where there is none. Some are certain, others count only where
 * the model refuses the value anyway: `CMI_ROLE` is a good name of a role.
 */
export function findPlaceholder(text: string, refused: boolean): string | undefined {
  if (text.length > longest || (!refused && !placeholderHint.test(text))) return undefined;
  const isAddress = text.startsWith('arn:') || /^s3:\/\//i.test(text);
  const certain = findCertainSegment(text.split(/[/:]+/), isAddress);
  if (certain !== undefined) return certain;
  if (isAddress && /…|(?:^|[:/])\.\.\.(?:$|[:/])/.test(text)) return text.includes('…') ? '…' : '...';
  const angled = (isAddress ? anyAngled : capitalAngled).exec(text) ?? askingAngled.exec(text);
  if (angled !== null) return angled[0];
  return refused ? findInRefused(text) : undefined;
}
