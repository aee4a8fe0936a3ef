import { createGate } from '@shapegate/validator';
import { api, createModelImportJob, roleArn, s3Uri } from '@shapegate/validator/api';

const account = '111122223333';
const gate = createGate(api, { target: { region: 'eu-central-1', account } });

// Leave a required member out, or give one a wrong type, and this file does not compile.
const request = createModelImportJob()
  .jobName('support-bot-2026-11-23')
  .importedModelName('support-bot')
  .roleArn(roleArn({ account, name: 'model-import' }))
  .modelDataSource((source) =>
    source.s3DataSource((s3) => s3.s3Uri(s3Uri({ bucket: 'acme-weights', key: 'support-bot/' }))),
  )
  .vpcConfig((vpc) =>
    vpc.subnetIds(['subnet-0a1b2c3d4e5f60718', 'subnet-1a1b2c3d4e5f60718']).securityGroupIds(['sg-0a1b2c3d4e5f60718']),
  )
  .jobTags([{ key: 'team', value: 'nlp' }]);

console.log(JSON.stringify(request.build(), null, 2));

// What types cannot see, the gate does: patterns, lengths, Regions, tags, keys.
const good = request.check(gate);
console.log(good.verdict);

const bad = request.jobName('support_bot').check(gate);
console.log(bad.verdict);
for (const { rule, pointer, message } of bad.findings)
  if (bad.verdict === 'invalid') console.log(`${pointer} ${rule}: ${message}`);
