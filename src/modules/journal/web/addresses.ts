export const journalAddress = '/journal';

export function pageAddress(schoolId: number, pageId: string): string {
  return `${journalAddress}/${schoolId}/${pageId}`;
}
