/** Subjects or kinds of work changed. Topic: the staff. Readers read anew. */
export const curriculumChanged = 'curriculum.curriculumChanged';

export type CurriculumChanged = { readonly what: 'subject' | 'workType' };
