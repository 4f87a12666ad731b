export const accessAddress = '/access';

export const classAccessAddress = (schoolId: number, classId: string) =>
  `${accessAddress}/${schoolId}/classes/${classId}`;
export const staffAccessAddress = (schoolId: number) => `${accessAddress}/${schoolId}/staff`;
