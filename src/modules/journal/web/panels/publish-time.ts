/** `2026-11-24T18:30` of a school's clock as a moment; null where it is no time. */
export function momentOf(local: string, zone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null;
  const asIfUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  const guess = asIfUtc - offsetAt(asIfUtc, zone);
  // Near a change of the clocks the first guess has the other side's offset.
  return new Date(asIfUtc - offsetAt(guess, zone)).toISOString();
}

/** A moment as the school's clock shows it: `2026-11-24T18:30`. */
export function localTimeOf(moment: string, zone: string): string {
  const at = Date.parse(moment);
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** Milliseconds by which the zone's clock is ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const shown = Date.parse(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`);
  return shown - Math.floor(at / 60_000) * 60_000;
}
