/** Where a school sees who has signed. */
export const consentsAddress = '/consents';

export const classConsentsAddress = (schoolId: number, classId: string): string =>
  `${consentsAddress}/${schoolId}/classes/${classId}`;
export const purposesAddress = (schoolId: number): string => `${consentsAddress}/${schoolId}/purposes`;
