type Time = { readonly number: number; readonly starts: string | null; readonly ends: string | null };

/**
 * When a lesson number usually begins and ends for this class: the time most of its lessons of the week have, the
 * earlier day winning a tie. A school has several schedules of one shift (grade 1, shortened days), so its list of bells
 * answers only for a number without a lesson.
 */
export function usualTime(lessons: readonly Time[], bells: readonly Time[], number: number): Time | null {
  const timed = lessons.filter((lesson) => lesson.number === number && lesson.starts !== null);
  const alike = ({ starts, ends }: Time) =>
    timed.filter((other) => other.starts === starts && other.ends === ends).length;
  const [first, ...others] = timed;
  if (!first) return bells.find((bell) => bell.number === number) ?? null;
  return others.reduce((best, lesson) => (alike(lesson) > alike(best) ? lesson : best), first);
}
