import {
  className,
  labelOfName,
  subgroupLabel,
  subgroupName,
  type ClassName,
  type KnownGroup,
  type NewClass,
  type NewGroup,
  type RosterSnapshot,
} from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';

export type ClassDraft = ClassName & {
  readonly id: string;
  /** Of the whole class. */
  readonly groupId: string;
};

export type GroupDraft = {
  readonly id: string;
  readonly kind: KnownGroup['kind'];
  readonly name: string;
  readonly divisionTag: string | null;
  readonly classIds: readonly string[];
  readonly label: string;
};

export type Structure = ReturnType<typeof structureOf>;

type Known = Pick<RosterSnapshot, 'classes' | 'groups' | 'closedClasses' | 'closedGroups'>;

/** Classes and groups of a year with those that are to be opened; what was closed opens again with its ids. */
export function structureOf(known: Known) {
  const wholeClass = new Map(
    known.groups.flatMap(({ id, kind, classIds }) =>
      kind === 'class' ? [[classIds[0] ?? '', id] as const] : [],
    ),
  );
  const classes = new Map<string, ClassDraft>();
  const classById = new Map<string, ClassDraft>();
  const classNames = new Map(known.classes.map((one) => [one.id, className(one)]));
  const groups: GroupDraft[] = known.groups.map((group) => ({
    ...group,
    name: (group.kind === 'class' ? classNames.get(group.classIds[0] ?? '') : undefined) ?? group.name,
    label: labelOfName(group.name),
  }));
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const byPlace = new Map<string, GroupDraft>();
  const newClasses: NewClass[] = [];
  const newGroups: NewGroup[] = [];

  const enterClass = (schoolClass: ClassDraft) => {
    classes.set(className(schoolClass), schoolClass);
    classById.set(schoolClass.id, schoolClass);
    return schoolClass;
  };
  const enterGroup = (group: GroupDraft) => {
    groupById.set(group.id, group);
    if (group.kind === 'class' || group.divisionTag === null) return group;
    for (const classId of group.classIds)
      byPlace.set([classId, group.divisionTag, group.label].join('|'), group);
    return group;
  };
  for (const { id, grade, letter } of known.classes)
    enterClass({ id, grade, letter, groupId: wholeClass.get(id) ?? '' });
  for (const group of groups) enterGroup(group);

  const closedLike = (kind: NewGroup['kind'], name: string, classIds: readonly string[]) =>
    known.closedGroups.find(
      (group) =>
        group.kind === kind &&
        group.name === name &&
        group.classIds.length === classIds.length &&
        group.classIds.every((id) => classIds.includes(id)),
    );

  function open(
    kind: NewGroup['kind'],
    classList: readonly ClassDraft[],
    of: { tag: string | null; subject: string; label: string },
  ): GroupDraft {
    const name = subgroupName(classList, of.subject, of.label);
    const classIds = classList.map(({ id }) => id);
    const group = {
      id: closedLike(kind, name, classIds)?.id ?? uuidv7(),
      kind,
      name,
      divisionTag: of.tag,
      classIds,
      label: of.label,
    };
    newGroups.push(group);
    groups.push(group);
    return enterGroup(group);
  }

  return {
    newClasses,
    newGroups,
    groups,
    classById: (id: string) => classById.get(id),
    groupById: (id: string) => groupById.get(id),
    classNamed: (name: ClassName) => classes.get(className(name)),

    openClass(name: ClassName): ClassDraft {
      const before = known.closedClasses.find((one) => className(one) === className(name));
      const whole = known.closedGroups.find(
        ({ kind, classIds }) => kind === 'class' && classIds[0] === before?.id,
      );
      const opened = {
        id: before?.id ?? uuidv7(),
        groupId: whole?.id ?? uuidv7(),
        grade: name.grade,
        letter: name.letter,
      };
      newClasses.push(opened);
      const group: GroupDraft = {
        id: opened.groupId,
        kind: 'class',
        name: className(name),
        divisionTag: null,
        classIds: [opened.id],
        label: '',
      };
      groups.push(group);
      enterGroup(group);
      return enterClass(opened);
    },

    /** The subgroup of a class for a subject, opened when it is new. */
    subgroup(classList: readonly ClassDraft[], subject: string, written: string): GroupDraft {
      const label = subgroupLabel(written);
      const ids = classList.map(({ id }) => id);
      const found = ids
        .map((id) => byPlace.get([id, subject, label].join('|')))
        .find((group) => group && ids.every((id) => group.classIds.includes(id)));
      return (
        found ??
        open(classList.length > 1 ? 'crossClass' : 'subgroup', classList, { tag: subject, subject, label })
      );
    },

    /** The group that takes several whole classes to one subject. */
    joined(classList: readonly ClassDraft[], subject: string): GroupDraft {
      const ids = classList.map(({ id }) => id).sort();
      const name = subgroupName(classList, subject, '');
      const found = groups.find(
        (group) =>
          group.kind === 'crossClass' &&
          group.divisionTag === null &&
          group.name === name &&
          ids.every((id) => group.classIds.includes(id)),
      );
      return found ?? open('crossClass', classList, { tag: null, subject, label: '' });
    },
  };
}
