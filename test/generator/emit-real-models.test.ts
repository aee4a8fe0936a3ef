import { existsSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Artefact, generateFiles } from '../../generator/src/pipeline.ts';
import { compileFiles } from './compile.ts';

const test = suite('emit: real models');
const models = new URL('../../../shared/models/', import.meta.url);

const cases: readonly {
  readonly file: string;
  readonly emit: readonly Artefact[];
  readonly operations?: readonly string[];
}[] = [
  {
    file: 'sagemaker-2017-07-24',
    emit: ['types', 'builder', 'schema', 'validator'],
    operations: ['CreateTrainingJob'],
  },
  { file: 'lambda-2015-03-31', emit: ['types', 'builder', 'schema', 'validator'] },
  { file: 's3-2006-03-01', emit: ['types'] },
  // Recursive structures, unions and documents; and a client beside everything else.
  {
    file: 'bedrock-agent-2023-06-05',
    emit: ['types', 'builder', 'schema', 'validator', 'client'],
    operations: ['CreateFlow', 'CreatePrompt'],
  },
];

test('what is generated compiles in a strict NodeNext project', async () => {
  if (!existsSync(models)) return console.log('skip real models: ../shared is not there');
  const all = new Map<string, string>();
  for (const { file, emit, operations } of cases) {
    const texts = [{ file: `${file}.json`, text: readFileSync(new URL(`${file}.json`, models), 'utf8') }];
    const { files, events } = await generateFiles(texts, emit, operations === undefined ? {} : { operations });
    assert.ok(
      files.length > 0,
      events
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message)
        .join('\n'),
    );
    for (const { path, text } of files) {
      if (!path.endsWith('.ts')) continue;
      all.set(`${file}/${path}`, text);
      assert.not.match(text, /[:<|] any\b|as any\b/, path);
    }
  }
  assert.equal(compileFiles(all), []);
});

test.run();
