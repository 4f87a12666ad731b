import { publicReasons } from './rules.ts';

/** A reason's code where everybody may read it, else null: for statements that families or all staff read. */
export function publicReasonSql(column: string): string {
  return `case when ${column} in (${publicReasons.map((code) => `'${code}'`).join(', ')}) then ${column} end`;
}

/** A change that still stands, as a condition on `alias`: not taken back, and not itself the taking back. */
export function standingChangeSql(alias: string): string {
  return `${alias}.undoes_id is null and not exists (
      select from timetable.lesson_change undoing
      where undoing.school_id = ${alias}.school_id and undoing.lesson_id = ${alias}.lesson_id
        and undoing.undoes_id = ${alias}.id)`;
}

/**
 * Whether a standing change can be taken back: the lesson is still what it made of it, and nothing of its kind came
 * after. What a special day cancelled comes back with the day alone. $1 = school; `change` and `lesson` are aliases, `standing` the relation of all standing changes of the lesson.
 */
export function isLastSql(change: string, lesson: string, standing: string): string {
  const made = (key: string, type: string) => `(${change}.new_value ->> '${key}')::${type}`;
  return `(case ${change}.kind
        when 'substitution' then ${lesson}.teacher_id is not distinct from ${made('teacherId', 'uuid')}
        when 'cancellation' then ${lesson}.state = 'cancelled' and not exists (
          select from organisation.day_override special where special.school_id = $1::int and special.id = ${change}.act_id)
        when 'move' then ${lesson}.date = ${made('date', 'date')} and ${lesson}.number = ${made('number', 'int')}
        when 'room' then ${lesson}.room_id is not distinct from ${made('roomId', 'uuid')}
        when 'merge' then ${lesson}.merged_with_id = ${made('mergedWithId', 'uuid')}
          and ${lesson}.teacher_id is not distinct from ${made('teacherId', 'uuid')}
        else false end
      and not exists (select from ${standing} later
        where later.lesson_id = ${change}.lesson_id and later.kind = ${change}.kind and (later.at, later.id) > (${change}.at, ${change}.id)))`;
}
