import { statement } from '#platform/db/tx.ts';

// A school's few schedules with their bells; by the leading school_id.
export const bellsStatement = statement(
  'organisation.listBells',
  `select json_build_object('mayWrite', $2::bool, 'schedules', coalesce((
    select json_agg(json_build_object('id', s.id, 'version', s.version, 'name', s.name, 'shift', s.shift, 'isUsual', s.usual,
      'bells', coalesce((
        select json_agg(json_build_object('number', p.number, 'starts', to_char(p.starts, 'HH24:MI'),
          'ends', to_char(p.ends, 'HH24:MI')) order by p.number)
        from organisation.bell_period p where p.school_id = $1::int and p.bell_schedule_id = s.id), '[]'))
      order by s.shift, s.usual desc, s.id)
    from organisation.bell_schedule s where s.school_id = $1::int), '[]'))::text as json`,
);

export type StandingSchedule = {
  readonly id: string;
  readonly version: number;
  readonly shift: number;
  readonly isUsual: boolean;
};

// The schedules, held until the transaction ends: one change of the bells at a time.
export const holdSchedules = statement(
  'organisation.holdSchedules',
  `select id, version, shift, usual as "isUsual" from organisation.bell_schedule where school_id = $1::int order by id for update`,
);

// A schedule's name, shift and whether it is the usual one; its new version.
export const writeSchedule = statement(
  'organisation.writeSchedule',
  `insert into organisation.bell_schedule as s (school_id, id, name, shift, usual)
   values ($1::int, $2::uuid, $3::text, $4::int, $5::bool)
   on conflict (school_id, id) do update set name = excluded.name, shift = excluded.shift, usual = excluded.usual,
     version = s.version + 1
   returning version::text`,
);

// Away with a schedule's bells; the new ones follow in the same transaction.
export const clearBells = statement(
  'organisation.clearBells',
  `delete from organisation.bell_period where school_id = $1::int and bell_schedule_id = $2::uuid`,
);
