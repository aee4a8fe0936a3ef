// Submits the small request to the address given, and prints what came of it.
import { BedrockClient, submit } from '@shapegate/client';
import { createGate } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { credentials } from './capture-server.ts';
import { smallInput } from './requests.ts';

const region = 'eu-central-1';
const client = new BedrockClient({ region, endpoint: process.argv[2], credentials });
const checked = createGate(api, { target: { region, account: '111122223333' } }).check(
  'CreateModelImportJob',
  smallInput,
);
if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked));
console.log(JSON.stringify(await submit(client, checked.request)));
