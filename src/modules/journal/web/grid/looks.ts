import type { LockCode } from '../../marks/contract.ts';
import type { PageLesson } from '../../pages/contract.ts';
import type { Journal } from '../page/journal.ts';
import type { Column, Student } from '../store/model.ts';

/** Why a whole lesson is closed, whoever the student. */
export function columnLock({ store }: Pick<Journal, 'store'>, lesson: PageLesson): LockCode | null {
  const anybody: Student = {
    row: -1,
    id: '',
    name: '',
    startDate: lesson.date,
    endDate: null,
    elsewhere: [],
  };
  return store.lockOf(lesson, anybody);
}

/** How a cell looks besides what stands in it. `before`: not yet in the group; `after`: gone. */
export function cellLook(column: Column, student: Student, today: string): string[] {
  const { date } = column.lesson;
  const look = ['cell'];
  if (date === today) look.push('is-today');
  if (!column.isFirst) look.push('is-further');
  if (date < student.startDate) look.push('is-before');
  if (student.endDate !== null && date > student.endDate) look.push('is-after');
  return look;
}
