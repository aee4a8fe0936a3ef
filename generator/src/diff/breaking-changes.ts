import type { EventSeverity } from '@shapegate/validator/leaves';
import { addTo } from '../model/add-to.ts';

export type ChangeType = 'add' | 'remove' | 'update' | 'presence' | 'any';

/** What change of a trait breaks whom; `path` leads into its value, by names of members. */
export interface BreakingChange {
  readonly change: ChangeType;
  readonly severity: EventSeverity;
  readonly path: readonly string[];
}

/** What standard traits outside the prelude say of themselves: trait, change, severity where it is no error, path. */
const table = `
aws.api#awsChunked remove
aws.auth#sigv4 remove
aws.auth#sigv4a remove
aws.cloudformation#cfnAdditionalIdentifier remove
aws.cloudformation#cfnName any
aws.cloudformation#cfnExcludeProperty add
aws.cloudformation#cfnResource presence
aws.endpoints#endpointsModifier presence
aws.endpoints#standardRegionalEndpoints remove
aws.endpoints#standardPartitionalEndpoints any
aws.endpoints#dualStackOnlyEndpoints any
aws.endpoints#rulesBasedEndpoints any
aws.protocols#awsQueryError any
aws.protocols#httpChecksum remove danger
aws.protocols#httpChecksum remove danger requestAlgorithmMember
aws.protocols#httpChecksum remove danger requestValidationModeMember
aws.protocols#httpChecksum remove danger responseAlgorithms/member
smithy.mqtt#publish any
smithy.mqtt#subscribe any
smithy.openapi#specificationExtension presence
smithy.openapi#specificationExtension any error as
`;

/** What breaks when such a trait changes, by trait; the prelude's and a model's own say it in \`breakingChanges\`. */
export const breakingChanges: ReadonlyMap<string, readonly BreakingChange[]> = readTable();

function readTable(): Map<string, BreakingChange[]> {
  const rules = new Map<string, BreakingChange[]>();
  for (const line of table.trim().split('\n')) {
    const [trait = '', change = 'any', severity = 'error', path = ''] = line.split(' ');
    const rule = {
      change: change as ChangeType,
      severity: severity as EventSeverity,
      path: path === '' ? [] : path.split('/'),
    };
    addTo(rules, trait, rule);
  }
  return rules;
}
