/** Where a listener stands in the streams of its schools: school → number of the last event. */
export type StreamPosition = ReadonlyMap<number, number>;

/** `school:seq,school:seq`, the `id:` of the stream. */
export function formatPosition(position: StreamPosition): string {
  return [...position].map(([school, seq]) => `${school}:${seq}`).join(',');
}

const shape = /^\d{1,10}:\d{1,15}(,\d{1,10}:\d{1,15})*$/;
/** An account has persons in a handful of schools. */
const longest = 2_000;

/** Reads a `Last-Event-ID`; null when there is none or it is not one of ours. */
export function parsePosition(text: string | undefined): StreamPosition | null {
  if (!text || text.length > longest || !shape.test(text)) return null;
  return new Map(
    text.split(',').map((part) => {
      const [school, seq] = part.split(':').map(Number);
      return [school ?? 0, seq ?? 0] as const;
    }),
  );
}
