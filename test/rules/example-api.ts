import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileApi, readApi } from '../../generator/src/pipeline.ts';
import type { Api } from '../../packages/validator/src/shape/api.ts';

const vocabulary = fileURLToPath(new URL('../../model/shapegate', import.meta.url));
const example = fileURLToPath(new URL('example.smithy', import.meta.url));

/** The API of `example.smithy`, compiled on the fly: what the specs in the rules' declarations are written for. */
export function readExampleApi(): Api {
  const texts = readdirSync(vocabulary)
    .filter((name) => name.endsWith('.smithy'))
    .map((name) => ({ file: `model/shapegate/${name}`, text: readFileSync(join(vocabulary, name), 'utf8') }));
  texts.push({ file: 'test/rules/example.smithy', text: readFileSync(example, 'utf8') });
  const { view, events } = readApi(texts);
  if (view === null) throw new Error(events.map(({ message }) => message).join('; '));
  const { api } = compileApi(view);
  if (api === null) throw new Error('the example nests too deep');
  return api;
}
