import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { ShortcutBar } from '#web/ui/staff/ShortcutBar.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { SubgroupMove, SubgroupPage } from '../../study-group/contract.ts';
import { classAddress, queryText } from '../addresses.ts';
import { DateField } from '#web/ui/staff/DateField.tsx';
import { PageFault, useProblemText } from '#web/staff/Fault.tsx';
import { newId } from '#web/new-id.ts';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import { DivisionBoard } from './DivisionBoard.tsx';
import { boardsOf, movesOf, type Pending, withMove } from './pending.ts';
import './subgroups.css';

/** `/people/:schoolId/classes/:classId/subgroups`: who is in which subgroup, moved by drag or keyboard. */
export function SubgroupsPage() {
  const { params, query } = useRoute();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const date = query['date'];
  const { reply, fault, reread } = useRead(
    { schoolId, key: `${classId} ${date ?? ''}`, follows: [rosterChanged] },
    (signal) =>
      call('GET /api/schools/{schoolId}/classes/{classId}/subgroups', {
        params: { schoolId, classId },
        query: date === undefined ? {} : { date },
        signal,
      }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return <Subgroups schoolId={schoolId} page={reply} reread={reread} />;
}

type Props = { readonly schoolId: number; readonly page: SubgroupPage; readonly reread: () => void };

function Subgroups({ schoolId, page, reread }: Props) {
  const words = useWords(officeWords);
  const formats = useFormats();
  const problemText = useProblemText();
  const { path, route } = useLocation();
  const [pending, setPending] = useState<Pending>(new Map());
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const classId = page.schoolClass.id;
  const name = className(page.schoolClass);
  const boards = boardsOf(page);
  const moves = movesOf(page, boards, pending);

  const write = async (wanted: readonly SubgroupMove[]) => {
    await call('POST /api/schools/{schoolId}/classes/{classId}/subgroup-moves', {
      params: { schoolId, classId },
      body: { date: page.date, moves: [...wanted] },
      idempotencyKey: newId(),
    });
    reread();
  };
  const send = async () => {
    setSending(true);
    setFault(null);
    try {
      await write(moves);
      setPending(new Map());
      const back = moves.map(({ studentId, fromGroupId, toGroupId }) => ({
        studentId,
        fromGroupId: toGroupId,
        toGroupId: fromGroupId,
      }));
      showToast(words.subgroups.done, () => {
        write(back).then(
          () => showToast(words.subgroups.undone),
          (error: unknown) => showToast(problemText(error)),
        );
      });
    } catch (error) {
      setFault(problemText(error));
      // What stands there now is read again; what was meant stays on the screen.
      reread();
    }
    setSending(false);
  };

  return (
    <div class="office subgroups">
      <OfficeHead
        schoolId={schoolId}
        view="classes"
        title={words.subgroups.title(name)}
        context={`${words.classPage.students(page.students.length)} · ${formats.dayOfYear(page.date)}`}
      >
        <ButtonLink href={classAddress(schoolId, classId)}>{words.classPage.list}</ButtonLink>
      </OfficeHead>
      <div class="subgroups__bar no-print">
        <DateField
          id="subgroups-date"
          label={words.subgroups.date}
          value={page.date}
          onDate={(chosen) =>
            route(`${path}${queryText({ date: chosen === page.today ? undefined : chosen })}`, true)
          }
        />
        {moves.length === 0 ? null : (
          <>
            <Button kind="primary" disabled={isSending} onClick={send}>
              {words.subgroups.write(moves.length, formats.day(page.date))}
            </Button>
            <Button onClick={() => setPending(new Map())}>{words.form.cancel}</Button>
          </>
        )}
      </div>
      {fault === null ? null : <FaultNote>{fault}</FaultNote>}
      {boards.length === 0 ? (
        <EmptyNote title={words.subgroups.none} text={words.subgroups.noneText} />
      ) : (
        boards.map((board) => (
          <DivisionBoard
            key={board.key}
            page={page}
            board={board}
            pending={pending}
            move={
              page.mayWrite
                ? (studentId, groupId) =>
                    setPending((before) => withMove(page, before, { board, studentId, groupId }))
                : null
            }
          />
        ))
      )}
      {page.mayWrite && boards.length > 0 ? (
        <ShortcutBar
          shortcuts={[
            { keys: ['↑', '↓'], word: words.subgroups.keys.choose },
            { keys: ['←', '→'], word: words.subgroups.keys.move },
          ]}
        />
      ) : null}
    </div>
  );
}
