import { isObject } from '@shapegate/validator/leaves';
import type { Traits } from '../model/model.ts';
import { type ApiView, readMembers, readTrait, sortEntries } from './api-view.ts';
import { quote } from './escape.ts';
import type { FunctionStatement } from './file.ts';
import { lowerFirst, type NameScope } from './identifier.ts';

/** Services whose ARNs name no Region. */
const globalServices = new Set(['iam']);

interface Bearer {
  readonly name: string;
  readonly traits: Traits;
}

/** Functions that put a string together from the parts that a trait of the vocabulary says it has, such as an ARN. */
export function listPartsConstructors(view: ApiView, scope: NameScope): FunctionStatement[] {
  const bearers = new Map<string, Bearer>();
  for (const [name, shape] of view.shapes) bearers.set(lowerFirst(name), { name, traits: shape.traits });
  for (const shape of view.shapes.values()) {
    for (const [name, member] of readMembers(shape)) {
      const bears = member.traits.has('shapegate#arn') || member.traits.has('shapegate#s3Uri');
      if (bears && !bearers.has(lowerFirst(name))) bearers.set(lowerFirst(name), { name, traits: member.traits });
    }
  }
  return sortEntries(bearers).flatMap(([name, bearer]) => {
    if (bearer.traits.has('shapegate#s3Uri')) return [joinS3Uri(scope.take(name))];
    return bearer.traits.has('shapegate#arn') ? [joinArn(scope.take(name), bearer)] : [];
  });
}

function joinArn(name: string, bearer: Bearer): FunctionStatement {
  const trait = readTrait(bearer, 'shapegate#arn');
  const { service, resourceType, path } = isObject(trait) ? trait : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const parts = [
    'readonly account: string',
    'readonly name: string',
    ...(path === undefined ? [] : ['readonly path?: string']),
    'readonly partition?: string',
    ...(globalServices.has(text(service)) ? [] : ['readonly region?: string']),
  ];
  return {
    kind: 'function',
    name,
    doc: {
      text: 'Puts the ARN together from its parts; the partition is `aws` where none is given. The gate checks it.',
    },
    parameters: [{ name: 'parts', type: `{ ${parts.join('; ')} }` }],
    returns: 'string',
    body: [`return joinArn(${quote(text(service))}, ${quote(text(resourceType))}, parts);`],
  };
}

function joinS3Uri(name: string): FunctionStatement {
  return {
    kind: 'function',
    name,
    doc: { text: 'Puts the URI together from bucket and key. The gate checks it.' },
    parameters: [{ name: 'parts', type: '{ readonly bucket: string; readonly key?: string }' }],
    returns: 'string',
    body: ['return joinS3Uri(parts);'],
  };
}
