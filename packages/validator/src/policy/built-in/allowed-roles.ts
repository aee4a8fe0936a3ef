import { parseArn } from '../../rule/arn.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { expectText, listTexts, matchesAny } from './read-input.ts';

const importers = { on: '/roleArn', roles: ['import-*', 'arn:aws:iam::111122223333:role/team/weights'] };

/** An ARN is compared as a whole, anything else with the role's name, without its path. */
export const allowedRoles: BuiltIn = {
  name: 'allowed-roles',
  summary: 'The role is one of those that are allowed.',
  parameters: {
    on,
    roles: {
      kind: 'roles',
      required: true,
      description: 'ARNs or names of roles; `*` stands for any characters.',
    },
  },
  findPlaceFault: expectText,
  *check({ on: pointers, roles }, { input }) {
    const arns = roles.filter((role) => role.startsWith('arn:'));
    const names = roles.filter((role) => !role.startsWith('arn:'));
    for (const pointer of pointers)
      for (const { pointer: at, value } of listTexts(input, pointer)) {
        const resource = parseArn(value)?.resource ?? value;
        const name = resource.slice(resource.lastIndexOf('/') + 1);
        if (matchesAny(arns, value) || matchesAny(names, name)) continue;
        yield {
          kind: 'hit',
          pointer: at,
          message: `the role is ${quoteValue(value)}, expected ${joinNames(roles, 'or')}`,
        };
      }
  },
  examples: [
    { with: importers, input: { roleArn: 'arn:aws:iam::111122223333:role/team/import-nightly' }, hits: [] },
    { with: importers, input: { roleArn: 'arn:aws:iam::111122223333:role/team/weights' }, hits: [] },
    {
      with: importers,
      input: { roleArn: 'arn:aws:iam::444455556666:role/team/weights' },
      hits: [
        {
          pointer: '/roleArn',
          message:
            'the role is `arn:aws:iam::444455556666:role/team/weights`, expected `import-*` or `arn:aws:iam::111122223333:role/team/weights`',
        },
      ],
    },
  ],
};
