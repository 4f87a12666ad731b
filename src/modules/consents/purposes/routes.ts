import { serve } from '#platform/serve.ts';
import { peopleFence, readsPeople } from '#modules/roster/index.ts';
import type { Actor } from '#platform/actor.ts';
import { addPurpose, addText, setPurpose } from './commands.ts';
import * as contract from './contract.ts';
import { purposeList } from './queries.ts';

/** What a school asks for, and in which words, the administrator decides. */
const mayWrite = ({ roles }: Actor) => roles.includes('schoolAdmin');
const writes = { fence: peopleFence, may: mayWrite };

export const purposeRoutes = [
  serve(contract.listPurposes, {
    policy: readsPeople,
    run: ({ tx, actor }) => purposeList(tx, { today: actor.today, mayWrite: mayWrite(actor) }),
  }),
  serve(contract.setPurpose, {
    policy: writes,
    async run({ tx, actor, params: { purposeId }, body }) {
      await setPurpose(tx, actor, { purposeId, wish: body });
      return { isAsked: body.isAsked };
    },
  }),
  serve(contract.addPurpose, {
    policy: writes,
    async run({ tx, actor, params: { purposeId }, body, platform }) {
      await addPurpose(tx, actor, { purposeId, wish: body, now: platform.clock.schoolNow() });
      return { id: purposeId };
    },
  }),
  serve(contract.addText, {
    policy: writes,
    run: ({ tx, actor, params: { purposeId }, body, platform }) =>
      addText(tx, actor, { purposeId, wish: body, now: platform.clock.schoolNow() }),
  }),
];
