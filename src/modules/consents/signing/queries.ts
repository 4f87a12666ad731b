import { type ClassHead, classHeadSql } from '../office/queries.ts';
import { momentSql } from '#platform/db/moment.ts';
import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { withPurposes } from '../purposes/seed-commands.ts';
import {
  type ConsentState,
  type Said,
  type SigningWay,
  signingKinships,
  standingOf,
  ageOn,
} from './rules.ts';

export type Names = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
};

/** What a school asks for, with the text of today. */
export type AskedPurpose = {
  readonly id: string;
  readonly code: string | null;
  readonly title: string;
  readonly isAsked: boolean;
  readonly version: number;
  readonly body: string;
  readonly madeAt: string;
  /** The last text that asked again. */
  readonly freshFrom: number;
};

export type KnownWord = Said & { readonly purposeId: string; readonly way: SigningWay };

/** A student with those who sign for it today and every word said about it. */
export type StudentFacts = Names & {
  readonly id: string;
  readonly birthDate: string | null;
  /** At the school today, or admitted from a later day on. */
  readonly isEnrolled: boolean;
  readonly guardians: readonly (Names & { readonly id: string; readonly kinship: string })[];
  readonly said: readonly KnownWord[];
};

export type ConsentFacts = {
  readonly schoolName: string;
  readonly schoolShortName: string;
  readonly timeZone: string;
  readonly purposes: readonly AskedPurpose[];
  readonly students: readonly StudentFacts[];
};

const names = (p: string) =>
  `'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name`;
const on = (r: string) =>
  `${r}.start_date <= $3::date and (${r}.end_date is null or ${r}.end_date >= $3::date)`;
const kinships = signingKinships.map((kinship) => `'${kinship}'`).join(', ');

/** The purposes of a school ($1) in their order. */
export const purposesJson = `coalesce((select json_agg(json_build_object('id', p.id, 'code', p.code, 'title', p.title,
    'isAsked', p.is_asked, 'version', t.version, 'body', t.body, 'madeAt', ${momentSql('t.made_at')}, 'freshFrom', (
      select max(v.version) from consents.purpose_text v
      where v.school_id = $1::int and v.purpose_id = p.id and v.asks_again)) order by p.ordinal, p.id)
  from consents.purpose p
  join lateral (select * from consents.purpose_text l where l.school_id = $1::int and l.purpose_id = p.id
    order by l.version desc limit 1) t on true
  where p.school_id = $1::int), '[]')`;

const studentJson = `json_build_object('id', s.id, ${names('s')}, 'birthDate', s.birth_date,
  'isEnrolled', exists (select from roster.admission a where a.school_id = $1::int and a.student_id = s.id
    and (a.end_date is null or a.end_date >= $3::date)),
  'guardians', coalesce((select json_agg(json_build_object('id', o.id, ${names('o')}, 'kinship', g.kinship)
      order by array_position(array[${kinships}], g.kinship), o.sort_key, o.id)
    from roster.guardianship g join roster.person o on o.school_id = $1::int and o.id = g.guardian_id
    where g.school_id = $1::int and g.student_id = s.id and g.kinship in (${kinships}) and 'documents' = any (g.scope)
      and ${on('g')}), '[]'),
  'said', coalesce((select json_agg(json_build_object('purposeId', d.purpose_id, 'signerId', d.signer_id, 'word', d.word,
      'way', d.way, 'version', d.text_version, 'signedOn', d.signed_on, 'madeAt', ${momentSql('d.made_at')})
      order by d.signed_on, d.made_at, d.id)
    from consents.decision d where d.school_id = $1::int and d.student_id = s.id), '[]'))`;

const schoolJson = (
  students: string,
  more = '',
) => `select json_build_object('schoolName', c.name, 'schoolShortName', c.short_name,
  'timeZone', c.time_zone,
  'purposes', ${purposesJson}, 'students', coalesce((${students}), '[]')${more})::text
  from organisation.school c where c.school_id = $1::int`;

// Consents of some students ($2) on a day ($3): by the keys, guardianship_student and decision_student.
const studentsStatement = statement(
  'consents.ofStudents',
  schoolJson(`select json_agg(${studentJson} order by s.sort_key, s.id) from roster.person s
    where s.school_id = $1::int and s.id = any ($2::uuid[])`),
);

// Consents of a class ($2) on a day ($3), and its head for somebody ($4): by group_class, group_membership_group and the above.
const classStatement = statement(
  'consents.ofClass',
  schoolJson(
    `select json_agg(${studentJson} order by s.sort_key, s.id)
    from roster.group_class gc
    join roster.study_group u on u.school_id = $1::int and u.id = gc.group_id and u.kind = 'class'
    join roster.group_membership m on m.school_id = $1::int and m.group_id = u.id and ${on('m')}
    join roster.person s on s.school_id = $1::int and s.id = m.student_id
    where gc.school_id = $1::int and gc.class_id = $2::uuid`,
    `, 'head', ${classHeadSql}`,
  ),
);

export type At = { readonly schoolId: number; readonly today: string };

export const consentsOfStudents = (tx: AnyTx, { schoolId, today }: At, ids: readonly string[]) =>
  withPurposes(tx, () => read(tx, studentsStatement, [schoolId, ids, today]));

/** `head` null: the school has no such class. */
export const consentsOfClass = (
  tx: AnyTx,
  { schoolId, today, personId }: At & { readonly personId: string },
  classId: string,
): Promise<ConsentFacts & { readonly head?: ClassHead | null }> =>
  withPurposes(tx, () => read(tx, classStatement, [schoolId, classId, today, personId]));

async function read(
  tx: AnyTx,
  which: ReturnType<typeof statement>,
  values: readonly unknown[],
): Promise<ConsentFacts> {
  const text = await tx.text(which, values);
  const none = { schoolName: '', schoolShortName: '', timeZone: 'UTC', purposes: [], students: [] };
  return text === null ? none : (JSON.parse(text) as ConsentFacts);
}

/** Where one purpose of one student stands, as the rules see it. */
export const standpointOf = (student: StudentFacts, { id, freshFrom }: AskedPurpose, today: string) => ({
  age: ageOn(student.birthDate, today),
  signers: { studentId: student.id, guardianIds: student.guardians.map((guardian) => guardian.id) },
  said: student.said.filter(({ purposeId }) => purposeId === id),
  freshFrom,
});

export type StandingPurpose = { readonly id: string; readonly code: string | null };
const open: readonly ConsentState[] = ['stands', 'forNow'];

/**
 * Which purposes stand for a student today: what is not among them must not happen. A purpose the school has switched off
 * opens nothing.
 */
export async function standingPurposes(
  tx: AnyTx,
  { schoolId, today, studentId }: At & { readonly studentId: string },
): Promise<readonly StandingPurpose[]> {
  const { purposes, students } = await read(tx, studentsStatement, [schoolId, [studentId], today]);
  const [student] = students;
  if (!student) return [];
  return purposes
    .filter((purpose) => purpose.isAsked)
    .filter((purpose) => open.includes(standingOf(standpointOf(student, purpose, today)).state))
    .map(({ id, code }) => ({ id, code }));
}
