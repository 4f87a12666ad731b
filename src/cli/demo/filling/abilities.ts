import type { SubjectKey, WorkTypeKey } from '../curriculum/subjects.ts';
import type { Student } from '../people/students.ts';
import { chance, type Chance } from '../random.ts';

/** How likely which mark is: a student's gift, the subject, the kind of work, and the day. */
export function ability(student: Student, subject: SubjectKey): number {
  const own = chance(`gift-${student.person.id}`).bell();
  const forSubject = chance(`gift-${student.person.id}-${subject}`).bell();
  return 0.58 * own + 0.26 * forSubject;
}

/** A mark of the five-point scale. Averages of a class come out between 3.2 and 4.9. */
export function markFor(
  luck: Chance,
  gift: number,
  work: { subject: SubjectKey; type: WorkTypeKey },
): '5' | '4' | '3' | '2' {
  const ease = (easySubjects[work.subject] ?? 0) + (hardness[work.type] ?? 0.1);
  const level = 4.1 + ease + gift + 0.5 * luck.bell();
  if (level >= 4.5) return '5';
  if (level >= 3.5) return '4';
  return level >= 2.45 ? '3' : '2';
}

const easySubjects: Readonly<Partial<Record<SubjectKey, number>>> = {
  sport: 0.55,
  music: 0.6,
  art: 0.55,
  labour: 0.5,
  culture: 0.35,
  safety: 0.35,
  world: 0.1,
  reading: 0.15,
  physics: -0.15,
  chemistry: -0.15,
  algebra: -0.1,
  geometry: -0.15,
  russian: -0.05,
};

const hardness: Readonly<Partial<Record<WorkTypeKey, number>>> = {
  control: -0.3,
  controlDictation: -0.35,
  dictation: -0.2,
  independent: -0.15,
  vocabulary: -0.1,
  test: -0.1,
  homework: 0.3,
  classwork: 0.25,
  practical: 0.2,
  laboratory: 0.2,
  essay: 0,
};
