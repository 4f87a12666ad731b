export const importAddress = '/import';

export const importOf = (schoolId: number) => `${importAddress}/${schoolId}`;
export const peopleImportOf = (schoolId: number) => `${importOf(schoolId)}/people`;
export const timetableImportOf = (schoolId: number) => `${importOf(schoolId)}/timetable`;
