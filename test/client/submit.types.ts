// Compiled and not run: what must not compile when a request is submitted.
import { type BedrockClient, submit } from '@shapegate/client';
import type { Gate, Valid } from '@shapegate/validator';
import type { CreateModelImportJobRequest, DeleteImportedModelRequest, Requests } from '@shapegate/validator/api';

declare const client: BedrockClient;
declare const gate: Gate<Requests>;
declare const input: CreateModelImportJobRequest;
declare const valid: Valid<CreateModelImportJobRequest>;
declare const another: Valid<DeleteImportedModelRequest>;

await submit(client, valid);

const checked = gate.check('CreateModelImportJob', input);
if (checked.verdict === 'valid') await submit(client, checked.request);

// @ts-expect-error the request was not checked
await submit(client, input);
// @ts-expect-error neither was this one, whatever it looks like
await submit(client, { operation: 'CreateModelImportJob', input, target: {} });
// @ts-expect-error a copy is not what the gate made
await submit(client, { ...valid });
// @ts-expect-error a verdict is not a request
await submit(client, checked);
// @ts-expect-error it may be invalid
await submit(client, checked.request);
// @ts-expect-error another operation's request
await submit(client, another);
