import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import { readEntry } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'aws.api#service';

/** Released with an end that no new one should have: from appendix A of the AWS core specification, and from the SDKs. */
const released: ReadonlySet<string> = new Set([
  'ApiGatewayManagementApi',
  'Application Discovery Service',
  'Config Service',
  'Cost and Usage Report Service',
  'Database Migration Service',
  'Directory Service',
  'Elasticsearch Service',
  'IoT 1Click Devices Service',
  'Lex Model Building Service',
  'Lex Runtime Service',
  'Marketplace Entitlement Service',
  'Resource Groups Tagging API',
]);

/** The `sdkId` of an AWS service can name a client: from the AWS core specification, "sdkId". */
export function* checkSdkServiceIds(context: CheckContext): Generator<ModelEvent> {
  for (const service of context.services()) {
    const value = service.traits.get(trait)?.value;
    const sdkId = value === undefined ? undefined : readEntry(value, 'sdkId');
    if (sdkId?.kind !== 'string') continue;
    const problem = findProblem(sdkId.value);
    if (problem !== null)
      yield report('danger', 'SdkServiceId', service, `\`sdkId\` is \`${sdkId.value}\`, ${problem}`, sdkId);
  }
}

function findProblem(sdkId: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/.test(sdkId))
    return 'expected letters, digits and single spaces between them, a letter first';
  const company = /AWS|Aws|Amazon/.exec(sdkId)?.[0];
  if (company !== undefined) return `expected one without \`${company}\``;
  const end = /(?:api|client|service)$/i.exec(sdkId)?.[0];
  return end === undefined || released.has(sdkId) ? null : `expected one that does not end with \`${end}\``;
}
