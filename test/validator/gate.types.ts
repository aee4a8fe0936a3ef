// Compiled and not run: what must not compile says so.
import { createGate, type Gate, type Valid } from '@shapegate/validator';
import { api, type CreateModelImportJobRequest, type Requests } from '@shapegate/validator/api';

const gate = createGate(api, { target: { region: 'eu-central-1' } });
const anyGate: Gate<Requests> = gate;

export function submitJob(request: Valid<CreateModelImportJobRequest, 'CreateModelImportJob'>): string {
  return request.input.jobName;
}

const checked = gate.check('CreateModelImportJob', { jobName: 'nightly' });
if (checked.verdict === 'valid') submitJob(checked.request);
// @ts-expect-error there is a request only where the verdict is valid
submitJob(checked.request);

const other = anyGate.check('GetModelImportJob', {});
// @ts-expect-error a request of another operation
if (other.verdict === 'valid') submitJob(other.request);

const unknown = anyGate.check('Unknown' as string, {});
// @ts-expect-error of an operation that is not known when compiling, nothing is known
if (unknown.verdict === 'valid') submitJob(unknown.request);

declare const input: CreateModelImportJobRequest;
// @ts-expect-error what looks like a valid request is none
submitJob({ operation: 'CreateModelImportJob', input, target: {} });

if (checked.verdict === 'valid') {
  // @ts-expect-error what was checked stays as it is
  checked.request.input = input;
  // @ts-expect-error nobody but the gate can make one
  new checked.request.constructor(input).operation;
}

// @ts-expect-error an account is text
createGate(api, { target: { account: 111122223333 } });
// @ts-expect-error not a severity
createGate(api, { rules: { 'arn/account': 'fatal' } });
