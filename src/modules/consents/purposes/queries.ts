import { momentSql } from '#platform/db/moment.ts';
import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { signingKinships } from '../signing/rules.ts';
import { withPurposes } from './seed-commands.ts';
import type { PurposeList } from './contract.ts';

const kinships = signingKinships.map((kinship) => `'${kinship}'`).join(', ');

/** How many would be asked again: whose last word about a student of the school today is a yes, and who may still sign. */
const yesSayers = (purpose: string, today: string) => `(select count(*)::int from (
    select distinct on (d.student_id, d.signer_id) d.student_id, d.signer_id, d.word from consents.decision d
    where d.school_id = $1::int and d.purpose_id = ${purpose}
    order by d.student_id, d.signer_id, d.signed_on desc, d.made_at desc, d.id desc) w
  where w.word = 'yes' and exists (select from roster.admission a where a.school_id = $1::int and a.student_id = w.student_id
      and (a.end_date is null or a.end_date >= ${today}))
    and (w.signer_id = w.student_id or exists (select from roster.guardianship g where g.school_id = $1::int
      and g.student_id = w.student_id and g.guardian_id = w.signer_id and g.kinship in (${kinships})
      and 'documents' = any (g.scope) and g.start_date <= ${today} and (g.end_date is null or g.end_date >= ${today})
      and not exists (select from roster.person p where p.school_id = $1::int and p.id = w.student_id
        and p.birth_date + interval '18 years' <= ${today}))))`;

// What a school asks for, with every text, the newest first, on a day ($2); $3 = may change it. By the keys and decision_student.
const listStatement = statement(
  'consents.purposes',
  `select json_build_object('mayWrite', $3::bool, 'purposes', coalesce((
     select json_agg(json_build_object('id', p.id, 'code', p.code, 'title', p.title, 'isAsked', p.is_asked,
       'askedAgain', ${yesSayers('p.id', '$2::date')}, 'texts', (
         select json_agg(json_build_object('version', t.version, 'body', t.body, 'sha256', encode(t.sha256, 'hex'),
           'asksAgain', t.asks_again, 'madeAt', ${momentSql('t.made_at')}) order by t.version desc)
         from consents.purpose_text t where t.school_id = $1::int and t.purpose_id = p.id)) order by p.ordinal, p.id)
     from consents.purpose p where p.school_id = $1::int), '[]'))::text`,
);

export const purposeList = (
  tx: AnyTx,
  { today, mayWrite }: { readonly today: string; readonly mayWrite: boolean },
): Promise<PurposeList> =>
  withPurposes(tx, async () => {
    const text = await tx.text(listStatement, [tx.schoolId, today, mayWrite]);
    return JSON.parse(text ?? '{"mayWrite":false,"purposes":[]}') as PurposeList;
  });

// One purpose ($2) on a day ($3).
const askedStatement = statement('consents.askedAgain', `select ${yesSayers('$2::uuid', '$3::date')}::text`);

export const peopleAskedAgain = async (
  tx: AnyTx,
  { purposeId, today }: { readonly purposeId: string; readonly today: string },
): Promise<number> => Number(await tx.text(askedStatement, [tx.schoolId, purposeId, today]));
