import type { HttpHandlerOptions } from '@smithy/types';

/** How an operation says where its next page begins; paths of member names, `.` between them. */
export interface Pagination<Input> {
  readonly inputToken: keyof Input & string;
  readonly outputToken: string;
}

/** Options of every paginator; `abortSignal` ends the iteration: the request under way is given up and throws. */
export type PaginateOptions = Pick<HttpHandlerOptions, 'abortSignal'>;

/** Follows a path of member names into an answer; undefined where it leads nowhere. */
export function readPath(value: unknown, path: string): unknown {
  let at: unknown = value;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** Asks for page after page until none follows, or until the service answers with the token it was just given. */
export async function* paginate<Input extends object, Output>(
  send: (input: Input) => Promise<Output>,
  input: Input,
  { inputToken, outputToken }: Pagination<Input>,
): AsyncGenerator<Output, void, undefined> {
  let token: unknown = input[inputToken];
  for (;;) {
    const page = await send(token === undefined ? input : { ...input, [inputToken]: token });
    yield page;
    const next = readPath(page, outputToken);
    if (next === undefined || next === null || next === '' || next === token) return;
    token = next;
  }
}

/** Takes the elements of a list out of every page; a page without the list has none. */
export async function* listItems<Item>(
  pages: AsyncIterable<unknown>,
  path: string,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages) {
    const items = readPath(page, path);
    if (Array.isArray(items)) yield* items as Item[];
  }
}
