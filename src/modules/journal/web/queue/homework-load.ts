import { signal } from '@preact/signals';

/** More homework for one day than the norm of the grade: minutes of all subjects together. */
export type HomeworkLoad = { readonly date: string; readonly minutes: number; readonly limit: number };

/** By lesson, as the server said when its homework was last written from here. It only warns. */
export const homeworkLoads = signal<ReadonlyMap<string, HomeworkLoad>>(new Map());

export function learnLoad(lessonId: string, load: HomeworkLoad | null): void {
  const loads = new Map(homeworkLoads.peek());
  if (load === null) loads.delete(lessonId);
  else loads.set(lessonId, load);
  homeworkLoads.value = loads;
}
