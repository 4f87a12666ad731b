export const peopleAddress = '/people';

export const peopleOf = (schoolId: number) => `${peopleAddress}/${schoolId}`;
export const classesOf = (schoolId: number) => `${peopleOf(schoolId)}/classes`;
export const classAddress = (schoolId: number, classId: string) => `${classesOf(schoolId)}/${classId}`;
export const subgroupsAddress = (schoolId: number, classId: string) =>
  `${classAddress(schoolId, classId)}/subgroups`;
export const personAddress = (schoolId: number, personId: string) =>
  `${peopleOf(schoolId)}/persons/${personId}`;
export const loadAddress = (schoolId: number) => `${peopleOf(schoolId)}/load`;
export const admissionAddress = (schoolId: number) => `${peopleOf(schoolId)}/admission`;

/** `?a=1&b=2` of what is there; '' for nothing. */
export function queryText(query: Readonly<Record<string, string | boolean | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' || value === false ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
