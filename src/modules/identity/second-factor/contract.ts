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
