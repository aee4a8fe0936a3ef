import type { ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape } from '../../model/model.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readNumber, readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';
import { checkErrorType } from '../waiter-error.ts';
import { listWaiters } from '../waiters.ts';

/** What a waiter has where it does not say; from the page "Waiters" of Smithy's additional specifications. */
const defaultDelays = { minDelay: 2, maxDelay: 120 };

/** A waiter can succeed, waits sensibly, and looks at what its operation has. */
export function* checkWaiters(context: CheckContext): Generator<ModelEvent> {
  for (const operation of context.shapesOfType('operation'))
    for (const { key, value } of listWaiters(operation)) yield* checkWaiter(context, operation, key, value);
}

function* checkWaiter(
  context: CheckContext,
  operation: OperationShape,
  name: string,
  waiter: Node,
): Generator<ModelEvent> {
  const minDelay = readNumber(waiter, 'minDelay') ?? defaultDelays.minDelay;
  const maxDelay = readNumber(waiter, 'maxDelay') ?? defaultDelays.maxDelay;
  if (minDelay > maxDelay) {
    const message = `waiter \`${name}\`: \`minDelay\` is ${minDelay}, expected at most \`maxDelay\`, ${maxDelay}`;
    const place = readEntry(waiter, 'minDelay') ?? readEntry(waiter, 'maxDelay') ?? waiter;
    yield report('error', 'WaitableTrait', operation, message, place);
  }
  const acceptors = readEntry(waiter, 'acceptors');
  if (acceptors?.kind !== 'array') return;
  if (!acceptors.elements.some((acceptor) => readText(acceptor, 'state') === 'success')) {
    const message = `waiter \`${name}\`: found no acceptor whose \`state\` is \`success\`, expected at least one`;
    yield report('error', 'WaitableTrait', operation, message, acceptors);
  }
  for (const [index, acceptor] of acceptors.elements.entries()) {
    const problems = [...listMessageProblems(acceptor), ...listMatcherProblems(operation, acceptor)];
    for (const { message, place } of problems)
      yield report('error', 'WaitableTrait', operation, `waiter \`${name}\`, acceptor ${index}: ${message}`, place);
    const matcher = readEntry(acceptor, 'matcher');
    if (matcher !== undefined) yield* checkErrorType(context, operation, { name, index, matcher });
  }
}

interface AcceptorProblem {
  readonly message: string;
  readonly place: Node;
}

function* listMessageProblems(acceptor: Node): Generator<AcceptorProblem> {
  const place = readEntry(acceptor, 'message');
  const state = readText(acceptor, 'state');
  if (place !== undefined && state !== null && state !== 'failure')
    yield { message: `found a \`message\` where the state is \`${state}\`, expected it with \`failure\` alone`, place };
}

function* listMatcherProblems(operation: OperationShape, acceptor: Node): Generator<AcceptorProblem> {
  for (const [kind, sides] of [
    ['output', ['output']],
    ['inputOutput', ['input', 'output']],
  ] as const) {
    const matcher = readEntry(acceptor, 'matcher');
    const path = matcher === undefined ? undefined : readEntry(matcher, kind);
    if (path === undefined) continue;
    const missing = sides.filter((side) => operation[side] === 'smithy.api#Unit');
    if (missing.length > 0)
      yield { message: `matcher \`${kind}\` on an operation that has no ${missing.join(' and no ')}`, place: path };
    const expected = readText(path, 'expected');
    const isBoolean = readText(path, 'comparator') === 'booleanEquals';
    if (isBoolean && expected !== null && expected !== 'true' && expected !== 'false')
      yield {
        message: `found \`${expected}\`, expected \`true\` or \`false\` with \`booleanEquals\``,
        place: readEntry(path, 'expected') ?? path,
      };
  }
}
