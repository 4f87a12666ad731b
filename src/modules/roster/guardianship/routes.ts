import { serve } from '#platform/serve.ts';
import { writesPeople } from '../people/policy.ts';
import { addGuardianship, changeGuardianship, setGuardianshipEnd } from './commands.ts';
import * as contract from './contract.ts';

export const guardianshipRoutes = [
  serve(contract.addGuardianship, {
    policy: writesPeople,
    run: ({ tx, actor, params: { studentId }, body, key }) =>
      addGuardianship(tx, actor, { studentId, wish: body, key }),
  }),
  serve(contract.changeGuardianship, {
    policy: writesPeople,
    run: ({ tx, actor, params, body }) =>
      changeGuardianship(tx, actor, { id: params.guardianshipId, change: body }),
  }),
  serve(contract.endGuardianship, {
    policy: writesPeople,
    run: ({ tx, actor, params, body }) =>
      setGuardianshipEnd(tx, actor, { id: params.guardianshipId, ...body }),
  }),
];
