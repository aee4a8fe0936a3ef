import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkModel } from '../../generator/src/check/check-model.ts';
import { writeAst } from '../../generator/src/emit/ast.ts';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import { readJsonAst } from '../../generator/src/syntax/json-ast.ts';
import { parseIdl } from '../../generator/src/syntax/parser.ts';
import { readService2 } from '../../generator/src/syntax/service-2.ts';
import { type FuzzInput, makeRandom, mutate, readCorpus, readSeeds } from './fuzz-inputs.ts';

const inputs = process.env.SHAPEGATE_LONG === '1' ? 200_000 : 2_000;
/** Another seed makes other inputs. */
const seed = Number(process.env.SHAPEGATE_SEED ?? 20_261_123);
/** An input this short is read in a millisecond or two; this much means that something goes on for ever. */
const slow = 5_000;

/** Reads a text by itself; every hundredth goes the whole way to the events and the AST. */
function read({ file, text }: FuzzInput, whole: boolean): void {
  const started = performance.now();
  try {
    const { events } = file.endsWith('.json') ? readJsonAst(file, text) : parseIdl(file, text);
    for (const { range } of events) assert.ok(range.start.line >= 1 && range.end.column >= 1);
    if (file.endsWith('.json')) readService2('service-2.json', text);
    if (!whole) return;
    const assembled = assembleModel([{ file, text }]);
    checkModel(assembled);
    writeAst(assembled.model);
  } catch (error) {
    throw new Error(`${file} ${JSON.stringify(text)}\n${error instanceof Error ? error.stack : error}`);
  }
  assert.ok(performance.now() - started < slow, `${file} took too long: ${JSON.stringify(text)}`);
}

for (const input of readCorpus()) test(`corpus ${input.file}`, () => read(input, true));

test(`${inputs} changed texts of seed ${seed} end with events, and nothing else`, () => {
  const seeds = readSeeds();
  assert.ok(seeds.length > 20);
  const random = makeRandom(seed);
  for (let turn = 0; turn < inputs; turn++) {
    let input = seeds[random(seeds.length)]!;
    for (let depth = random(3); depth >= 0; depth--) input = mutate(input, seeds, random);
    read(input, turn % 20 === 0);
  }
});

test.run();
