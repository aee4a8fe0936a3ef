import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The example whose recipes are tried. */
export const exampleFolder = join(root, 'examples/07-monorepo');

/** The version of a tool that the example's `package.json` names. */
function readVersion(name: string): string {
  const manifest: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(exampleFolder, 'package.json'), 'utf8'),
  );
  const version = manifest.devDependencies[name] ?? '';
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`the example names no exact version of ${name}`);
  return version;
}

/** A tool from npm, in a folder of its own. */
export interface InstalledTool {
  readonly name: string;
  /** The `node_modules` folder that holds it. */
  readonly modules: string;
}

/** What `npm run` says of this repository would send an install elsewhere. */
function leaveOutOwnPackage(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(?:npm_(?:package|lifecycle|command|execpath|node_execpath)|npm_config_(?:local_)?prefix|INIT_CWD)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/**
 * Installs a tool from npm, without its install scripts, and keeps it until `node_modules` goes: it is no dependency of
 * this repository, since its packages for other platforms are not in every registry and `npm ci` wants all of them.
 * Null, said on standard output, where it cannot be installed.
 */
export function installTool(name: string): InstalledTool | null {
  const version = readVersion(name);
  const kept = join(root, 'node_modules/.cache/shapegate-engines');
  const folder = join(kept, `${name}-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(kept, { recursive: true });
    const fresh = mkdtempSync(join(kept, `.${name}-`));
    try {
      writeFileSync(join(fresh, 'package.json'), '{ "private": true }\n');
      const args = [
        'install',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--no-save',
        '--prefer-offline',
        '--fetch-retries=1',
      ];
      const { status, stderr } = spawnSync('npm', [...args, `${name}@${version}`], {
        cwd: fresh,
        env: leaveOutOwnPackage(process.env),
        encoding: 'utf8',
        timeout: 240_000,
        shell: process.platform === 'win32',
      });
      if (status !== 0) {
        console.log(
          `skip ${name} ${version}: it cannot be installed: ${/^npm error (?!code)(.*)/m.exec(stderr)?.[1] ?? 'npm failed'}`,
        );
        return null;
      }
      // Another run of this test may have been faster.
      if (!existsSync(folder)) renameSync(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return { name, modules: join(folder, 'node_modules') };
}
