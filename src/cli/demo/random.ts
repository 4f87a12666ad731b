/** A stream of chance that is the same for the same name, on every machine. */
export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** An integer from `from` to `to`, both possible. */
  between(from: number, to: number): number;
  /** True in `share` of all cases, 0 to 1. */
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Prefers the front of a list ordered by frequency, as surnames and first names are. */
  pickFrequent<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
  /** About normal, mean 0, deviation 1. */
  bell(): number;
};

export function chance(name: string): Chance {
  let state = hash(name, 0x811c9dc5);
  const next = () => {
    // mulberry32: small, fast, and even enough for a school.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickFrequent: (items) => at(items, Math.floor(items.length * next() ** 2.1)),
    shuffled: (items) => {
      const mixed = [...items];
      for (let index = mixed.length - 1; index > 0; index -= 1) {
        const other = Math.floor(next() * (index + 1));
        [mixed[index], mixed[other]] = [at(mixed, other), at(mixed, index)];
      }
      return mixed;
    },
    bell: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2,
  };
}

/** The item at a place that is known to exist. */
export function at<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new RangeError(`no item ${index} among ${items.length}`);
  return items[index] as Item;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}

/**
 * Ids in the shape of a UUIDv7 that are the same in every run: one row of numbers per kind of row, so that a
 * row more of one kind does not move the ids of another. `start`: the moment the first id bears.
 */
export function idSource(school: string, start: Date): (kind: string) => string {
  const kinds = new Map<string, { chance: Chance; count: number }>();
  return (kind) => {
    let source = kinds.get(kind);
    if (!source) kinds.set(kind, (source = { chance: chance(`${school}/${kind}`), count: 0 }));
    source.count += 1;
    const time = (start.getTime() + source.count).toString(16).padStart(12, '0');
    const word = (bits: number) =>
      Math.floor(source.chance.next() * 2 ** bits)
        .toString(16)
        .padStart(bits / 4, '0');
    const variant = (8 + Math.floor(source.chance.next() * 4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${word(12)}-${variant}${word(12)}-${word(24)}${word(24)}`;
  };
}
