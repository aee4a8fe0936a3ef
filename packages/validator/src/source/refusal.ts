import type { SourceHit } from './source-hit.ts';

/** Ends the reading of one document: what follows in it could not be trusted. Caught by the reader that threw it. */
export class Refusal extends Error {
  readonly hit: Omit<SourceHit, 'document' | 'related'>;

  constructor(hit: Omit<SourceHit, 'document' | 'related'>) {
    super(hit.rule);
    this.hit = hit;
  }
}
