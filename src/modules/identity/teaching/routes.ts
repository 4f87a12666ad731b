import {
  addPage,
  addPageEndpoint,
  setTeachers,
  setTeachersEndpoint,
  writesLoad,
} from '#modules/roster/index.ts';
import { serve } from '#platform/serve.ts';
import { letTeach } from './commands.ts';

export const teachingEndpoints = [addPageEndpoint, setTeachersEndpoint];

/** The roster's commands, served here: who is given a page needs the role of a teacher, and roles are ours. */
export const teachingRoutes = [
  serve(addPageEndpoint, {
    policy: writesLoad,
    run: ({ tx, actor, body, key }) => addPage(tx, actor, { wish: body, key, letTeach }),
  }),
  serve(setTeachersEndpoint, {
    policy: writesLoad,
    run: ({ tx, actor, params: { pageId }, body }) => setTeachers(tx, actor, { pageId, ...body, letTeach }),
  }),
];
