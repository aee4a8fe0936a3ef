import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parsePointer } from '../../packages/validator/src/diagnostic/pointer.ts';
import type { AnyRule } from '../../packages/validator/src/rule/rule.ts';
import { runExample, runValueExample } from '../../packages/validator/src/rule/run-example.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { isObject, type JsonValue } from '../../packages/validator/src/shape/json.ts';

const folder = fileURLToPath(new URL('../../packages/validator/src/rules', import.meta.url));

function explain(rule: AnyRule, facts: unknown): { message: string; help: string } {
  return { message: rule.message(facts), help: typeof rule.help === 'string' ? rule.help : rule.help(facts) };
}

function holds(value: JsonValue, pointer: string): boolean {
  let at: JsonValue | undefined = value;
  for (const token of parsePointer(pointer)) {
    if (Array.isArray(at)) at = at[Number(token)];
    else at = isObject(at) && Object.hasOwn(at, token) ? at[token] : undefined;
    if (at === undefined) return false;
  }
  return true;
}

function checkWords(id: string, { message, help }: { message: string; help: string }): void {
  assert.not.match(message, /[.!]$|\n|undefined|\[object/, `${id}: ${message}`);
  assert.match(message, /^[^A-Z]/, `${id}: ${message}`);
  assert.not.match(help, /undefined|\[object/, `${id}: ${help}`);
  assert.match(help, /^[A-Z`].*[.?]$/, `${id}: ${help}`);
}

test('the list has each rule file once, sorted, under the id of its path', () => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((group) =>
      readdirSync(join(folder, group.name)).map((file) => `${group.name}/${file.replace(/\.ts$/, '')}`),
    );
  const ids = rules.map(({ id }) => id);
  assert.equal(ids, [...new Set(ids)].sort());
  for (const id of ids) assert.ok(files.includes(id) && existsSync(join(folder, `${id}.ts`)), id);
});

test('every declaration says all that its page needs', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const { id, rule } of rules) {
    assert.match(rule.since, /^\d+\.\d+\.\d+$/, id);
    for (const sentence of [rule.summary, rule.why]) assert.match(sentence, /^[A-Z`].*\.$/s, `${id}: ${sentence}`);
    assert.ok(rule.help !== '' && rule.source !== undefined && rule.source !== '', id);
    for (const other of [...(rule.absorbs ?? []), ...(rule.related ?? [])])
      assert.ok(other !== id && ids.has(other), `${id} names ${other}`);
    if (rule.source?.startsWith('inferred')) assert.not.equal(rule.severity, 'error', id);
    if ('trait' in rule || rule.stage === 'value') assert.ok(rule.good.length + rule.bad.length >= 4, id);
  }
});

test('what a rule about every value objects to, though the model takes it, has its hint', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule || rule.stage !== 'value') continue;
    for (const { value, refused, options } of rule.bad)
      if (typeof value === 'string' && value !== '' && refused !== true && options === undefined)
        assert.match(value, new RegExp(rule.hint.source, 'i'), id);
  }
});

test('a good example has no finding of its rule', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule)
      for (const example of rule.good) assert.equal(runExample(rule, example), [], `${id} ${JSON.stringify(example)}`);
    else if (rule.stage === 'value')
      for (const example of rule.good)
        assert.equal(runValueExample(rule, example), [], `${id} ${JSON.stringify(example)}`);
  }
});

test('a bad example has one finding, with the place, the message and words that can be read', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule) {
      for (const example of rule.bad) {
        const hits = runExample(rule, example);
        assert.is(hits.length, 1, `${id} ${JSON.stringify(example)}: ${hits.length} hits`);
        const hit = hits[0]!;
        const words = explain(rule, hit.facts);
        assert.is(words.message, example.message, id);
        assert.is(hit.at, example.at, id);
        assert.is(hit.part ?? 'value', example.part ?? 'value', id);
        checkWords(id, words);
        if (hit.part === undefined || hit.part === 'value')
          assert.ok(holds(example.value, hit.at), `${id} at ${hit.at}`);
        for (const { at } of hit.related ?? []) assert.ok(holds(example.value, at), `${id} related ${at}`);
      }
    } else if (rule.stage === 'value') {
      for (const example of rule.bad) {
        const hits = runValueExample(rule, example);
        assert.is(hits.length, 1, `${id} ${JSON.stringify(example)}: ${hits.length} hits`);
        const words = explain(rule, hits[0]!.facts);
        assert.is(words.message, example.message, id);
        assert.is(hits[0]!.at, '', id);
        checkWords(id, words);
      }
    } else for (const { message } of rule.bad) checkWords(id, { message, help: 'Seen with whole specs.' });
  }
});

test('a replacement that a rule proposes has no finding of the rules of its trait', () => {
  for (const { id, rule } of rules) {
    if (!('trait' in rule)) continue;
    for (const example of rule.bad) {
      const fix = runExample(rule, example)[0]?.fix;
      if (fix?.kind !== 'replace' || fix.pointer !== '') continue;
      for (const other of rules) {
        if (!('trait' in other.rule) || other.rule.trait !== rule.trait || other.rule.severity !== 'error') continue;
        const again = { value: fix.value, trait: example.trait ?? rule.parameters, target: example.target ?? {} };
        assert.equal(runExample(other.rule, again), [], `${id} proposes ${JSON.stringify(fix.value)}: ${other.id}`);
      }
    }
  }
});

test('rules of one trait do not speak of one place twice, but for another fault', () => {
  for (const { id, rule } of rules) {
    if (!('trait' in rule) || rule.severity !== 'error') continue;
    for (const example of rule.bad) {
      const at = runExample(rule, example)[0]?.at;
      for (const other of rules) {
        if (
          other.id === id ||
          !('trait' in other.rule) ||
          other.rule.trait !== rule.trait ||
          other.rule.severity !== 'error'
        )
          continue;
        const again = { value: example.value, trait: example.trait ?? rule.parameters, target: example.target ?? {} };
        const same = runExample(other.rule, again).filter((hit) => hit.at === at);
        assert.equal(same, [], `${id} and ${other.id} on ${JSON.stringify(example.value)}`);
      }
    }
  }
});

test.run();
