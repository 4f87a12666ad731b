import { Type } from 'typebox';
import { endpoint, noReply, object, schoolId, uuid } from '#platform/contract.ts';

export const resetSecondFactor = endpoint({
  id: 'identity.resetSecondFactor',
  method: 'DELETE',
  path: '/api/schools/{schoolId}/persons/{personId}/second-factor',
  summary: 'Takes a person’s second factor away and ends its sessions; 204 also where there was none',
  tags: ['identity'],
  params: object({ schoolId, personId: uuid }),
  reply: noReply,
  refusals: {
    /** Facts: `why` (`own`, `blocked`, `otherSchool`). */
    'factor.resetRefused': 403,
  },
  stored: false,
});

export const showProof = endpoint({
  id: 'identity.showProof',
  method: 'POST',
  path: '/api/session/proof',
  summary: 'Shows by a code of the application who uses the session, before an act that matters',
  tags: ['identity'],
  body: object({ code: Type.String({ minLength: 1, maxLength: 20 }) }),
  reply: noReply,
  refusals: {
    'signIn.wrongFactor': 401,
    'signIn.slowDown': 429,
  },
  stored: false,
});
