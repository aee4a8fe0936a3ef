import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readProperty } from '../../packages/validator/src/shape/pattern/property.ts';

const names = ['L', 'Lu', 'N', 'Z', 'P', 'S', 'M', 'C', 'Cn', 'Co', 'Cs', 'Any', 'Assigned', 'ASCII', 'Alphabetic'];
const others = ['White_Space', 'Noncharacter_Code_Point', 'Default_Ignorable_Code_Point', 'Script=Han', 'Ideographic'];

for (const name of [...names, ...others])
  test(`\\p{${name}} holds what RegExp says of every code point`, () => {
    const one = new RegExp(`^\\p{${name}}$`, 'u');
    const set = readProperty(name, false)?.set ?? [];
    let at = 0;
    const differing: number[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      while (at < set.length && (set[at + 1] ?? 0) < point) at += 2;
      const isIn = at < set.length && (set[at] ?? 0) <= point;
      if (isIn !== one.test(String.fromCodePoint(point))) differing.push(point);
    }
    assert.equal(differing.slice(0, 5), []);
  });

test.run();
