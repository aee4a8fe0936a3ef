/** The value of `shapegate#s3Uri`. */
export type S3UriTrait = {
  /** The body of a character class: what a key may have beside `/`. Any character where absent. */
  readonly keyCharacters?: string;
  /** A file that the folder at the URI holds; where it is set, the URI names a folder and no object. */
  readonly folderOf?: string;
};

/** The trait of the examples. */
export const folderTrait: S3UriTrait = { keyCharacters: "-!_*'().a-z0-9A-Z", folderOf: 'config.json' };

/** True for what the pattern of an S3 URI takes as a bucket: 3 to 63 lower-case letters, digits, dots and hyphens, none of the last two at an end. */
export function isBucketText(text: string): boolean {
  return /^[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]$/.test(text);
}
