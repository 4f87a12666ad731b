/** What one piece of homework may hold; more is a lesson of its own. */
export const filesOfHomework = { most: 10, mostBytes: 50 * 1024 * 1024 } as const;

export type FileRoomRefusal = 'homework.tooManyFiles' | 'homework.filesTooLarge';

/** Is there room for so many bytes more? Null = yes. */
export function roomFor(
  standing: readonly { readonly size: number }[],
  size: number,
): { readonly code: FileRoomRefusal; readonly limit: number } | null {
  const { most, mostBytes } = filesOfHomework;
  if (standing.length >= most) return { code: 'homework.tooManyFiles', limit: most };
  const sum = standing.reduce((bytes, file) => bytes + file.size, size);
  return sum > mostBytes ? { code: 'homework.filesTooLarge', limit: mostBytes } : null;
}

/** Where a file is opened: whoever may not read it finds nothing there. */
export const fileAddress = (schoolId: number, fileId: string) =>
  `/api/schools/${schoolId}/homework-files/${fileId}`;
