import { readFileSync } from 'node:fs';
import { check } from 'recheck';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decidePattern, type PatternDecision } from '../../generator/src/check/pattern/decide.ts';
import { compileLinear, parsePattern } from '../../packages/validator/src/leaves.ts';
import { findShared } from './conformance-data.ts';
import { makeMatchingText, makeRandom, mutateText } from './pattern-texts.ts';

const long = process.env.SHAPEGATE_LONG === '1';
process.env.RECHECK_BACKEND ??= 'native';

const models = suite('patterns of real models');

/** Every distinct pattern: of Smithy models as they stand, of service-2.json as full matches. */
function listPatterns(): string[] {
  const patterns = new Set<string>();
  const visit = (value: unknown, isOlder: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'smithy.api#pattern' && typeof child === 'string') patterns.add(child);
      else if (isOlder && key === 'pattern' && typeof child === 'string') patterns.add(`^(?:${child})$`);
      else visit(child, isOlder);
    }
  };
  for (const { path, name } of findShared('models') ?? []) {
    if (name.endsWith('.json')) visit(JSON.parse(readFileSync(path, 'utf8')), name.endsWith('.service-2.json'));
  }
  return [...patterns].sort();
}

const patterns = listPatterns();
const random = makeRandom(42);
const sample = long ? patterns : patterns.filter(() => random() < 0.35);
const decisions = new Map<string, PatternDecision>();
const started = process.cpuUsage();
for (const pattern of sample) decisions.set(pattern, decidePattern(pattern));
const spent = process.cpuUsage(started).user / 1_000;

models('are decided the same way each time', () => {
  const rows = new Map<string, number>();
  for (const [pattern, decision] of decisions) {
    const key = `${decision.kind}, ${decision.ambiguity}`;
    rows.set(key, (rows.get(key) ?? 0) + 1);
    if (decision.kind !== 'native') assert.equal(decidePattern(pattern), decision);
  }
  console.log(`${sample.length} of ${patterns.length} patterns, ${spent.toFixed(0)} ms of processor time`);
  for (const [key, count] of [...rows].sort()) console.log(`  ${key}: ${count}`);
});

models('give expressions that find what the pattern finds, and are linear', () => {
  let asked = 0;
  let found = 0;
  for (const [pattern, { kind, regexp, witness }] of decisions) {
    if (regexp === null) continue;
    const native = new RegExp(regexp, 'u');
    const parsed = parsePattern(pattern)!;
    const linear = compileLinear(pattern);
    assert.ok(linear !== null, pattern);
    if (kind === 'rewritten') assert.is(decidePattern(regexp).kind, 'native', pattern);
    for (let round = 0; round < (long ? 60 : 12); round++) {
      const good = makeMatchingText(parsed.root, random);
      for (const text of [good, mutateText(good, random), mutateText(mutateText(good, random), random)]) {
        asked++;
        if (linear.test(text)) found++;
        assert.is(native.test(text), linear.test(text), `${pattern} as ${regexp} on ${JSON.stringify(text)}`);
      }
    }
    if (witness !== undefined) assert.is(native.test(witness), linear.test(witness), pattern);
  }
  if (sample.length > 0) assert.ok(found > asked / 5 && found < (asked * 4) / 5, `${found} of ${asked} matched`);
});

models('are never run natively where recheck finds exponential time', async () => {
  const notLinear = [...decisions].filter(([, { ambiguity }]) => ambiguity !== 'linear').map(([pattern]) => pattern);
  const some = long ? sample : [...sample.filter(() => random() < 0.04), ...notLinear.slice(0, 5)];
  const rows = new Map<string, number>();
  for (const pattern of some) {
    const { kind, regexp, ambiguity } = decisions.get(pattern)!;
    const said = await askRecheck(pattern);
    const key = `ours ${ambiguity}, recheck ${said}`;
    rows.set(key, (rows.get(key) ?? 0) + 1);
    if (kind === 'native') assert.is.not(said, 'exponential', pattern);
    if (kind === 'rewritten') assert.is.not(await askRecheck(regexp!), 'exponential', regexp!);
  }
  for (const [key, count] of [...rows].sort()) console.log(`  ${key}: ${count}`);
});

async function askRecheck(pattern: string): Promise<string> {
  const answer = await check(pattern, isUnicode(pattern) ? 'u' : '', { timeout: long ? 3_000 : 1_000 });
  if (answer.status === 'vulnerable') return answer.complexity.type;
  return answer.status;
}

function isUnicode(pattern: string): boolean {
  return parsePattern(pattern)?.unicode ?? false;
}

models.run();
