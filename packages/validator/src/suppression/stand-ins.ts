/** What stands for others when it is told. */
interface StandIn<Each> {
  readonly standsFor?: readonly Each[];
}

/**
 * Silences findings, and those that a silenced one stands for after it: what nobody has silenced is told.
 * @param silence gives the findings with those marked that are silenced, and may add some
 */
export function silenceThrough<Each extends StandIn<Each> & { readonly suppressed: object | null }>(
  findings: readonly Each[],
  silence: (findings: readonly Each[]) => readonly Each[],
): readonly Each[] {
  let current = findings;
  for (;;) {
    const marked = silence(current);
    const released = new Set(marked.map(({ suppressed, standsFor }) => (suppressed === null ? undefined : standsFor)));
    released.delete(undefined);
    if (released.size === 0) return marked;
    current = current.flatMap((finding) => (released.has(finding.standsFor) ? release(finding) : [finding]));
  }
}

/** A finding and all that it stands for, each for itself. */
export function listThrough<Each extends StandIn<Each>>(finding: Each): Each[] {
  return release(finding).flatMap((each) => (each.standsFor === undefined ? [each] : listThrough(each)));
}

function release<Each extends StandIn<Each>>(finding: Each): Each[] {
  const { standsFor = [] } = finding;
  return [Object.assign({}, finding, { standsFor: undefined }), ...standsFor];
}
