/**
 * Whom an event concerns; an event names all that fit. With any `student:` topic it is news for
 * those students' families only; without one, for the families of the class, the page or the school.
 */
export type Topic =
  | `page:${string}`
  | `class:${string}`
  | `student:${string}`
  | typeof schoolTopic
  | typeof peopleTopic
  | typeof staffTopic;

/** Everybody of the school: holidays, bells. */
export const schoolTopic = 'school';

/** Who is at the school: for the office, whose lists it changes. */
export const peopleTopic = 'people';
/** Everybody who works at the school, no family: what stands in the staff room. */
export const staffTopic = 'staff';

/** A journal page: the teaching assignment's id. */
export function pageTopic(assignmentId: string): Topic {
  return `page:${assignmentId}`;
}

export function classTopic(classId: string): Topic {
  return `class:${classId}`;
}

export function studentTopic(studentId: string): Topic {
  return `student:${studentId}`;
}
