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
export function writeScales({ plan, rows, id }: SchoolRows) {
  const scale = (
    name: string,
    codes: readonly (readonly [code: string, numerator: number | null, isPassing: boolean])[],
  ) => {
    const scale_id = id('scale');
    rows.add('organisation.mark_scale', { school_id: plan.schoolId, id: scale_id, name });
    for (const [index, [code, numerator, is_passing]] of codes.entries()) {
      rows.add('organisation.mark_scale_value', {
        school_id: plan.schoolId,
        scale_id,
        code,
        numerator,
        denominator: 1,
        band: bands[code] ?? null,
        is_passing,
        ordinal: index + 1,
      });
    }
    return scale_id;
  };
  const common = [
    ['exempt', null, true],
    ['notAssessed', null, false],
    ['pendingPoint', null, false],
  ] as const;
  const credit = [
    ['passed', null, true],
    ['failed', null, false],
  ] as const;
  const numbers = [
    ['5', 5, true],
    ['4', 4, true],
    ['3', 3, true],
    ['2', 2, false],
    ['1', 1, false],
  ] as const;
  return {
    scaleId: scale('Пятибалльная', [...numbers, ...credit, ...common]),
    creditScaleId: scale('Зачёт — незачёт', [...credit, ...common]),
  };
}

const bands: Readonly<Record<string, 'excellent' | 'good' | 'satisfactory' | 'poor'>> = {
  '5': 'excellent',
  '4': 'good',
  '3': 'satisfactory',
  '2': 'poor',
  '1': 'poor',
};

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
