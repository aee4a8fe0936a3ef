import { findNearNames } from '@shapegate/validator/leaves';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

test('the nearest name comes first', () => {
  assert.equal(findNearNames('job_name', ['jobNames', 'jobName', 'roleArn']), ['jobName', 'jobNames']);
  assert.equal(findNearNames('bogus', ['jobs', 'models']), []);
});

test('a name that is known twice is told once', () => {
  assert.equal(findNearNames('Strng', ['String', 'String']), ['String']);
});

test.run();
