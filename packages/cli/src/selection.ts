/** What `--changed` and `--trust` need; who lints files and folders loads none of it. */
export { Repository } from './git/repository.ts';
export { RevisionReader } from './git/revision-reader.ts';
export { ChangedSpecs } from './selection/changed-specs.ts';
