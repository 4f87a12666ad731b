/** A school's time of the day, `HH:MM`, some milliseconds later; midnight is not passed. */
export function laterBy(time: string, ms: number): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const passed = Math.floor(Math.max(0, ms) / 60_000);
  const now = Math.min(24 * 60 - 1, hours * 60 + minutes + passed);
  return `${String(Math.floor(now / 60)).padStart(2, '0')}:${String(now % 60).padStart(2, '0')}`;
}
