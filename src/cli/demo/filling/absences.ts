import { daysBetween } from '#modules/organisation/index.ts';
import type { SchoolClass } from '../load/classes.ts';
import type { Student } from '../people/students.ts';
import { at, chance, type Chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';

type Reason = 'ill' | 'excused' | 'unexcused';

/** Days in a row a student was away. `end` lies after today while the student is still away. */
export type Spell = { readonly start: string; readonly end: string; readonly reason: Reason };

export type Absences = {
  readonly isAway: (student: Student, date: string) => boolean;
  /** Freed from physical training for the half-year: sits on the bench, gets no marks. */
  readonly isExempt: (student: Student) => boolean;
};

/**
 * Who was away when, with the reasons the homeroom teacher wrote down afterwards. Drawn day by day, so that
 * a later today adds days and changes none.
 */
export function makeAbsences(
  school: SchoolFrame,
  classes: readonly SchoolClass[],
  { today, homeroom }: { today: string; homeroom: (schoolClass: SchoolClass) => string },
): Absences {
  const away = new Map<Student, ReadonlySet<string>>();
  const exempt = new Set<Student>();
  for (const schoolClass of classes) {
    const days = school.daysOf(schoolClass.plan.grade, schoolClass.id).map(({ date }) => date);
    for (const student of schoolClass.students) {
      const luck = chance(`absences-${student.person.id}`);
      if (luck.happens(0.014) && schoolClass.plan.grade > 1) exempt.add(student);
      const spells = spellsOf(luck, days).filter(
        ({ start }) => start <= today && start >= student.from && start <= (student.until ?? start),
      );
      away.set(
        student,
        new Set(spells.flatMap(({ start, end }) => days.filter((date) => start <= date && date <= end))),
      );
      for (const spell of spells)
        writeReason(school, { student, spell, luck, today, authorId: homeroom(schoolClass) });
    }
  }
  return {
    isAway: (student, date) => away.get(student)?.has(date) ?? false,
    isExempt: (student) => exempt.has(student),
  };
}

function spellsOf(luck: Chance, days: readonly string[]): readonly Spell[] {
  const health = 0.004 + 0.011 * luck.next();
  const careless = luck.happens(0.04) ? 0.02 : 0.0008;
  const spells: Spell[] = [];
  for (let index = 0; index < days.length; index += 1) {
    const kind = luck.next();
    const last = (length: number) => at(days, Math.min(days.length - 1, index + length - 1));
    const start = at(days, index);
    if (kind < health) spells.push({ start, end: last(luck.between(3, 7)), reason: 'ill' });
    else if (kind < health + 0.0035) spells.push({ start, end: last(luck.between(1, 2)), reason: 'excused' });
    else if (kind < health + 0.0035 + careless) spells.push({ start, end: start, reason: 'unexcused' });
    else continue;
    while (index + 1 < days.length && at(days, index + 1) <= (spells.at(-1)?.end ?? '')) index += 1;
  }
  return spells;
}

/** Written on the first day back; of those still away or just returned some reasons are not known yet. */
function writeReason(
  school: SchoolFrame,
  given: { student: Student; spell: Spell; luck: Chance; today: string; authorId: string },
): void {
  const { student, spell, luck, today, authorId } = given;
  const known =
    spell.end < today ? daysBetween(spell.end, today) > 3 || luck.happens(0.6) : luck.happens(0.4);
  const note = luck.pick(notes[spell.reason]);
  if (!known) return;
  const end = spell.end < today ? spell.end : today;
  const written = spell.end < today ? spell.end : spell.start;
  const at = school.moments.at(written, written === today ? '08:10' : '15:40');
  school.rows.add('journal.absence_reason', {
    school_id: school.plan.schoolId,
    id: school.id('absenceReason'),
    student_id: student.person.id,
    start_date: spell.start,
    end_date: end,
    reason: spell.reason,
    note,
    author_id: authorId,
    at,
    ended_at: null,
    version: 1,
  });
}

const notes: Readonly<Record<Reason, readonly (string | null)[]>> = {
  ill: [
    'Справка из поликлиники',
    'Справка из поликлиники',
    'Медицинская справка',
    'Звонила мама, справка будет',
    null,
  ],
  excused: ['Заявление родителей', 'Соревнования', 'Олимпиада', 'Семейные обстоятельства', 'Приём у врача'],
  unexcused: [null, null, 'Проведена беседа'],
};
