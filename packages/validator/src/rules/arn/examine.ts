import { type Arn, isAccountId, parseArn, splitResource } from '../../rule/arn.ts';
import { characterSet, findStranger } from '../../rule/character-set.ts';
import { countOf } from '../../rule/count-of.ts';
import { partitions } from '../../rule/partition.ts';
import { quoteCharacter, quoteValue } from '../../rule/quote-value.ts';
import { rememberLast } from '../../rule/remember-last.ts';

/** The value of `shapegate#arn`; what is absent is not checked. */
export type ArnTrait = {
  readonly service: string;
  readonly resourceType?: string;
  /** `characters` is the body of a character class. */
  readonly name?: { readonly characters: string; readonly maxLength: number };
  readonly path?: { readonly maxLength: number };
  /** Starts of paths whose resources belong to the platform, such as `aws-service-role/`. */
  readonly reservedPaths?: readonly string[];
  /** True where it must be of the account that sends the request. */
  readonly sendersAccount?: boolean;
};

/** What is wrong with an ARN; one thing, the first that a reader would correct. `none` still gives the parts. */
export type ArnVerdict =
  | { readonly problem: 'format'; readonly found: string; readonly expected: string; readonly help: string }
  | { readonly problem: 'wildcard' | 'resource' | 'partition' | 'reserved' | 'none'; readonly arn: Arn };

/** The trait of the examples: a role that a service assumes. */
export const roleTrait: ArnTrait = {
  service: 'iam',
  resourceType: 'role',
  name: { characters: 'a-zA-Z0-9_+=,.@-', maxLength: 64 },
  path: { maxLength: 512 },
  reservedPaths: ['aws-service-role/', 'aws-reserved/'],
  sendersAccount: true,
};

/** Services whose resources belong to no Region. */
const global = new Set(['iam', 'organizations', 'route53', 'cloudfront']);

const copyIt = 'Copy the whole ARN from the resource itself: a name, an id or a part of it is not enough.';

function malformed(found: string, expected: string, help = copyIt): ArnVerdict {
  return { problem: 'format', found, expected, help };
}

/** Splits `role/team/nightly` into the path `/team/` and the name `nightly`. */
export function splitPath(rest: string): { readonly path: string; readonly name: string } {
  const slash = rest.lastIndexOf('/');
  return { path: slash === -1 ? '/' : `/${rest.slice(0, slash + 1)}`, name: rest.slice(slash + 1) };
}

function shapeOf({ service, resourceType = 'resource' }: ArnTrait): string {
  return `\`arn:partition:${service}:${global.has(service) ? '' : 'region'}:account:${resourceType}/name\``;
}

/** @param rest the end of `value` */
function examineName(rest: string, value: string, trait: ArnTrait): ArnVerdict | null {
  const { path, name } = splitPath(rest);
  const type = trait.resourceType ?? 'resource';
  if (name === '') return malformed('has no name at its end', `\`${type}/\` and a name`);
  if (trait.path !== undefined) {
    const stranger = findStranger(path, characterSet('!-~'));
    if (stranger !== null) return malformed(`has ${quoteCharacter(stranger.character)} in its path`, 'printable ASCII');
    if (path.length > trait.path.maxLength)
      return malformed(`has a path of ${countOf(path.length, 'characters')}`, `at most ${trait.path.maxLength}`);
  }
  if (trait.name === undefined) return null;
  const allowed = characterSet(trait.name.characters);
  const stranger = findStranger(name, allowed);
  if (stranger !== null) {
    const place = [...value].length - [...name].length + stranger.index + 1;
    const found = `has ${quoteCharacter(stranger.character)} in its name, at character ${place}`;
    return malformed(found, allowed.description, `Copy the ARN from the ${type}: no name has that character.`);
  }
  if (name.length > trait.name.maxLength) {
    const found = `has a name of ${countOf(name.length, 'characters')}`;
    return malformed(found, `at most ${trait.name.maxLength}`, `Copy the ARN from the ${type}: no name is so long.`);
  }
  return null;
}

/** Reads an ARN against the trait; the rules of the group each answer to one kind of problem, so that a value has one finding. */
export const examineArn = rememberLast((value: string, trait: ArnTrait): ArnVerdict => {
  const arn = parseArn(value);
  const trimmed = value.trim();
  if (value !== trimmed && parseArn(trimmed) !== null)
    return malformed('has white space around it', 'none', 'Take the white space away.');
  if (arn === null) return malformed('is not an ARN', shapeOf(trait));
  const { type, rest } = splitResource(arn.resource);
  if (value.includes('*') || value.includes('?')) return { problem: 'wildcard', arn };
  if (arn.partition === '') return malformed('has no partition', shapeOf(trait));
  if (arn.service !== trait.service || (trait.resourceType !== undefined && type !== trait.resourceType))
    return { problem: 'resource', arn };
  if (!partitions.includes(arn.partition)) return { problem: 'partition', arn };
  if (global.has(trait.service) && arn.region !== '')
    return malformed(
      `has the Region ${quoteValue(arn.region)}`,
      'none',
      `Take the Region away: an ARN of \`${trait.service}\` has none.`,
    );
  const digits = 'Write the account with all of its 12 digits, zeros at its start too.';
  if (arn.account === '') return malformed('has no account', '12 digits', digits);
  if (!isAccountId(arn.account)) return malformed(`has the account ${quoteValue(arn.account)}`, '12 digits', digits);
  if (trait.reservedPaths?.some((path) => rest.startsWith(path))) return { problem: 'reserved', arn };
  return examineName(rest, value, trait) ?? { problem: 'none', arn };
});
