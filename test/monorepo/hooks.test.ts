import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gitEnvironment } from '../cli/git-folder.ts';
import { makeHookSource } from '../hooks/hook-source.ts';
import { installRunners, runners } from '../hooks/install-runners.ts';
import { copyExample } from './copied-example.ts';

if (spawnSync('pre-commit', ['--version']).status !== 0) console.log('skip pre-commit: it is not installed');
else
  test('the hooks of the example stop a wrong spec, an untested policy and stale generated code', () => {
    const source = makeHookSource();
    const example = copyExample(null);
    const own = join(example.path, '.git/own');
    const env = { ...gitEnvironment, HOME: own, PRE_COMMIT_HOME: join(own, 'pre-commit') };
    const run = (command: string, ...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: example.path, env, encoding: 'utf8' });
      return { status, said: stdout + stderr };
    };
    const commit = () => {
      example.git('add', '--all');
      const answer = run('git', 'commit', '--message', 'Change a package');
      example.git('reset', '--quiet', '--hard');
      return answer;
    };
    try {
      example.edit('.pre-commit-config.yaml', 'https://github.com/OWNER/shapegate', `file://${source.path}`);
      example.edit('.pre-commit-config.yaml', 'v0.1.0', source.git('rev-parse', 'HEAD').trim());
      example.commit();
      assert.is(run('pre-commit', 'install').status, 0);

      example.edit('packages/imports/specs/production/support-bot.yaml', ', subnet-5e6f7a8b', '');
      const spec = commit();
      assert.is(spec.status, 1, spec.said);
      assert.match(spec.said, /production\/support-bot\.yaml:9:14 error acme\/two-subnets/);

      example.edit('packages/import-policy/policy/network.yaml', '>= 2', '>= 3');
      const policy = commit();
      assert.is(policy.status, 1, policy.said);
      assert.match(policy.said, /policy\/invalid|acme\/two-subnets/);

      example.edit('packages/api-evaluations/model/evaluations.smithy', 'What people call it.', 'A short name.');
      const model = commit();
      assert.is(model.status, 1, model.said);
      assert.match(model.said, /generated files are not what the model makes/);

      example.edit('packages/imports/specs/sandbox/support-bot.yaml', 'support-bot-trial', 'support-bot-second-trial');
      const good = commit();
      assert.is(good.status, 0, good.said);
    } finally {
      example.remove();
      source.remove();
    }
  });

if (!installRunners()) console.log('skip the form of the workflow: its checker cannot be installed');
else
  test('the workflow of the example has the form that GitHub reads', () => {
    const example = copyExample(null);
    const { validateWorkflow } = createRequire(join(runners, 'package.json'))('@action-validator/core') as {
      validateWorkflow(text: string): { readonly errors: readonly unknown[] };
    };
    try {
      assert.equal(validateWorkflow(example.read('.github/workflows/shapegate.yaml')).errors, []);
    } finally {
      example.remove();
    }
  });

test.run();
