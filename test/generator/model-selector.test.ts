import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import { ShapeGraph } from '../../generator/src/model/selector/neighbours.ts';
import { isSelectorFault, parseSelector } from '../../generator/src/model/selector/parse-selector.ts';
import { select } from '../../generator/src/model/selector/select.ts';

const { model } = assembleModel([
  {
    file: 'jobs.smithy',
    text: `$version: "2.0"
namespace acme.jobs
service Jobs { version: "2026-11", resources: [Job] }
resource Job { identifiers: { jobId: JobId }, read: GetJob, operations: [StopJob] }
@readonly
operation GetJob { input := for Job { @required $jobId }, output := { job: JobData } }
operation StopJob {}
structure JobData { @required name: JobName, parent: JobData, tags: Tags }
@length(min: 1, max: 63) @pattern("^a")
string JobName
string JobId
list Tags { member: Tag }
@tags(["draft", "inner"])
structure Tag { key: String }
`,
  },
]);
const graph = new ShapeGraph(model);

function selected(text: string): string[] {
  const selector = parseSelector(text);
  if (isSelectorFault(selector)) return [`${selector.offset} ${selector.message}`];
  return [...select(graph, selector)]
    .map(({ id }) => id)
    .filter((id) => id.startsWith('acme.jobs#'))
    .map((id) => id.slice('acme.jobs#'.length))
    .sort();
}

test('types, attributes and functions select', () => {
  assert.equal(selected('structure > member[trait|required]'), ['GetJobInput$jobId', 'JobData$name']);
  assert.equal(selected('string [trait|length|max >= 63]'), ['JobName']);
  assert.equal(selected('[trait|tags|(values) = inner]'), ['Tag']);
  assert.equal(selected(':is(list, string) :not([trait|pattern])'), ['JobId', 'Tags']);
  assert.equal(selected('structure :test(> member > list)'), ['JobData']);
  assert.equal(selected('[@trait|length: @{min} = 1 && @{max} = 63]'), ['JobName']);
});

test('relations are followed both ways', () => {
  assert.equal(selected('resource -[read]-> operation'), ['GetJob']);
  assert.equal(selected('resource -[read, operation]-> operation'), ['GetJob', 'StopJob']);
  assert.equal(selected('operation <-[operation]- resource'), ['Job']);
  assert.equal(selected('operation -[bound]-> resource'), ['Job']);
  assert.equal(selected('service ~> operation'), ['GetJob', 'StopJob']);
  assert.equal(selected('[id|name = Tags] < member < structure'), ['JobData']);
  assert.equal(selected(':topdown([trait|readonly]) operation'), ['GetJob']);
});

test('what is not known selects nothing', () => {
  assert.equal(selected(':nope(*)'), []);
  assert.equal(selected('structure -[nope]-> *'), []);
  assert.equal(selected('[nope]'), []);
});

test('a set is a list, and a lifecycle a relation of several names', () => {
  assert.equal(selected('set'), ['Tags']);
  assert.equal(selected('resource -[instanceOperation]->'), ['GetJob', 'StopJob']);
  assert.equal(selected('resource -[collectionOperation]->'), []);
  assert.equal(selected('resource -[operation]->'), ['GetJob', 'StopJob']);
  assert.equal(selected('[id|name = StopJob] > *'), []);
});

test('sets are compared with sets, and numbers with numbers', () => {
  assert.equal(selected('[@: @{trait|tags|(values)} {=} @{trait|tags|(values)}]'), ['Tag']);
  assert.equal(selected('[@: @{trait|tags|(values)} {<} @{trait|tags|(values)}]'), ['Tag']);
  assert.equal(selected('[@: @{trait|tags|(values)} {<<} @{trait|tags|(values)}]'), []);
  assert.equal(selected('[trait|tags|(values) {=} draft]'), []);
  assert.equal(selected('[trait|length|max > "0x1"]'), []);
});

test('what cannot be read is refused at its place', () => {
  assert.equal(selected('structur'), ['0 found `structur`, expected a type of shape']);
  assert.equal(selected('[trait|length'), ['13 found the end, expected a comparator']);
  assert.equal(selected(':not(a'), ['5 found `a`, expected a type of shape']);
  assert.equal(selected(''), ['0 found the end, expected a selector']);
});

test.run();
