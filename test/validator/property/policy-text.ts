import fc from 'fast-check';
import type { Target } from '../../../packages/validator/src/rule/target.ts';
import type { ArnTrait } from '../../../packages/validator/src/rules/arn/examine.ts';
import type { KmsTrait } from '../../../packages/validator/src/rules/kms/read-key.ts';
import type { NameAlphabet } from '../../../packages/validator/src/rules/name/charset.ts';
import type { S3UriTrait } from '../../../packages/validator/src/rules/s3/parameters.ts';
import type { Traits } from '../../../packages/validator/src/shape/shape-table.ts';
import { textOfPattern } from './pattern-text.ts';

/** Where a request may go, by partition; what rules know of partitions is not asked. */
const regionsOf: Readonly<Record<string, readonly string[]>> = {
  aws: ['eu-central-1', 'us-east-1', 'us-east-2', 'us-west-2', 'ap-southeast-2', 'me-south-1', 'mx-central-1'],
  'aws-cn': ['cn-north-1'],
  'aws-us-gov': ['us-gov-west-1'],
};

const account = fc.stringMatching(/^[0-9]{12}$/);

function partitionOf(target: Target): fc.Arbitrary<string> {
  const { region } = target;
  if (region === undefined) return fc.constantFrom(...Object.keys(regionsOf));
  return fc.constant(Object.keys(regionsOf).find((name) => regionsOf[name]?.includes(region)) ?? 'aws');
}

/** Short texts of a class of characters, and now and then the longest. */
function ofCharacters(body: string, min: number, max: number): fc.Arbitrary<string> {
  return textOfPattern(`[${body}]{${min},${max}}`, max);
}

function nameOf({ characters, first, single }: NameAlphabet, longest: number): fc.Arbitrary<string> {
  const rest = ofCharacters(characters, 0, longest - 1);
  const words = fc.constantFrom(
    'support-bot',
    'llama-3.1-8b',
    'BUCKET',
    'a-',
    'nightly-2026-11-23',
    '0',
    'a--b',
    'ROLE',
    'x_y_',
  );
  const isIn = new RegExp(`^[${first ?? characters}][${characters}]*$`);
  const isDoubled = single === undefined ? null : new RegExp(`[${single}]{2}`);
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.tuple(ofCharacters(first ?? characters, 1, 1), rest).map((parts) => parts.join('')) },
      words,
    )
    .map((name) => (isDoubled === null ? name : name.replaceAll(new RegExp(`([${single}])[${single}]+`, 'g'), '$1')))
    .filter((name) => isIn.test(name) && isDoubled?.test(name) !== true);
}

function arnOf(trait: ArnTrait, target: Target): fc.Arbitrary<string> {
  const segment = fc.oneof(
    ofCharacters('!-.0-~', 1, 20),
    fc.constantFrom('team', 'service-role', 'TEAM', 'a:b', '%20'),
  );
  const path = fc
    .array(segment, { maxLength: 3 })
    .map((segments) => segments.map((word) => `${word}/`).join(''))
    .filter((text) => !trait.reservedPaths?.some((start) => text.startsWith(start)) && !/[*?]/.test(text));
  const allowed = trait.name?.characters ?? '\\w';
  const name = fc.oneof(
    ofCharacters(allowed, 1, trait.name?.maxLength ?? 40),
    fc.constantFrom('CMI_ROLE', 'model-import', 'KEY'),
  );
  const own = target.account === undefined ? account : fc.oneof(fc.constant(target.account), account);
  return fc
    .tuple(partitionOf(target), own, path, name)
    .map(
      ([partition, owner, folder, end]) =>
        `arn:${partition}:${trait.service}::${owner}:${trait.resourceType}/${folder}${end}`,
    );
}

function uriOf({ keyCharacters = 'a-z' }: S3UriTrait): fc.Arbitrary<string> {
  const bucket = fc
    .oneof(
      textOfPattern('[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]', 61),
      fc.constantFrom('acme-weights', 'a.b', '1.2.3', 'bucket', 'ab-s3alias', 'sthree', '0--0', 'weights-us-east-1'),
    )
    .filter(
      (name) =>
        !name.includes('..') &&
        !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
        !/^(?:xn--|sthree-|amzn-s3-demo-)/.test(name) &&
        !/(?:--x-s3|--table-s3|--ol-s3|\.mrap)$/.test(name),
    );
  const segment = fc
    .oneof(
      ofCharacters(keyCharacters, 1, 30),
      fc.constantFrom('support-bot', 'v1.0', '...', 'a.b', 'weights.v2', '.bin', '(1)'),
    )
    .filter((text) => text !== '.' && text !== '..');
  return fc
    .tuple(bucket, fc.array(segment, { maxLength: 4 }), fc.boolean())
    .map(([name, segments, isFolder]) => `s3://${[name, ...segments].join('/')}${isFolder ? '/' : ''}`)
    .filter(
      (uri) =>
        !/\.(?:tar|t?gz|bz2|xz|zst|zip|7z|rar|safetensors|gg[mu][lf]|bin|pth?|ckpt|onnx|h5|jsonl?|csv|parquet)$/i.test(
          uri,
        ),
    );
}

function keyOf({ forms }: KmsTrait, target: Target): fc.Arbitrary<string> {
  const id = fc.oneof(
    fc.uuid(),
    fc.uuid().map((text) => text.toUpperCase()),
    fc.uuid().map((text) => `mrk-${text.replaceAll('-', '')}`),
  );
  const alias = fc
    .oneof(ofCharacters('a-zA-Z0-9/_-', 1, 250), fc.constantFrom('nightly', 'aws', 'team/KEY', 'us-east-1', 'awsome/x'))
    .filter((name) => !name.startsWith('aws/'))
    .map((name) => `alias/${name}`);
  const holder = partitionOf(target).chain((partition) => {
    const region =
      target.region === undefined ? fc.constantFrom(...(regionsOf[partition] ?? [])) : fc.constant(target.region);
    return fc.tuple(region, account).map(([place, owner]) => `arn:${partition}:kms:${place}:${owner}:`);
  });
  const all: Readonly<Record<KmsTrait['forms'][number], fc.Arbitrary<string>>> = {
    keyId: id,
    keyArn: fc.tuple(holder, id).map(([arn, key]) => `${arn}key/${key}`),
    aliasArn: fc.tuple(holder, alias).map((parts) => parts.join('')),
    aliasName: alias,
  };
  return fc.oneof(...forms.map((form) => all[form]));
}

function idOf({ prefix }: { readonly prefix: string }): fc.Arbitrary<string> {
  return fc.stringMatching(/^([0-9a-f]{8}|[0-9a-f]{17}|[0-9A-F]{8})$/).map((digits) => `${prefix}-${digits}`);
}

/** The texts that a policy trait of a string asks for; null where no trait says more than the model. */
export function textOfPolicy(traits: Traits, longest: number, target: Target): fc.Arbitrary<string> | null {
  // The model's validity has checked each value against its trait's definition.
  const read = <Trait>(id: string) => traits[id] as Trait | undefined;
  const name = read<NameAlphabet>('shapegate#nameAlphabet');
  if (name !== undefined) return nameOf(name, longest);
  const arn = read<ArnTrait>('shapegate#arn');
  if (arn !== undefined) return arnOf(arn, target);
  const uri = read<S3UriTrait>('shapegate#s3Uri');
  if (uri !== undefined) return uriOf(uri);
  const key = read<KmsTrait>('shapegate#kmsKeyId');
  if (key !== undefined) return keyOf(key, target);
  const id = read<{ readonly prefix: string }>('shapegate#resourceId');
  return id === undefined ? null : idOf(id);
}

/** Targets of requests: known and unknown, in the Regions where an operation is offered if it names them. */
export function targetOf(traits: Traits): fc.Arbitrary<Target> {
  const available = traits['shapegate#availableRegions'] as { readonly regions: readonly string[] } | undefined;
  const regions = available?.regions ?? Object.values(regionsOf).flat();
  return fc.constantFrom<Target>(
    {},
    { account: '111122223333' },
    ...regions.map((region) => ({ region })),
    ...regions.map((region) => ({ region, account: '111122223333' })),
  );
}
