/** The groups of the built-in rules' ids, which no policy may use; a test compares them with the catalogue. */
export const builtInGroups: readonly string[] = [
  'arn',
  'config',
  'cross',
  'kms',
  'name',
  'policy',
  'region',
  's3',
  'shape',
  'spec',
  'suppression',
  'tags',
  'token',
  'value',
  'vpc',
  'waiver',
];
