import { platformProblem } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';
import { mayWritePeople, readsPeople, writesPeople } from '../people/policy.ts';
import { changePerson } from './change-commands.ts';
import * as contract from './contract.ts';
import type { PeopleKind } from '../people/contract.ts';
import { cardStatement } from './queries.ts';
import { maskedSnils } from './rules.ts';
import { openSnils, snilsKeys } from './snils-commands.ts';

type ReadCard = Omit<contract.PersonCard, 'snils' | 'mayWrite' | 'kinds'> & {
  readonly sealedSnils: string | null;
};

export const personRoutes = [
  serve(contract.getPerson, {
    policy: readsPeople,
    async run({ tx, actor, params: { personId }, platform }) {
      const text = await tx.text(cardStatement, [actor.schoolId, personId, actor.today]);
      if (text === null) throw platformProblem('notFound');
      const { sealedSnils, ...card } = JSON.parse(text) as ReadCard;
      const of = { schoolId: actor.schoolId, personId };
      return {
        ...card,
        snils: sealedSnils === null ? null : maskedSnils(openSnils(snilsKeys(platform), of, sealedSnils)),
        kinds: kindsOf(card),
        mayWrite: mayWritePeople(actor),
      };
    },
  }),
  serve(contract.changePerson, {
    policy: writesPeople,
    run: ({ tx, actor, params, body, platform }) =>
      changePerson(tx, actor, { id: params.personId, change: body, keys: snilsKeys(platform) }),
  }),
];

function kindsOf({
  admissions,
  wards,
  staff,
}: Pick<ReadCard, 'admissions' | 'wards' | 'staff'>): PeopleKind[] {
  return [
    ...(admissions.length > 0 ? (['student'] as const) : []),
    ...(wards.length > 0 ? (['guardian'] as const) : []),
    ...(staff === null ? [] : (['staff'] as const)),
  ];
}
