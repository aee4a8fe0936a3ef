import { type Submission, submit as submitRequest } from '@shapegate/client';
import type { Valid } from '@shapegate/validator';
import type { CreateModelImportJobRequest } from '@shapegate/validator/api';
import type { Arguments } from '../../arguments.ts';
import { escapeLine, escapeText } from '../../format/escape.ts';
import { readLook } from '../../format/look.ts';
import { formatPretty } from '../../format/pretty.ts';
import { type CheckedSpec, checkSpecs } from '../../gate/checked-specs.ts';
import { readSeconds } from '../../read-seconds.ts';
import { write } from '../../terminal.ts';
import { ToolProblem } from '../../tool-problem.ts';
import { waitWithProgress } from './jobs.ts';
import { askService, createClient } from './service.ts';

const submitted = 'CreateModelImportJob';

/** Why a checked spec cannot be sent; null where it can. */
function findObstacle({ valid }: CheckedSpec): ToolProblem | null {
  if (valid.operation !== submitted)
    return new ToolProblem(
      `\`${valid.operation}\` cannot be submitted, expected \`${submitted}\``,
      '`shapegate jobs` and `shapegate models` ask the service.',
    );
  if (valid.target.region === undefined)
    return new ToolProblem(
      'nothing says which Region to send to',
      'Write `region:` in the spec, give --region, or set AWS_REGION.',
    );
  return null;
}

function tellSubmission(submission: Submission, name: string): number {
  if (submission.outcome === 'name-in-use') {
    const { error, jobArn, differences } = submission;
    const members = differences.map(({ member }) => member).join(', ');
    write(
      2,
      `${escapeText(`${error.name}: ${error.message}`)}\n${escapeLine(name)}: the name belongs to ${escapeLine(jobArn)}, which differs in ${members}\n`,
    );
    return 1;
  }
  write(1, `${escapeLine(submission.jobArn)}\n`);
  if (submission.outcome === 'already-submitted')
    write(2, `${escapeLine(name)}: this job was submitted before; none was started now\n`);
  return 0;
}

/** `shapegate submit`: checks all specs, then sends them one after the other; none where one is refused. */
export async function submit(args: Arguments): Promise<number> {
  const timeout = readSeconds(args, 'timeout');
  const { specs, reports } = await checkSpecs(args);
  if (specs.length === 0) {
    write(2, formatPretty(reports, readLook(2)));
    write(2, 'nothing was sent\n');
    return 1;
  }
  for (const spec of specs) {
    const obstacle = findObstacle(spec);
    if (obstacle !== null) throw new ToolProblem(`${spec.file}: ${obstacle.message}`, obstacle.help);
  }
  const settings = { profile: args.text('profile'), endpoint: args.text('endpoint-url') };
  let status = 0;
  for (const { file, valid } of specs) {
    const client = createClient({ ...settings, region: valid.target.region });
    const result = await askService(async () => {
      const submission = await submitRequest(client, valid as Valid<CreateModelImportJobRequest>);
      const told = tellSubmission(submission, file);
      return told === 0 && args.flag('wait') ? waitWithProgress(client, submission.jobArn, timeout) : told;
    });
    status = Math.max(status, result);
  }
  return status;
}
