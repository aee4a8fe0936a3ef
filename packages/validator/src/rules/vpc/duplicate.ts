import type { Hit } from '../../rule/hit.ts';
import { mayRepeat } from '../../rule/may-repeat.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';

/** The value of `shapegate#resourceIds`. */
type ResourceIdsTrait = { readonly prefix: string };

interface Facts {
  readonly id: string;
}

export const rule = ruleOn<'list', ResourceIdsTrait>(
  'shapegate#resourceIds',
  'list',
)<Facts>({
  severity: 'warning',
  since: '0.1.0',
  summary: 'A resource stands once in a list of ids.',
  why: 'The second one adds nothing, and mostly another was meant: a subnet of a second zone, a second group.',
  help: 'Take it away, or write the id that was meant.',
  source: 'inferred: the API accepts it',
  absorbs: ['shape/unique-items'],
  related: ['vpc/single-subnet', 'vpc/resource-id'],
  parameters: { prefix: 'subnet' },
  check(ids) {
    const hits: Hit<Facts>[] = [];
    const words = ids.map((id) => (typeof id === 'string' ? id.toLowerCase() : ''));
    if (!mayRepeat(words)) return hits;
    const first = new Map<string, number>();
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index];
      if (typeof id !== 'string' || id === '') continue;
      const word = words[index] ?? '';
      const earlier = first.get(word);
      if (earlier === undefined) first.set(word, index);
      else
        hits.push({
          at: `/${index}`,
          facts: { id },
          related: [{ at: `/${earlier}`, message: 'the first one' }],
          fix: { title: 'take the second one away', kind: 'remove', pointer: `/${index}` },
        });
    }
    return hits;
  },
  message: ({ id }) => `${quoteValue(id)} stands twice, expected once`,
  good: [
    { value: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] },
    { value: ['subnet-0a1b2c3d'] },
    { value: ['subnet-0a1b2c3d', 'subnet-0a1b2c3d4e5f6a7b8'] },
  ],
  bad: [
    {
      value: ['subnet-0a1b2c3d', 'subnet-0a1b2c3d'],
      at: '/1',
      message: '`subnet-0a1b2c3d` stands twice, expected once',
    },
    {
      value: ['sg-0a1b2c3d', 'sg-4e5f6a7b', 'sg-0A1B2C3D'],
      trait: { prefix: 'sg' },
      at: '/2',
      message: '`sg-0A1B2C3D` stands twice, expected once',
    },
    {
      value: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b', 'subnet-4e5f6a7b', 'subnet-8c9d0e1f'],
      at: '/2',
      message: '`subnet-4e5f6a7b` stands twice, expected once',
    },
  ],
});
