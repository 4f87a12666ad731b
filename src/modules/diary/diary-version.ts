import type { Actor } from '#platform/actor.ts';
import { schoolTopic, studentTopic, type Topic } from '#platform/outbox/topics.ts';
import type { Platform } from '#platform/platform.ts';
import { diaryReach } from './access/policy.ts';
import { topicsStatement } from './access/queries.ts';

type Reading = {
  readonly actor: Actor;
  readonly params: { readonly studentId: string };
  readonly platform: Platform;
};

/**
 * The version of everything a family sees of one student: the last event of the student, the
 * student's classes, pages and school. Null until it is known (the first request asks for it) and
 * for staff, whose right is decided by the statement. Homework is published by the clock without an
 * event, so a version is good for five minutes at most.
 */
export function diaryVersion({ actor, params, platform }: Reading): string | null {
  if (diaryReach(actor, params.studentId)?.isFamily !== true) return null;
  const topics = knownTopics({ actor, params, platform });
  if (topics === null) return null;
  const version = platform.news.versions.latest(actor.schoolId, topics);
  if (version === null) return null;
  return `${version}-${Math.floor(platform.clock.schoolNow().getTime() / publishingMs)}-${actor.today}`;
}

const publishingMs = 5 * 60_000;
const freshMs = 10 * 60_000;
/** About what a large school's families need in an evening. */
const studentsInMemory = 20_000;

type Known = { readonly topics: readonly Topic[]; readonly at: number; readonly day: string };

/** Topics by student, of each running platform: tests run several in one process. */
const memories = new WeakMap<Platform, Map<string, Known>>();

function knownTopics(reading: Reading): readonly Topic[] | null {
  const { actor, params, platform } = reading;
  const memory = memories.get(platform) ?? new Map<string, Known>();
  memories.set(platform, memory);
  const key = `${actor.schoolId}/${params.studentId}`;
  const known = memory.get(key);
  if (known && known.day === actor.today && Date.now() - known.at < freshMs) return known.topics;
  if (memory.size >= studentsInMemory) memory.clear();
  memory.delete(key);
  void readTopics(reading).then(
    (topics) => memory.set(key, { topics, at: Date.now(), day: actor.today }),
    (error: unknown) => platform.log.warn({ err: error }, 'topics of a diary could not be read'),
  );
  return null;
}

async function readTopics({ actor, params, platform }: Reading): Promise<readonly Topic[]> {
  const { schoolId, today } = actor;
  const text = await platform.database.readText(
    { schoolId, studentIds: [params.studentId] },
    topicsStatement,
    [schoolId, params.studentId, today],
  );
  const found = text === null ? [] : ((JSON.parse(text) ?? []) as Topic[]);
  return [studentTopic(params.studentId), schoolTopic, ...found];
}
