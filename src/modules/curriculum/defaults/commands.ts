import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { defaultSubjects, defaultWorkTypes, extracurricularSubjects, type SubjectKey } from './rules.ts';

/** Gives the transaction's new school the usual subjects and kinds of work. */
export async function seedCurriculum(tx: Tx): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'curriculum.subject',
      columns: ['school_id', 'id', 'name', 'short_name', 'area', 'kind', 'ordinal'],
    },
    Object.entries(defaultSubjects).map(([key, [name, shortName, area]], index) => [
      tx.schoolId,
      uuidv7(),
      name,
      shortName,
      area,
      extracurricularSubjects.includes(key as SubjectKey) ? 'extracurricular' : 'lesson',
      index + 1,
    ]),
  );
  await insertMany(
    tx,
    {
      into: 'curriculum.work_type',
      columns: ['school_id', 'id', 'name', 'abbr', 'weight', 'is_assessment', 'is_default', 'ordinal'],
    },
    Object.entries(defaultWorkTypes).map(([key, [name, abbr, weight, isAssessment]], index) => [
      tx.schoolId,
      uuidv7(),
      name,
      abbr,
      weight,
      isAssessment,
      key === 'answer',
      index + 1,
    ]),
  );
}
