import { insertMany } from '#platform/db/bulk.ts';
import { statement, type Tx, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { addBellSchedule } from '../bells/commands.ts';
import { addDays } from '../calendar/rules.ts';
import { secondFactorGraceDays } from '../school/rules.ts';
import { defaultBells } from '../bells/rules.ts';
import { federalFrame } from '../federal-frame/rules.ts';
import { defaultScales } from '../mark-scales/rules.ts';
import { defaultBreaks, defaultSchemes, publicDayName } from './rules.ts';

export type OrganisationCard = {
  readonly name: string;
  readonly shortName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly kind: 'school' | 'lyceum' | 'gymnasium' | 'boarding' | 'evening' | 'college' | 'additional';
  readonly ogrn: string | null;
  readonly region: string;
  readonly locality: string;
};

/**
 * Enters an organisation into the directory and gives it the next school number. Region and locality are found by
 * name or made. An OGRN that is there already raises the unique violation 23505.
 */
export async function registerOrganisation(tx: UnfencedTx, card: OrganisationCard): Promise<number> {
  await tx.text(lockDirectory);
  const regionId = Number(await tx.text(regionByName, [card.region, card.timeZone]));
  const localityId = await tx.text(localityByName, [uuidv7(), regionId, card.locality]);
  const schoolId = await tx.text(insertOrganisation, [
    uuidv7(),
    localityId,
    card.ogrn,
    card.name,
    card.shortName,
    card.kind,
  ]);
  return Number(schoolId);
}

export type NewSchool = Pick<OrganisationCard, 'name' | 'shortName' | 'timeZone' | 'kind'> & {
  /** The calendar year the first academic year starts in. */
  readonly startYear: number;
  /** The school's first day here, `YYYY-MM-DD`. */
  readonly today: string;
  /** False leaves the bells to the first timetable that is imported. */
  readonly withBells: boolean;
};

/** Opens the transaction's school with its first academic year by the federal frame, bells and mark scales. */
export async function openSchool(tx: Tx, school: NewSchool): Promise<void> {
  const { schoolId } = tx;
  const frame = federalFrame(school.startYear);
  const yearId = uuidv7();
  const settings = { secondFactorFrom: addDays(school.today, secondFactorGraceDays) };
  await tx.run(insertSchool, [
    schoolId,
    school.name,
    school.shortName,
    school.timeZone,
    school.kind,
    JSON.stringify(settings),
  ]);
  await insertMany(
    tx,
    {
      into: 'organisation.academic_year',
      columns: ['school_id', 'id', 'name', 'start_date', 'end_date'],
    },
    [[schoolId, yearId, `${school.startYear}/${school.startYear + 1}`, frame.year.start, frame.year.end]],
  );
  for (const scheme of defaultSchemes(frame)) await addScheme(tx, yearId, scheme);
  await insertMany(
    tx,
    {
      into: 'organisation.holiday_break',
      columns: ['school_id', 'id', 'academic_year_id', 'name', 'start_date', 'end_date', 'grades'],
    },
    defaultBreaks(frame).map(({ name, start, end, grades }) => [
      schoolId,
      uuidv7(),
      yearId,
      name,
      start,
      end,
      grades,
    ]),
  );
  await insertMany(
    tx,
    {
      into: 'organisation.calendar_day',
      columns: ['school_id', 'date', 'scope', 'scope_id', 'off', 'name'],
    },
    frame.publicDaysOff.map((date) => [schoolId, date, 'school', '', true, publicDayName(date)]),
  );
  if (school.withBells) await addBellSchedule(tx, { name: 'Первая смена', shift: 1, bells: defaultBells });
  await addScales(tx);
}

async function addScheme(
  tx: Tx,
  yearId: string,
  scheme: ReturnType<typeof defaultSchemes>[number],
): Promise<void> {
  const id = uuidv7();
  await insertMany(
    tx,
    {
      into: 'organisation.period_scheme',
      columns: ['school_id', 'id', 'academic_year_id', 'name', 'kind'],
    },
    [[tx.schoolId, id, yearId, scheme.name, scheme.kind]],
  );
  await insertMany(
    tx,
    {
      into: 'organisation.grading_period',
      columns: ['school_id', 'id', 'scheme_id', 'kind', 'ordinal', 'name', 'start_date', 'end_date'],
    },
    scheme.periods.map(({ kind, ordinal, name, start, end }) => [
      tx.schoolId,
      uuidv7(),
      id,
      kind,
      ordinal,
      name,
      start,
      end,
    ]),
  );
  await insertMany(
    tx,
    {
      into: 'organisation.scheme_assignment',
      columns: ['school_id', 'academic_year_id', 'grade', 'scheme_id'],
    },
    scheme.grades.map((grade) => [tx.schoolId, yearId, grade, id]),
  );
}

async function addScales(tx: Tx): Promise<void> {
  const scales = defaultScales.map((scale) => ({ ...scale, id: uuidv7() }));
  await insertMany(
    tx,
    { into: 'organisation.mark_scale', columns: ['school_id', 'id', 'name'] },
    scales.map(({ id, name }) => [tx.schoolId, id, name]),
  );
  await insertMany(
    tx,
    {
      into: 'organisation.mark_scale_value',
      columns: ['school_id', 'scale_id', 'code', 'numerator', 'denominator', 'band', 'is_passing', 'ordinal'],
    },
    scales.flatMap(({ id, values }) =>
      values.map(({ code, numerator, band, isPassing }, index) => [
        tx.schoolId,
        id,
        code,
        numerator,
        1,
        band,
        isPassing,
        index + 1,
      ]),
    ),
  );
}

// Two schools made at once must not get one number; held until the transaction ends.
const lockDirectory = statement(
  'organisation.lockDirectory',
  `select pg_advisory_xact_lock(hashtext('directory.organisation'))::text`,
);

// A region by its unique name, made when it is new.
const regionByName = statement(
  'organisation.regionByName',
  `with made as (
    insert into directory.region (id, name, time_zone)
    select coalesce(max(id), 0) + 1, $1, $2 from directory.region
    where not exists (select from directory.region where name = $1)
    having not exists (select from directory.region where name = $1)
    returning id)
  select coalesce((select id from directory.region where name = $1), (select id from made))::text`,
);

// A locality of a region by name, made when it is new; a few hundred rows.
const localityByName = statement(
  'organisation.localityByName',
  `with known as (select id from directory.locality where region_id = $2 and name = $3 limit 1),
    made as (
      insert into directory.locality (id, region_id, name, kind)
      select $1, $2, $3, 'город' where not exists (select from known) returning id)
  select coalesce((select id from known), (select id from made))::text`,
);

// An organisation with the next school number.
const insertOrganisation = statement(
  'organisation.registerOrganisation',
  `insert into directory.organisation (id, locality_id, school_id, ogrn, name, short_name, kind)
   select $1::uuid, $2::uuid, (select coalesce(max(school_id), 0) + 1 from directory.organisation), $3::text, $4::text, $5::text, $6::text
   returning school_id::text`,
);

// A school.
const insertSchool = statement(
  'organisation.openSchool',
  `insert into organisation.school (school_id, name, short_name, time_zone, kind, settings)
   values ($1, $2, $3, $4, $5, $6::jsonb)`,
);
