import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { describeEvents, findShared, loadShared } from './conformance-data.ts';

const files = findShared('conformance/errorfiles') ?? [];

for (const expectations of files.filter(({ name }) => name.endsWith('.errors')))
  test(`errorfiles ${expectations.name}`, () => {
    const stem = expectations.name.replace(/\.errors$/, '');
    const file = files.find(({ name }) => name === `${stem}.smithy` || name === `${stem}.json`);
    assert.ok(file);
    const found = loadShared(file!).all.map((event) => ({
      event,
      key: `${event.severity.toUpperCase()} ${event.shape ?? '-'} ${event.rule}`,
    }));
    const expected = readFileSync(expectations.path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const parts = /^\[(\w+)\] (\S+):(?= |$)/.exec(line);
        return parts === null ? [] : [`${parts[1]} ${parts[2]} ${line.slice(line.lastIndexOf('|') + 1).trim()}`];
      });
    const left = [...found];
    const missing = expected.filter((key) => {
      // The id of an expected event may be the beginning of the event's own: ids are hierarchies.
      const at = left.findIndex((one) => one.key === key || one.key.startsWith(`${key}.`));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    assert.equal(missing, []);
    // What the file lists once may stand at several places; an error that it does not list at all may not.
    const extra = left.filter(({ event, key }) => event.severity === 'error' && !expected.includes(key));
    assert.equal(describeEvents(extra.map(({ event }) => event)), []);
  });

test.run();
