/** Homework of a lesson was given, changed or taken back (`text` null). Topics: page, classes, students of the group. */
export const homeworkAssigned = 'homework.assigned';

export type HomeworkAssigned = {
  readonly pageId: string;
  readonly authorId: string;
  readonly homework: {
    readonly id: string;
    readonly lessonId: string;
    readonly text: string | null;
    readonly minutes: number | null;
    readonly dueRule: 'next' | 'pinned' | 'date';
    readonly dueLessonId: string | null;
    readonly dueDate: string | null;
    readonly publishAt: string;
    readonly isLate: boolean;
    readonly version: number;
  };
};

/** A student has ticked homework as done, or taken the tick back. Topic: the student. */
export const homeworkTicked = 'homework.ticked';

/** Files of homework were attached, taken off or put back. Topics as of the homework. */
export const homeworkFilesChanged = 'homework.filesChanged';

export type HomeworkFilesChanged = {
  readonly pageId: string;
  readonly lessonId: string;
  readonly homeworkId: string;
};
