import { parseArn } from '../../../rule/arn.ts';
import { quoteValue } from '../../../rule/quote-value.ts';
import { Failure } from '../failure.ts';
import { recordType, stringType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

const text = { type: stringType, required: true };
const arnType = recordType('arn', { partition: text, service: text, region: text, account: text, resource: text });

export const arn: LanguageFunction = {
  name: 'arn',
  summary: 'The `partition`, `service`, `region`, `account` and `resource` of an ARN; an error for any other text.',
  overloads: [{ form: 'function', takes: ['string'] }],
  gives: () => arnType,
  run({ budget }, value) {
    budget.spendText((value as string).length);
    const parsed = parseArn(value as string);
    if (parsed === null) return new Failure(`${quoteValue(value as string)} is not an ARN`);
    const { partition, service, region, account, resource } = parsed;
    return { partition, service, region, account, resource };
  },
  examples: [
    { source: 'arn("arn:aws:iam::111122223333:role/loader").account', gives: '"111122223333"' },
    { source: 'arn("arn:aws:kms:eu-central-1:111122223333:key/1a2b").resource', gives: '"key/1a2b"' },
    { source: 'arn("alias/weights").account', fails: '`alias/weights` is not an ARN' },
  ],
};
