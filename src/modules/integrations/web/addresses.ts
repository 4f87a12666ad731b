export const importAddress = '/import';

export const importOf = (schoolId: number) => `${importAddress}/${schoolId}`;
export const peopleImportOf = (schoolId: number) => `${importOf(schoolId)}/people`;
export const importUndoOf = (schoolId: number, importId: string) => `${importOf(schoolId)}/undo/${importId}`;
export const timetableImportOf = (schoolId: number) => `${importOf(schoolId)}/timetable`;
