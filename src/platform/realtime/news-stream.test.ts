import { describe, expect, test } from 'vitest';
import type { Reach } from './audience.ts';
import type { StreamEvent } from './event-feed.ts';
import { beat, deliver, newsStream, release, send, type Line } from './news-stream.ts';
import { formatPosition, parsePosition } from './stream-position.ts';
import { visibleNews } from './visible-news.ts';

const event = (seq: number, topics: readonly string[]): StreamEvent => ({
  schoolId: 1,
  seq,
  name: 'journal.marksSet',
  topics,
  payload: '{"value":"5"}',
});
const family: Reach = {
  schoolId: 1,
  staff: null,
  students: [
    { studentId: 'anna', topics: new Set(['class:7a', 'page:algebra']) },
    { studentId: 'boris', topics: new Set(['class:5b']) },
  ],
};
const staff = (topics: Reach['staff']): Reach => ({ schoolId: 1, staff: topics, students: [] });

function open(reach: Reach, given: Partial<Line> = {}) {
  const sent: string[] = [];
  let dropped = false;
  const stream = newsStream(
    {
      accountId: '',
      sessionId: '',
      login: '',
      persons: [],
      regionRoles: [],
      needsOwnPassword: false,
      needsSecondFactor: false,
    },
    {
      write: (text) => sent.push(text) > 0,
      waiting: () => 0,
      end: () => {},
      drop: () => {
        dropped = true;
      },
      ...given,
    },
  );
  stream.reach.set(1, reach);
  stream.position.set(1, 0);
  return { stream, sent, isDropped: () => dropped };
}

describe('what is heard', () => {
  const heard = (reach: Reach, topics: readonly string[]) => {
    const text = visibleNews(event(1, topics), reach);
    return text === null ? null : (JSON.parse(text) as { studentIds: string[]; payload: unknown });
  };

  test.each([
    [['page:algebra', 'student:anna'], ['anna']],
    [
      ['page:algebra', 'student:anna', 'student:boris'],
      ['anna', 'boris'],
    ],
    [['page:algebra', 'student:other'], null],
    [['page:algebra'], ['anna']],
    [['class:5b'], ['boris']],
    [['class:9c'], null],
    [['school'], ['anna', 'boris']],
  ])('by a family of %j', (topics, studentIds) => {
    const news = heard(family, topics);
    expect(news?.studentIds ?? null).toEqual(studentIds);
    expect(news?.payload ?? null).toBeNull();
  });

  test.each([
    ['all', ['page:physics', 'student:x'], true],
    [new Set(['page:algebra']), ['page:algebra', 'student:x'], true],
    [new Set(['page:algebra']), ['page:physics', 'student:x'], false],
    [new Set(['page:algebra']), ['student:x'], false],
    [new Set<string>(), ['school'], true],
    [null, ['school'], false],
  ] as const)('by staff of %o', (own, topics, isHeard) => {
    expect(heard(staff(own), topics)?.payload ?? null).toEqual(isHeard ? { value: '5' } : null);
  });
});

describe('a stream', () => {
  test('holds events until its rights are known, and sends none twice', () => {
    const { stream, sent } = open(staff('all'));
    for (const seq of [1, 2, 2]) deliver(stream, event(seq, ['school']));
    expect(sent).toEqual([]);
    release(stream);
    deliver(stream, event(2, ['school']));
    deliver(stream, event(3, ['school']));
    expect(sent.map((text) => /^id: (.*)$/m.exec(text)?.[1])).toEqual(['1:1', '1:2', '1:3']);
  });

  test('carries its position past what it does not hear', () => {
    const { stream, sent } = open(staff(new Set()));
    release(stream);
    deliver(stream, event(41, ['page:physics']));
    expect(sent).toEqual([]);
    beat(stream);
    beat(stream);
    send(stream, 'ready');
    expect(sent).toEqual(['id: 1:41\n\n', ':\n\n', 'id: 1:41\nevent: ready\ndata: {}\n\n']);
  });

  test('whose browser takes nothing is dropped, one that is merely slow is not', () => {
    const slow = open(staff('all'), { write: () => false, waiting: () => 1_000 });
    release(slow.stream);
    deliver(slow.stream, event(1, ['school']));
    expect(slow.isDropped()).toBe(false);
    const stuck = open(staff('all'), { write: () => false, waiting: () => 300_000 });
    release(stuck.stream);
    deliver(stuck.stream, event(1, ['school']));
    expect(stuck.isDropped()).toBe(true);
  });
});

describe('a position', () => {
  test('is written and read', () => {
    const position = new Map([
      [1, 70],
      [2, 3],
    ]);
    expect(formatPosition(position)).toBe('1:70,2:3');
    expect(parsePosition('1:70,2:3')).toEqual(position);
  });

  test.each([undefined, '', '1', '1:', '1:2,', '1:-2', 'a:b', `1:${'9'.repeat(20)}`, '1:1,'.repeat(2_000)])(
    'is not made of %j',
    (text) => {
      expect(parsePosition(text)).toBeNull();
    },
  );
});
