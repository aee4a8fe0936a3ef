import type { JsonObject, ShapeTable } from '@shapegate/validator/leaves';
import type { ImportMembers } from '../import-members.ts';
import type { Store } from '../store.ts';

/** What an operation may know beside its input. */
export interface OperationContext {
  readonly table: ShapeTable;
  readonly members: ImportMembers;
  readonly store: Store;
  /** Where the request was sent to: the Region of its signature. */
  readonly region: string;
  readonly account: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long a job takes. */
  readonly jobMilliseconds: number;
  readonly quotas: boolean;
}

/** Answers an input that has met the model's constraints; throws a ServiceError otherwise. */
export type Operation = (input: JsonObject, context: OperationContext) => JsonObject;
