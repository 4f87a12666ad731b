import { insertMany, updateMany } from '#platform/db/bulk.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import type { TemplateCard } from '../lessons/rules.ts';
import type { TemplateChange, TemplateTurn } from './rules.ts';

export type Template = {
  readonly id: string;
  readonly name: string;
  readonly startDate: string;
  /** The last day. */
  readonly endDate: string;
  readonly cards: readonly TemplateCard[];
};

/** Templates in use in a year, oldest first. */
export async function templatesOfYear(tx: Tx, yearId: string): Promise<readonly Template[]> {
  return JSON.parse((await tx.text(templatesWithCards, [tx.schoolId, yearId])) ?? '[]') as Template[];
}

/** Puts a turn of the weekly pattern into force. */
export async function writeTemplates(
  tx: Tx,
  yearId: string,
  { changed, added }: TemplateTurn,
): Promise<void> {
  await changeTemplates(tx, changed);
  for (const template of added) await addTemplate(tx, yearId, template);
}

async function addTemplate(tx: Tx, yearId: string, template: Template): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'timetable.template',
      columns: ['school_id', 'id', 'academic_year_id', 'name', 'start_date', 'end_date'],
    },
    [[tx.schoolId, template.id, yearId, template.name, template.startDate, template.endDate]],
  );
  await insertMany(
    tx,
    {
      into: 'timetable.template_card',
      columns: ['school_id', 'id', 'template_id', 'assignment_id', 'weekday', 'cycle', 'number', 'room_id'],
    },
    template.cards.map((card) => [
      tx.schoolId,
      card.id,
      template.id,
      card.assignmentId,
      card.weekday,
      card.cycle,
      card.number,
      card.roomId,
    ]),
  );
}

/** Gives templates another last day, takes them out of use or back into it; nothing is deleted. */
export async function changeTemplates(tx: Tx, changes: readonly TemplateChange[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'timetable.template', key: 'id', columns: ['end_date', 'retired_at'] },
    changes.map(({ id, endDate, retiredAt }) => [id, endDate, retiredAt]),
  );
}

// A year's templates in use with their cards; index template_card_template.
const templatesWithCards = statement(
  'timetable.templatesOfYear',
  `select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'startDate', t.start_date, 'endDate', t.end_date,
      'cards', coalesce((
        select json_agg(json_build_object('id', c.id, 'assignmentId', c.assignment_id, 'weekday', c.weekday, 'cycle', c.cycle,
          'number', c.number, 'roomId', c.room_id))
        from timetable.template_card c where c.school_id = $1 and c.template_id = t.id), '[]'::json)) order by t.start_date), '[]'::json)::text
   from timetable.template t where t.school_id = $1 and t.academic_year_id = $2 and t.retired_at is null`,
);
