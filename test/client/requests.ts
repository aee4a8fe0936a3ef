/** A request with nothing that could be left out. */
export const smallInput = {
  jobName: 'nightly-2026-11-23',
  importedModelName: 'support-bot',
  roleArn: 'arn:aws:iam::111122223333:role/model-import',
  modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
};

/** A request with every member but the token. */
export const fullInput = {
  ...smallInput,
  jobTags: [
    { key: 'team', value: 'nlp' },
    { key: 'note', value: '' },
  ],
  importedModelTags: [{ key: 'cost-center', value: '4711' }],
  vpcConfig: {
    subnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-1a1b2c3d4e5f60718'],
    securityGroupIds: ['sg-0a1b2c3d4e5f60718'],
  },
  importedModelKmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};
