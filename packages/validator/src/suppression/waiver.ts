/** What a team has agreed to leave as it is, as a waiver file says it. */
export interface Waiver {
  readonly rule: string;
  /** A glob, relative to the file of the waiver. */
  readonly file: string;
  /** RFC 6901, into the operation's input. */
  readonly pointer: string;
  /** Null where it holds whatever the value is. */
  readonly hash: string | null;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** Its last day in UTC, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** What a waiver is compared with: a finding, of a text or of a value. */
export interface Waivable {
  readonly rule: string;
  readonly pointer: string;
  readonly valueHash: string;
}

/** True through the waiver's last day. */
export function isInForce({ expires }: Pick<Waiver, 'expires'>, today: string): boolean {
  return expires >= today;
}

/** True where a waiver speaks of a finding, in force or not. */
export function isAbout(waiver: Pick<Waiver, 'rule' | 'pointer' | 'hash'>, finding: Waivable): boolean {
  const { rule, pointer, hash } = waiver;
  return rule === finding.rule && pointer === finding.pointer && (hash === null || hash === finding.valueHash);
}
