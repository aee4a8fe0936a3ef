/** The day of the run in UTC, `YYYY-MM-DD`: by it comments and waivers end. */
export function readToday(): string {
  return new Date().toISOString().slice(0, 10);
}
