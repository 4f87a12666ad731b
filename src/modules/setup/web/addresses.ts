export const schoolAddress = '/school';

export const setUpOf = (schoolId: number) => `${schoolAddress}/${schoolId}`;
export const yearOf = (schoolId: number) => `${setUpOf(schoolId)}/year`;
export const bellsOf = (schoolId: number) => `${setUpOf(schoolId)}/bells`;
export const subjectsOf = (schoolId: number) => `${setUpOf(schoolId)}/subjects`;
export const scalesOf = (schoolId: number) => `${setUpOf(schoolId)}/scales`;
export const settingsOf = (schoolId: number) => `${setUpOf(schoolId)}/settings`;
