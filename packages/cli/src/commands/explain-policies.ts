import { type Api, readDocuments } from '@shapegate/validator';
import { loadPolicies } from '@shapegate/validator/policy';
import type { FileReader } from '../config/file-reader.ts';
import type { PolicyChoice } from '../config/file-settings.ts';
import type { PolicyReader } from '../policy/policy-reader.ts';
import { readPolicyFiles } from '../policy/read-policy-files.ts';
import type { Place, ShownPolicyRule } from './explanation.ts';
import { describePolicyRule } from './policy-rule-facts.ts';

/** A policy as somebody names it, and where. */
export interface NamedChoice {
  readonly choice: PolicyChoice;
  readonly from: readonly Place[];
}

/**
 * Every rule of policies, as it stands after all of them.
 * @param asked the operations of a file's documents; none where nothing says them
 */
export function listPolicyRules(
  choices: readonly NamedChoice[],
  asked: ReadonlySet<string>,
  api: Api,
  reader: FileReader,
): ShownPolicyRule[] {
  const policies: PolicyReader = { files: reader, readDocuments };
  const read = choices.map(({ choice, from }) => ({
    files: new Set(readPolicyFiles([choice], policies).map(({ file }) => file)),
    from,
  }));
  const files = readPolicyFiles(
    choices.map(({ choice }) => choice),
    policies,
  );
  return loadPolicies(files, api)
    .rules.map(describePolicyRule)
    .filter(({ enabled }) => enabled)
    .map(({ id, severity, summary, operations, waivable, stated, changed }) => ({
      rule: id,
      severity,
      summary,
      operations,
      asked: asked.size === 0 || operations.some((operation) => asked.has(operation)),
      waivable,
      stated,
      changed,
      from: read.flatMap((each) => ([stated, ...changed].some(({ file }) => each.files.has(file)) ? each.from : [])),
    }));
}
