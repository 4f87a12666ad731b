import { creditScale, fivePointScale, type ScaleSeed } from '#modules/organisation/mark-scales/rules.ts';
import {
  extracurricular,
  subjectKeys,
  subjects,
  workTypes,
  type SubjectKey,
  type WorkTypeKey,
} from './curriculum/subjects.ts';
import type { Rows } from './rows.ts';
import type { SchoolPlan } from './school-plan.ts';

type SchoolRows = {
  readonly plan: SchoolPlan;
  readonly rows: Rows;
  readonly id: (kind: string) => string;
};

/** The five-point scale and that of pass or fail. */
export function writeScales(school: SchoolRows) {
  return { scaleId: writeScale(school, fivePointScale), creditScaleId: writeScale(school, creditScale) };
}

function writeScale({ plan, rows, id }: SchoolRows, { name, values }: ScaleSeed): string {
  const scale_id = id('scale');
  rows.add('organisation.mark_scale', { school_id: plan.schoolId, id: scale_id, name });
  for (const [index, { code, numerator, band, isPassing }] of values.entries()) {
    rows.add('organisation.mark_scale_value', {
      school_id: plan.schoolId,
      scale_id,
      code,
      numerator,
      denominator: 1,
      band,
      is_passing: isPassing,
      ordinal: index + 1,
    });
  }
  return scale_id;
}

export function writeSubjects({ plan, rows, id }: SchoolRows): Readonly<Record<SubjectKey, string>> {
  const ids = subjectKeys.map((key, index) => {
    const subjectId = id('subject');
    const [name, short_name, area] = subjects[key];
    rows.add('curriculum.subject', {
      school_id: plan.schoolId,
      id: subjectId,
      name,
      short_name,
      area,
      kind: extracurricular.includes(key) ? 'extracurricular' : 'lesson',
      ordinal: index + 1,
    });
    return [key, subjectId] as const;
  });
  return Object.fromEntries(ids) as Record<SubjectKey, string>;
}

export function writeWorkTypes({ plan, rows, id }: SchoolRows): Readonly<Record<WorkTypeKey, string>> {
  const keys = Object.keys(workTypes) as WorkTypeKey[];
  const ids = keys.map((key, index) => {
    const workTypeId = id('workType');
    const [name, abbr, weight, is_assessment] = workTypes[key];
    rows.add('curriculum.work_type', {
      school_id: plan.schoolId,
      id: workTypeId,
      name,
      abbr,
      weight,
      is_assessment,
      is_default: key === 'answer',
      ordinal: index + 1,
    });
    return [key, workTypeId] as const;
  });
  return Object.fromEntries(ids) as Record<WorkTypeKey, string>;
}
