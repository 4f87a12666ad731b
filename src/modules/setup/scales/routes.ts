import { scaleUse } from '#modules/journal/index.ts';
import {
  mayWriteSetUp,
  readsSetUp,
  setMarkScale,
  setMarkScaleEndpoint,
  writesSetUp,
} from '#modules/organisation/index.ts';
import { setScaleOfPages as moveToScale } from '#modules/roster/index.ts';
import { refuse } from '#platform/problem.ts';
import { type AnyTx, serve } from '#platform/serve.ts';
import {
  listMarkScales,
  previewScalePages,
  type ScalePage,
  setScaleOfPages as setScaleOfPagesEndpoint,
} from './contract.ts';
import { openScale, pagesForScale, scalesStatement } from './queries.ts';

export const scaleEndpoints = [
  listMarkScales,
  setMarkScaleEndpoint,
  previewScalePages,
  setScaleOfPagesEndpoint,
];

type Asked =
  | { readonly pageIds: readonly string[] }
  | { readonly subjectId: string; readonly fromGrade: number; readonly toGrade: number };

const pagesOf = (tx: AnyTx, scaleId: string, { today, ...asked }: Asked & { readonly today: string }) =>
  tx.rows<ScalePage>(pagesForScale, [
    tx.schoolId,
    scaleId,
    today,
    ...('pageIds' in asked
      ? [asked.pageIds, null, null, null]
      : [[], asked.subjectId, asked.fromGrade, asked.toGrade]),
  ]);

export const scaleRoutes = [
  serve(listMarkScales, {
    policy: readsSetUp,
    read: {
      statement: scalesStatement,
      values: ({ actor }) => [actor.schoolId, mayWriteSetUp(actor), actor.today],
    },
  }),
  serve(setMarkScaleEndpoint, {
    policy: writesSetUp,
    run: ({ tx, actor, params, body: { version, ...draft } }) =>
      setMarkScale(tx, actor, { id: params.scaleId, version, draft, use: scaleUse }),
  }),
  serve(previewScalePages, {
    policy: readsSetUp,
    run: async ({ tx, actor, params, body }) => ({
      pages: await pagesOf(tx, params.scaleId, { ...body, today: actor.today }),
    }),
  }),
  serve(setScaleOfPagesEndpoint, {
    policy: writesSetUp,
    async run({ tx, actor, params: { scaleId }, body: { pageIds } }) {
      if ((await tx.rows(openScale, [actor.schoolId, scaleId])).length === 0)
        refuse('scales.unknownScale', undefined, 404);
      const pages = await pagesOf(tx, scaleId, { pageIds, today: actor.today });
      if (pages.length < pageIds.length) refuse('scales.unknownPage', undefined, 404);
      const unfit = pages.filter((page) => page.unfit.length > 0);
      if (unfit[0]) refuse('scales.marksUnfit', { page: unfit[0].groupName, pages: unfit.length });
      const moved = pages.filter((page) => page.scaleId !== scaleId);
      await moveToScale(tx, actor, { scaleId, pages: moved });
      return { moved: moved.map(({ pageId, scaleId: before }) => ({ pageId, scaleId: before })) };
    },
  }),
];
