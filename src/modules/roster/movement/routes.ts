import { serve } from '#platform/serve.ts';
import { readsPeople, writesPeople } from '../people/policy.ts';
import { snilsKeys } from '../person/snils-commands.ts';
import { admitStudent, alikePersons } from './admission-commands.ts';
import { restoreStudent, transferStudent, withdrawStudent } from './commands.ts';
import * as contract from './contract.ts';

/** Taking a movement back is served by the journal: it alone knows whether entries hang on it. */
export const movementRoutes = [
  serve(contract.findDuplicates, {
    policy: readsPeople,
    async run({ tx, actor, body, platform }) {
      return { people: await alikePersons(tx, actor, { sought: body, keys: snilsKeys(platform) }) };
    },
  }),
  serve(contract.admitStudent, {
    policy: writesPeople,
    run: ({ tx, actor, body, key, platform }) =>
      admitStudent(tx, actor, { wish: body, key, keys: snilsKeys(platform) }),
  }),
  serve(contract.transferStudent, {
    policy: writesPeople,
    run: ({ tx, actor, params: { studentId }, body, key }) =>
      transferStudent(tx, actor, { studentId, wish: body, key }),
  }),
  serve(contract.withdrawStudent, {
    policy: writesPeople,
    run: ({ tx, actor, params: { studentId }, body, key }) =>
      withdrawStudent(tx, actor, { studentId, wish: body, key }),
  }),
  serve(contract.restoreStudent, {
    policy: writesPeople,
    run: ({ tx, actor, params: { studentId }, body, key }) =>
      restoreStudent(tx, actor, { studentId, wish: body, key }),
  }),
];
