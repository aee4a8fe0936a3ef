// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are what a rule looks for
import { appendToken } from '../../../packages/validator/src/diagnostic/pointer.ts';
import { isObject, type JsonValue } from '../../../packages/validator/src/shape/json.ts';
import type { Dice } from './dice.ts';
import type { Mutator } from './mutate-structure.ts';
import { type Place, withRenamed } from './place.ts';

const stringOf = ({ value }: Place) => (typeof value === 'string' ? value : '');

/** A trait of a place, as the model's validity has checked it. */
function traitOf<Trait>({ traits }: Place, id: string): Trait | undefined {
  return traits[`shapegate#${id}`] as Trait | undefined;
}

/** Makes texts that a trait of a string forbids, each wrong in one way. */
function onText<Trait>(id: string, write: (text: string, trait: Trait, dice: Dice) => readonly string[]): Mutator {
  return (place, dice) => {
    const trait = traitOf<Trait>(place, id);
    if (trait === undefined || typeof place.value !== 'string') return null;
    const texts = write(place.value, trait, dice);
    return texts.length === 0 ? null : { value: dice.pick(texts), pointer: place.pointer };
  };
}

interface Tags {
  readonly limit: number;
  readonly key: string;
  readonly value: string;
  readonly reservedPrefixes?: readonly string[];
}

function randomCase(text: string, dice: Dice): string {
  return [...text].map((letter) => (dice.hits(2) ? letter.toUpperCase() : letter)).join('');
}

/** The tags of a list, each as a mapping; null for another place. */
function readTags(place: Place): { readonly trait: Tags; readonly list: readonly JsonValue[] } | null {
  const trait = traitOf<Tags>(place, 'tags');
  return trait === undefined || !Array.isArray(place.value) ? null : { trait, list: place.value };
}

interface Arn {
  readonly service: string;
  readonly resourceType?: string;
  readonly name?: { readonly maxLength: number };
  readonly path?: { readonly maxLength: number };
  readonly reservedPaths?: readonly string[];
}

interface Uri {
  readonly keyCharacters?: string;
  readonly folderOf?: string;
}

/** The mistakes that only a rule knows, and some that a rule says better than the model, by kind. */
export const policyMutators: Readonly<Record<string, Mutator>> = {
  tagLimit(place, dice) {
    const tags = readTags(place);
    if (tags === null) return null;
    const { limit, key, value } = tags.trait;
    const count = limit + 1 + dice.roll(20);
    return {
      value: Array.from({ length: count }, (_, i) => ({ [key]: `t${i}`, [value]: 'v' })),
      pointer: place.pointer,
    };
  },
  reservedTag(place, dice) {
    const tags = readTags(place);
    if (tags === null || tags.list.length === 0) return null;
    const { key, reservedPrefixes = [] } = tags.trait;
    const at = dice.roll(tags.list.length);
    const name = randomCase(dice.pick(reservedPrefixes), dice) + dice.pick(['', 'team', 'cloudformation:stack-name']);
    const value = tags.list.map((tag, i) => (i === at && isObject(tag) ? { ...tag, [key]: name } : tag));
    return { value, pointer: `${place.pointer}/${at}/${key}` };
  },
  repeatedTag(place, dice) {
    const tags = readTags(place);
    if (tags === null || tags.list.length === 0 || tags.list.length >= tags.trait.limit) return null;
    const again = dice.pick(tags.list) as Readonly<Record<string, JsonValue>>;
    const copy = dice.hits(2) ? { ...again } : { ...again, [tags.trait.value]: 'another' };
    return { value: [...tags.list, copy], pointer: `${place.pointer}/${tags.list.length}/${tags.trait.key}` };
  },
  resourceId: onText<{ readonly prefix: string }>('resourceId', (text, { prefix }) => {
    const digits = text.slice(prefix.length + 1);
    const other = prefix === 'sg' ? 'subnet' : 'sg';
    return [
      `${other}-${digits}`,
      `vpc-${digits}`,
      digits,
      `${prefix}${digits}`,
      `${prefix}-`,
      `${prefix}-${digits.slice(1)}`,
      `${prefix}-${digits}0`,
      `${prefix}-${digits.slice(1)}g`,
      `${prefix.toUpperCase()}-${digits}`,
      `arn:aws:ec2:eu-central-1:111122223333:${prefix}/${prefix}-${digits}`,
      `my-${prefix}-a`,
    ];
  }),
  roleArn: onText<Arn>('arn', (text, { service, resourceType = '', name, path, reservedPaths = [] }) => {
    const [, partition = '', , , account = ''] = text.split(':', 5);
    const start = `arn:${partition}:${service}::${account}:`;
    const own = `${start}${resourceType}/`;
    return [
      `${own}*`,
      `${own}model-?`,
      `${own}team/`,
      own,
      `${own}a b`,
      `${own}naïve`,
      `${own}${'a'.repeat((name?.maxLength ?? 2000) + 1)}`,
      `${own}${'a/'.repeat((path?.maxLength ?? 2000) / 2)}b`,
      ...reservedPaths.map((reserved) => `${own}${reserved}x.amazonaws.com/AWSServiceRoleForX`),
      `${start}user/nightly`,
      `${start}instance-profile/nightly`,
      `arn:${partition}:sts::${account}:assumed-role/nightly/session`,
      `arn:${partition}:ec2::${account}:${resourceType}/nightly`,
      `arn:aws-moon:${service}::${account}:${resourceType}/nightly`,
      `arn:${partition}:${service}:::${resourceType}/nightly`,
      `arn:${partition}:${service}::${account.slice(1)}:${resourceType}/nightly`,
      `arn:${partition}:${service}:eu-central-1:${account}:${resourceType}/nightly`,
      ` ${own}nightly`,
      `${own}nightly\n`,
      'nightly',
    ];
  }),
  s3Uri: onText<Uri>('s3Uri', (text, { folderOf }) => {
    const [bucket = ''] = text.slice(5).split('/', 1);
    return [
      `s3://${bucket}//a/`,
      `s3://${bucket}/a//b`,
      `s3://${bucket}/./b`,
      `s3://${bucket}/a/../b/`,
      `s3://${bucket}/date=2026-11-23/`,
      `s3://${bucket}/a b/`,
      `s3://${bucket}/é/`,
      `S3://${bucket}/a/`,
      `s3a://${bucket}/a/`,
      `https://${bucket}.s3.amazonaws.com/a/`,
      `arn:aws:s3:::${bucket}/a`,
      `${bucket}/a`,
      `s3:/${bucket}/a`,
      's3://a..b/c/',
      's3://10.0.0.1/c/',
      's3://xn--a/c/',
      's3://sthree-a/c/',
      's3://a--x-s3/c/',
      's3://a.mrap/c/',
      's3://Acme/c/',
      's3://ab/c/',
      's3://-acme/c/',
      's3://acme-/c/',
      's3:///c/',
      ...(folderOf === undefined
        ? []
        : [
            `s3://${bucket}/a/${folderOf}`,
            `s3://${bucket}/a/model.tar.gz`,
            `s3://${bucket}/MODEL.ZIP`,
            `s3://${bucket}/a/b.safetensors`,
          ]),
    ];
  }),
  keyId: onText<object>('kmsKeyId', () => [
    'alias/aws/s3',
    'arn:aws:kms:eu-central-1:111122223333:alias/aws/s3',
    'z'.repeat(36),
    '1234abcd-12ab-34cd-56ef-1234567890aZ',
    '1234abcd-12ab-34cd-56ef-1234567890a',
    'mrk-1234abcd12ab34cd56ef1234567890a',
    'arn:aws:kms:eu-central-1:111122223333:key/nightly',
    'arn:aws:kms:eu-central-1:1111:alias/nightly',
    'arn:aws:kms::111122223333:alias/nightly',
    'arn:aws-moon:kms:eu-central-1:111122223333:alias/nightly',
    'arn:aws:s3:::nightly',
    'alias/',
    `alias/${'a'.repeat(251)}`,
    'alias/nightly.1',
    'nightly',
    'key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ]),
  name: onText<{ readonly first?: string; readonly single?: string }>('nameAlphabet', (text, { single }) => [
    `-${text}`.slice(0, 63),
    ...(single === undefined ? [] : [`a${single.charAt(0)}${single.charAt(1)}b`, 'a__', 'a--b']),
    `${text.slice(0, 40)}!`,
    `${text.slice(0, 40)} `,
    'a:b',
    'naïve',
    'a/b',
  ]),
  placeholder(place, dice) {
    if (stringOf(place) === '') return null;
    return {
      value: dice.pick(['<ROLE>', '<YOUR_BUCKET>', 'YOUR-BUCKET', 'amzn-s3-demo-bucket', '<your name>', 'CHANGE_ME']),
      pointer: place.pointer,
    };
  },
  reference(place, dice) {
    if (place.parent === null) return null;
    const texts: JsonValue[] = ['${VAR}', '{{ name }}', '$(date)', '$VAR', 'a-${VAR}', 'a-{{ name }}'];
    const mappings: JsonValue[] = [{ Ref: 'Name' }, { 'Fn::GetAtt': ['Name', 'Arn'] }, { Get: 'Parameters.Name' }];
    const isText = typeof place.value === 'string';
    // One mapping for another may be a union with a member that it does not have.
    return { value: dice.pick(isText ? [...texts, ...mappings] : mappings), pointer: place.pointer };
  },
  hint(place, dice) {
    const hints = traitOf<Readonly<Record<string, { readonly use: readonly string[] }>>>(place, 'memberHints');
    if (hints === undefined) return null;
    const held = Object.keys(place.value as object);
    const wrong = Object.keys(hints).filter((key) => hints[key]?.use.some((name) => held.includes(name)));
    if (wrong.length === 0) return null;
    const key = dice.pick(wrong);
    const member = hints[key]?.use.find((name) => held.includes(name)) ?? '';
    return { value: withRenamed(place.value, member, key), pointer: appendToken(place.pointer, key) };
  },
};
