// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are what the rule looks for
import { quoteValue } from '../../rule/quote-value.ts';
import { isObject, type JsonValue } from '../../shape/json.ts';
import { ruleOnEveryValue } from '../rule-on-every-value.ts';
import { findReference, referenceHint } from './find-reference.ts';

interface Facts {
  readonly value: JsonValue;
  readonly reference: string;
}

/** `{"Ref": …}` and the like: what templates and pipelines write in the place of a value. */
function findInMapping(value: JsonValue): string | undefined {
  if (!isObject(value)) return undefined;
  const [key, second] = Object.keys(value);
  if (key === undefined || second !== undefined) return undefined;
  return /^(?:Get|Ref|\$ref|Fn::\w{1,40}|Std:\w{1,40}|Fn\.\w{1,40})$/.test(key) ? `{"${key}": …}` : undefined;
}

export const rule = ruleOnEveryValue<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec that is submitted has values, not references to them.',
  why: 'Nothing between the spec and the service puts a value in their place: the reference itself would be sent.',
  help: 'Render the template first and check what comes out, or allow references for this file in the configuration.',
  source: 'Specs as they were published.',
  related: ['value/placeholder'],
  hint: referenceHint,
  check(value, { refused }) {
    const reference =
      typeof value === 'string' ? findReference(value, refused) : refused ? findInMapping(value) : undefined;
    return reference === undefined ? [] : [{ at: '', facts: { value, reference } }];
  },
  message: ({ value, reference }) =>
    typeof value !== 'string' || value === reference
      ? `${quoteValue(reference)} is a reference, expected a value`
      : `${quoteValue(value)} has the reference ${quoteValue(reference)}, expected a value`,
  good: [
    { value: 'costs $5, or $ 6' },
    { value: 'pa$word and 100%' },
    { value: '{"a": {"b": 1}}' },
    { value: '$.detail.name' },
    { value: 'arn:aws:s3:::acme/${aws:username}' },
    { value: { Ref: 'Role' } },
    { value: { Get: 'a', Ref: 'b' }, refused: true },
  ],
  bad: [
    { value: '${ROLE_ARN}', message: '`${ROLE_ARN}` is a reference, expected a value' },
    {
      value: 's3://acme-reports/$PREFIX/',
      message: '`s3://acme-reports/$PREFIX/` has the reference `$PREFIX`, expected a value',
    },
    {
      value: 'nightly-$(date +%s)',
      message: '`nightly-$(date +%s)` has the reference `$(date +%s)`, expected a value',
    },
    {
      value: 'nightly-{{ execution.id }}',
      message: '`nightly-{{ execution.id }}` has the reference `{{ execution.id }}`, expected a value',
    },
    { value: { Get: 'Parameters.Role' }, refused: true, message: '`{"Get": …}` is a reference, expected a value' },
    { value: { 'Fn::Sub': 'a-${b}' }, refused: true, message: '`{"Fn::Sub": …}` is a reference, expected a value' },
  ],
});
