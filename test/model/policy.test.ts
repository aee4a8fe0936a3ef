import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkModel } from '../../generator/src/check/check-model.ts';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import type { Traits } from '../../generator/src/model/model.ts';
import { toJson } from '../../generator/src/syntax/node.ts';

const root = fileURLToPath(new URL('../../model/', import.meta.url));
const texts = ['shapegate/', 'bedrock/'].flatMap((folder) =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith('.smithy'))
    .map((name) => ({ file: `model/${folder}${name}`, text: readFileSync(root + folder + name, 'utf8') })),
);
const { model } = assembleModel(texts);

/** The traits of a shape or member by its name in the API. */
function traitsAt(name: string): Traits {
  const [shapeName, memberName] = name.split('$');
  const shape = model.shapes.get(`com.amazonaws.bedrock#${shapeName}`);
  if (shape === undefined) throw new Error(`the model has no ${name}`);
  if (memberName === undefined) return shape.traits;
  const member = 'members' in shape ? shape.members.get(memberName) : undefined;
  if (member === undefined) throw new Error(`the model has no ${name}`);
  return member.traits;
}

function traitValue(name: string, trait: string): Record<string, unknown> {
  const found = traitsAt(name).get(trait);
  if (found === undefined) throw new Error(`${name} does not bear ${trait}`);
  return toJson(found.value) as Record<string, unknown>;
}

function patternOf(name: string): RegExp {
  return new RegExp(String(toJson(traitsAt(name).get('smithy.api#pattern')!.value)));
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The characters that the class takes and those that the pattern takes in a text around them have to be the same. */
function assertSameCharacters(characterClass: unknown, pattern: RegExp, around: (character: string) => string): void {
  const wanted = new RegExp(`^[${characterClass}]$`);
  assert.equal(
    ascii.filter((character) => wanted.test(character)),
    ascii.filter((character) => pattern.test(around(character))),
  );
}

const Policy = suite('policy of the import operations');

Policy('alphabets say what the patterns say', () => {
  const job = traitValue('CreateModelImportJobRequest$jobName', 'shapegate#nameAlphabet');
  assertSameCharacters(job.characters, patternOf('JobName'), (character) => `a${character}a`);
  assertSameCharacters(job.first, patternOf('JobName'), (character) => `${character}a`);
  const name = traitValue('CreateModelImportJobRequest$importedModelName', 'shapegate#nameAlphabet');
  assertSameCharacters(name.characters, patternOf('ImportedModelName'), (character) => `a${character}a`);
  assertSameCharacters(name.first, patternOf('ImportedModelName'), (character) => `${character}a`);
  assertSameCharacters('a-zA-Z0-9', patternOf('ImportedModelName'), (character) => `a-${character}`);
  assertSameCharacters(name.single, /^[_-]$/, (character) => character);
});

Policy('tags and keys of S3 objects take the characters that the patterns take', () => {
  const tags = traitValue('TagList', 'shapegate#tags');
  assertSameCharacters(tags.characters, patternOf('TagKey'), (character) => character);
  assertSameCharacters(tags.characters, patternOf('TagValue'), (character) => character);
  assert.is(tags.limit, 50);
  const s3 = traitValue('S3Uri', 'shapegate#s3Uri');
  assertSameCharacters(s3.keyCharacters, patternOf('S3Uri'), (character) => `s3://bucket/a/${character}/b`);
});

Policy('members that traits name are there', () => {
  const vpc = traitValue('VpcConfig', 'shapegate#vpc');
  traitsAt(`VpcConfig$${vpc.subnetIds}`);
  traitsAt(`VpcConfig$${vpc.securityGroupIds}`);
  for (const structure of ['CreateModelImportJobRequest', 'VpcConfig'])
    for (const [wrong, { use }] of Object.entries(
      traitValue(structure, 'shapegate#memberHints') as Record<string, { use: string[] }>,
    )) {
      for (const member of use) traitsAt(`${structure}$${member}`);
      assert.throws(() => traitsAt(`${structure}$${wrong}`));
    }
});

Policy('each trait of the vocabulary is used, and documented', () => {
  const used = new Set<string>();
  for (const shape of model.shapes.values()) {
    for (const id of shape.traits.keys()) used.add(id);
    if ('members' in shape)
      for (const member of shape.members.values()) for (const id of member.traits.keys()) used.add(id);
  }
  for (const shape of model.shapes.values()) {
    if (!shape.id.startsWith('shapegate#') || !shape.traits.has('smithy.api#trait')) continue;
    assert.ok(used.has(shape.id), shape.id);
    const documentation = shape.traits.get('smithy.api#documentation');
    assert.match(documentation === undefined ? '' : String(toJson(documentation.value)), /```smithy\n[^`]+\n```/);
  }
});

Policy('the model has no fault, and a wrong parameter would be one', () => {
  assert.equal(checkModel(assembleModel(texts)), []);
  for (const [from, to] of [
    ['limit: 50', 'limit: "50"'],
    ['limit: 50', 'limit: 0'],
    ['forms: ["keyId"', 'forms: ["keyid"'],
    ['asOf: "2026-09-17"', 'asOf: "17 September"'],
    ['regions: ["us-east-1"', 'regions: ["useast1"'],
    ['resourceType: "role"', 'resource: "role"'],
    ['@uniqueName(quota: 3)', '@uniqueName(quota: -3)'],
    ['apply CreateModelImportJob @defaultOperation', 'apply TagList @defaultOperation'],
  ] as const) {
    const changed = texts.map(({ file, text }) => ({ file, text: text.replace(from, to) }));
    const refused = checkModel(assembleModel(changed)).filter(
      ({ severity, file }) => severity === 'error' && file.endsWith('import.policy.smithy'),
    );
    assert.ok(refused.length > 0, to);
  }
});

Policy.run();
