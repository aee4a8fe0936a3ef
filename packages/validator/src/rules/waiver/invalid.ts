import { ruleOf } from '../rule-of.ts';

export interface InvalidWaiverFacts {
  readonly message: string;
  readonly help: string;
}

export const rule = ruleOf<InvalidWaiverFacts>('waiver', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A waiver says what it waives, why, for whom and until when, and waives what may be waived.',
  why: 'A waiver that cannot be understood silences nothing, and whoever wrote it should know.',
  help: ({ help }) => help,
  source: 'A decision of this tool.',
  related: ['waiver/expired', 'suppression/unknown-rule'],
  message: ({ message }) => message,
  good: [
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/enum
    file: "*.yaml"
    pointer: /size
    reason: the service takes it in this Region
    owner: nlp-team
    ticket: NLP-123
    expires: 2027-03-31
`,
    },
    { spec: 'apiVersion: shapegate/v1\nkind: Waivers\nwaivers: []\n' },
  ],
  bad: [
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/enum
    file: "*.yaml"
    pointer: /size
    reason: the service takes it in this Region
    owner: nlp-team
    ticket: NLP-123
    expires: 2027-02-30
`,
      at: '/waivers/0/expires',
      message: 'found `2027-02-30`, expected a day of the calendar, such as `2027-03-31`',
    },
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/enumm
    file: "*.yaml"
    pointer: /size
    reason: the service takes it in this Region
    owner: nlp-team
    ticket: NLP-123
    expires: 2027-03-31
`,
      at: '/waivers/0/rule',
      message: 'there is no rule `shape/enumm`',
    },
  ],
});
