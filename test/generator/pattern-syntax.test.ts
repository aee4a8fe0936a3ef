import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isRegularExpression } from '../../generator/src/check/pattern/is-regular-expression.ts';

const good = [
  '',
  '^[a-z]+$',
  '^(?<year>\\d{4})-\\k<year>$',
  '[\\p{L}--[a-z]]',
  '^\\p{Lu}$',
  '[a-z&&[^aeiou]]',
  '^(?! )[\\p{L}\\p{N}\\p{Z}-_]*(?<! )$',
  '[\\p{javaLowerCase}-_]',
  '^(?i)(true|false)$',
  '^(?i-s:a)(?>b|bc)c$',
  '^[0-9A-Z]{2}+$',
  '^a*+b++c?+$',
  '^\\Q[a(\\E$',
  '^(?#a year)\\d{4}(?P<rest>.*)$',
  '^(a)\u0024{1,128}$',
  `^${'('.repeat(20_000)}$`,
];
for (const pattern of good)
  test(`${pattern.slice(0, 60)} is a regular expression`, () => assert.ok(isRegularExpression(pattern)));

const bad = [
  '^[a$',
  '^(a$',
  '^a)$',
  '*a',
  '^a**$',
  '[z-a]',
  'a{2,1}',
  'a\\',
  '^(?<year$',
  '^(?i)[a$',
  '^\\(?i)$',
  '(?',
  '^[\\p{L}$',
];
for (const pattern of bad) test(`${pattern} is none`, () => assert.not(isRegularExpression(pattern)));

test.run();
