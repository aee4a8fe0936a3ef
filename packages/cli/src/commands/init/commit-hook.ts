import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The hook that lints what is committed, for the runner of hooks that a repository has. */
export interface CommitHook {
  /** Its file, relative to the repository's root. */
  readonly file: string;
  /** The whole file, where there is none. */
  readonly text: string;
  /** What to add to a file that is there. */
  readonly addition: string;
  /** What is left to do for a hook that has just been written; empty where it is at work at once. */
  readonly next: string;
}

const lefthookFiles = ['lefthook', '.lefthook', '.config/lefthook'].flatMap((name) =>
  ['yml', 'yaml', 'json', 'jsonc', 'toml'].map((extension) => `${name}.${extension}`),
);

/** The packages that `package.json` says a repository develops with; none where it cannot be read. */
function listPackages(root: string): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return ['dependencies', 'devDependencies'].flatMap((key) => {
      const entries = Object.entries(Object(manifest)).find(([name]) => name === key);
      return Object.keys(Object(entries?.[1]));
    });
  } catch {
    return [];
  }
}

/** How the hook calls this package: by npx, or where another folder than the root has it by its path. */
function chooseCommand(root: string, holder: string | null): string {
  const folder = holder === null ? '' : relative(root, holder).replaceAll(sep, '/');
  const isPlain = /^[\w-][\w./-]*$/.test(folder);
  return isPlain ? `${folder}/node_modules/.bin/shapegate` : 'npx --no-install shapegate';
}

function hookPreCommit(command: string): CommitHook {
  const addition = `  - repo: local
    hooks:
      - id: shapegate
        name: shapegate
        entry: ${command} lint --ignore-unknown
        args: ["--"]
        language: system
        files: \\.(ya?ml|json)$
        require_serial: true
`;
  return {
    file: '.pre-commit-config.yaml',
    text: `repos:\n${addition}`,
    addition,
    next: '`pre-commit install` switches the hook on.',
  };
}

function hookLefthook(file: string, command: string): CommitHook {
  const text = `pre-commit:
  commands:
    shapegate:
      glob: "*.{yaml,yml,json}"
      run: ${command} lint --ignore-unknown -- {staged_files}
`;
  return { file, text, addition: text, next: '`npx lefthook install` switches the hook on.' };
}

function hookHusky(command: string): CommitHook {
  const text = `${command} lint --changed\n`;
  return { file: '.husky/pre-commit', text, addition: text, next: '' };
}

/**
 * Chooses the hook by what the repository has: the configuration of a runner, else a runner among its packages, else
 * pre-commit, which needs no package.
 * @param root of the repository, absolute
 * @param holder the folder whose `node_modules` has this package, absolute; null where there is none
 */
export function chooseHook(root: string, holder: string | null): CommitHook {
  const command = chooseCommand(root, holder);
  const has = (name: string) => existsSync(join(root, name));
  const preCommit = hookPreCommit(command);
  if (has(preCommit.file)) return preCommit;
  const lefthook = lefthookFiles.find(has);
  if (lefthook !== undefined) return hookLefthook(lefthook, command);
  if (has('.husky')) return hookHusky(command);
  const packages = listPackages(root);
  if (packages.includes('lefthook')) return hookLefthook('lefthook.yml', command);
  return packages.includes('husky') ? hookHusky(command) : preCommit;
}
