/** What folders, `--changed` and `--trust` need; who lints named files loads none of it. */
export { Repository } from './git/repository.ts';
export { RevisionReader } from './git/revision-reader.ts';
export { ChangedSpecs } from './selection/changed-specs.ts';
export { GitIgnore } from './selection/git-ignore.ts';
