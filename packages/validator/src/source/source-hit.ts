/** Which rule a fault of the text itself answers to. */
export type SourceRule = 'spec/parse' | 'spec/duplicate-key' | 'spec/limits' | 'spec/encoding' | 'spec/empty';

/** A fault of the text itself: what its rule's message is made from, and where. */
export interface SourceHit {
  readonly rule: SourceRule;
  /** 0-based. */
  readonly document: number;
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly related: readonly SourceRelated[];
}

/** A second place of a fault. */
export interface SourceRelated {
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
