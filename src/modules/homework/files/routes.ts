import { fileKinds, isShownInBrowser } from '#platform/files/kinds.ts';
import { platformProblem } from '#platform/problem.ts';
import { fileAnswer } from '#platform/send-file.ts';
import { serve } from '#platform/serve.ts';
import { attachFile, copyFiles, removeFile } from './commands.ts';
import { attachHomeworkFile, copyHomeworkFiles, readHomeworkFile, removeHomeworkFile } from './contract.ts';
import { attachesFiles, copiesFiles, readsAsStaff, readsFile } from './policy.ts';

export const homeworkFileRoutes = [
  serve(attachHomeworkFile, {
    policy: attachesFiles,
    run: ({ tx, actor, row, params, file, platform }) =>
      attachFile(tx, actor, { lesson: row, id: params.fileId, file, now: platform.clock.schoolNow() }),
  }),
  serve(removeHomeworkFile, {
    policy: attachesFiles,
    run: ({ tx, actor, row, params, body, platform: { files, clock } }) =>
      removeFile(tx, actor, {
        lesson: row,
        id: params.fileId,
        isRemoved: body.isRemoved,
        files,
        now: clock.schoolNow(),
      }),
  }),
  serve(copyHomeworkFiles, {
    policy: copiesFiles,
    run: ({ tx, actor, row, key, platform }) =>
      copyFiles(tx, actor, { ...row, key, now: platform.clock.schoolNow() }),
  }),
  serve(readHomeworkFile, {
    policy: readsFile,
    async run({ actor, row, platform: { files, clock } }) {
      // As in the diary: a demo's school clock runs behind the one that stamps rows.
      const isPublished = Date.parse(row.publishAt) <= Math.max(clock.schoolNow().getTime(), Date.now());
      if (!isPublished && !readsAsStaff(actor, row)) throw platformProblem('notFound');
      const file = await files.open(row.sha256);
      if (file === null) throw platformProblem('notFound');
      const { name, kind } = row;
      return fileAnswer({ file, name, type: fileKinds[kind].type, isShown: isShownInBrowser(kind) });
    },
  }),
];
