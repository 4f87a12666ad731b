/** What a student's place in the school is made of; the browser plans with the same rules for its preview. */
export type Stay = {
  readonly id: string;
  readonly groupId: string;
  readonly startDate: string;
  readonly endDate: string | null;
};

export type Group = {
  readonly id: string;
  readonly kind: 'class' | 'subgroup' | 'crossClass' | 'extracurricular';
  readonly divisionTag: string | null;
  readonly classIds: readonly string[];
};

export type Standing = {
  readonly stays: readonly Stay[];
  /** Those that were; one that ends before it begins never was. */
  readonly admissions: readonly {
    readonly id: string;
    readonly startDate: string;
    readonly endDate: string | null;
  }[];
  /** The last movement that stands. */
  readonly lastEffective: string | null;
};

export type School = {
  /** Groups of the year. */
  readonly groups: readonly Group[];
  readonly year: { readonly startDate: string; readonly endDate: string } | null;
};

/** Into a class: the first day there and the subgroups chosen. */
export type Arrival = {
  readonly classId: string;
  readonly date: string;
  readonly subgroupIds: readonly string[];
};

export type Plan = {
  /** Memberships that end, with the end they had. */
  readonly ends: readonly (Stay & { readonly newEnd: string })[];
  readonly joins: readonly { readonly groupId: string; readonly startDate: string }[];
  readonly fromClassId: string | null;
  readonly toClassId: string | null;
  /** The admission that ends or is undone; null where a new one is made. */
  readonly admissionId: string | null;
};

export type MovementRefusal =
  | 'roster.unknownClass'
  | 'roster.unknownSubgroup'
  | 'roster.subgroupsExclude'
  | 'roster.outsideYear'
  | 'roster.notStudying'
  | 'roster.stillStudying'
  | 'roster.sameClass'
  | 'roster.beforeLastMovement'
  | 'roster.beforeAdmission';

export type Planned = Plan | { readonly refusal: MovementRefusal };

/** A new student, or one who comes back: memberships of the class and the chosen subgroups begin. */
export function planArrival(standing: Standing, school: School, arrival: Arrival): Planned {
  const refusal = arrivalRefusal(school, arrival);
  if (refusal) return { refusal };
  const { date, classId } = arrival;
  if (standing.admissions.some(({ endDate }) => endDate === null || endDate >= date))
    return { refusal: 'roster.stillStudying' };
  if (isBeforeLast(standing, date)) return { refusal: 'roster.beforeLastMovement' };
  const joins = groupsOf(school, arrival).map(({ id }) => ({ groupId: id, startDate: date }));
  return { ends: [], joins, fromClassId: null, toClassId: classId, admissionId: null };
}

/**
 * From one class to another: memberships of groups that the new class has no part in end on the day before; the new
 * ones begin. Groups of no class, such as a club, stay.
 */
export function planTransfer(standing: Standing, school: School, arrival: Arrival): Planned {
  const refusal = arrivalRefusal(school, arrival);
  if (refusal) return { refusal };
  const { date, classId } = arrival;
  const admission = standing.admissions.find(
    ({ startDate, endDate }) => startDate <= date && (endDate === null || endDate >= date),
  );
  if (!admission) return { refusal: 'roster.notStudying' };
  if (isBeforeLast(standing, date)) return { refusal: 'roster.beforeLastMovement' };
  const lastDay = dayBefore(date);
  const groups = new Map(school.groups.map((group) => [group.id, group]));
  const lasting = standing.stays.filter(
    ({ groupId, endDate }) => groups.has(groupId) && (endDate === null || endDate >= date),
  );
  const classOf = (stay: Stay) => {
    const group = groups.get(stay.groupId);
    return group?.kind === 'class' ? (group.classIds[0] ?? null) : null;
  };
  const fromClassId = lasting.map(classOf).find((id) => id !== null) ?? null;
  if (fromClassId === classId) return { refusal: 'roster.sameClass' };
  const wanted = groupsOf(school, arrival);
  const staying = new Set(
    lasting
      .filter(({ groupId }) => {
        const group = groups.get(groupId);
        const isOfNewClass = group?.classIds.length === 0 || group?.classIds.includes(classId) === true;
        return isOfNewClass && !excludes(wanted, group);
      })
      .map(({ id }) => id),
  );
  const kept = new Set(lasting.filter(({ id }) => staying.has(id)).map(({ groupId }) => groupId));
  return {
    ends: lasting.filter(({ id }) => !staying.has(id)).map((stay) => ({ ...stay, newEnd: lastDay })),
    joins: wanted.filter(({ id }) => !kept.has(id)).map(({ id }) => ({ groupId: id, startDate: date })),
    fromClassId,
    toClassId: classId,
    admissionId: admission.id,
  };
}

/** Leaves the school: the admission and every membership end with the last day. */
export function planWithdrawal(standing: Standing, school: School, lastDay: string): Planned {
  const admission = standing.admissions.find(({ endDate }) => endDate === null);
  if (!admission) return { refusal: 'roster.notStudying' };
  if (lastDay < admission.startDate) return { refusal: 'roster.beforeAdmission' };
  if (isBeforeLast(standing, lastDay)) return { refusal: 'roster.beforeLastMovement' };
  const groups = new Map(school.groups.map((group) => [group.id, group]));
  const lasting = standing.stays.filter(({ endDate }) => endDate === null || endDate > lastDay);
  const ofClass = lasting.map(({ groupId }) => groups.get(groupId)).find((group) => group?.kind === 'class');
  return {
    ends: lasting.map((stay) => ({ ...stay, newEnd: lastDay })),
    joins: [],
    fromClassId: ofClass?.classIds[0] ?? null,
    toClassId: null,
    admissionId: admission.id,
  };
}

function arrivalRefusal({ groups, year }: School, arrival: Arrival): MovementRefusal | null {
  const { classId, date, subgroupIds } = arrival;
  if (!groups.some(({ kind, classIds }) => kind === 'class' && classIds.includes(classId)))
    return 'roster.unknownClass';
  if (!year || date < year.startDate || date > year.endDate) return 'roster.outsideYear';
  const chosen = subgroupIds.map((id) => groups.find((group) => group.id === id));
  if (chosen.some((group) => group?.kind !== 'subgroup' || !group.classIds.includes(classId)))
    return 'roster.unknownSubgroup';
  const tags = chosen.map((group) => group?.divisionTag ?? group?.id);
  return new Set(tags).size < tags.length ? 'roster.subgroupsExclude' : null;
}

/** The whole-class group first, then the subgroups chosen. */
function groupsOf({ groups }: School, { classId, subgroupIds }: Arrival): readonly Group[] {
  const whole = groups.filter(({ kind, classIds }) => kind === 'class' && classIds.includes(classId));
  return [...whole, ...groups.filter(({ id }) => subgroupIds.includes(id))];
}

/** One is not in two subgroups of a division at once. */
function excludes(wanted: readonly Group[], group: Group | undefined): boolean {
  const tag = group?.divisionTag ?? null;
  return tag !== null && wanted.some(({ id, divisionTag }) => divisionTag === tag && id !== group?.id);
}

/** Movements are written in the order they take effect, so that taking the last one back is exact. */
function isBeforeLast({ lastEffective }: Standing, date: string): boolean {
  return lastEffective !== null && date < lastEffective;
}

export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
