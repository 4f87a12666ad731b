import { schoolTopic, staffTopic } from '../outbox/topics.ts';
import type { Reach } from './audience.ts';
import type { StreamEvent } from './event-feed.ts';

/**
 * The JSON text of what a listener may hear of an event (a NewsMessage), or null when it is not
 * for this listener. Families hear that something of their own student changed, never what.
 */
export function visibleNews(event: StreamEvent, reach: Reach): string | null {
  const studentIds = reach.students
    .filter(({ studentId, topics }) => concernsStudent(event, studentId, topics))
    .map(({ studentId }) => studentId);
  const isForStaff = hearsAsStaff(event, reach.staff);
  if (studentIds.length === 0 && !isForStaff) return null;
  const topics = isForStaff ? JSON.stringify(event.topics) : 'null';
  const payload = isForStaff ? event.payload : 'null';
  return (
    `{"schoolId":${event.schoolId},"seq":${event.seq},"name":${JSON.stringify(event.name)},` +
    `"studentIds":${JSON.stringify(studentIds)},"topics":${topics},"payload":${payload}}`
  );
}

/** An event that names students is news for their families only: others learn not even its time. */
function concernsStudent(event: StreamEvent, studentId: string, own: ReadonlySet<string>): boolean {
  const named = event.topics.filter((topic) => topic.startsWith('student:'));
  if (named.length > 0) return named.includes(`student:${studentId}`);
  return event.topics.some((topic) => topic === schoolTopic || own.has(topic));
}

function hearsAsStaff(event: StreamEvent, staff: Reach['staff']): boolean {
  if (staff === null) return false;
  if (staff === 'all') return true;
  return event.topics.some((topic) => topic === schoolTopic || topic === staffTopic || staff.has(topic));
}
