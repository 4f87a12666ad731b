import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { defaultBells } from '#modules/organisation/bells/rules.ts';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import type { TableText } from '#web/ui/staff/table-text.ts';
import type { Bells, BellsDraft } from '#modules/organisation/bells/contract.ts';
import { frameChanged } from '../news.ts';
import { SetUpHead } from '../SetUpHead.tsx';
import type { SetUpWords } from '../ru.ts';
import { setUpWords } from '../words.ts';
import { BellsForm } from './BellsForm.tsx';

/** `/school/:schoolId/bells`: when lessons begin and end. */
export function BellsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'bells', follows: [frameChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/bell-schedules', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <Schedules schoolId={schoolId} reply={reply} reread={reread} />
    </>
  );
}

type Props = { readonly schoolId: number; readonly reply: Bells; readonly reread: () => void };
type New = { readonly id: string; readonly draft: BellsDraft };

function Schedules({ schoolId, reply, reread }: Props) {
  const { bells: words, readOnly } = useWords(setUpWords);
  const [begun, setBegun] = useState<New | null>(null);
  const { schedules, mayWrite } = reply;
  const isKept = schedules.some(({ id }) => id === begun?.id);
  const add = mayWrite ? (
    <Button
      kind={schedules.length === 0 ? 'primary' : 'secondary'}
      disabled={begun !== null && !isKept}
      onClick={() => setBegun({ id: newId(), draft: newSchedule(schedules, words.newName) })}
    >
      <Icon path={plus} size={18} />
      {words.add}
    </Button>
  ) : null;
  return (
    <div class="set-up">
      <SetUpHead schoolId={schoolId} view="bells" title={words.title} context={mayWrite ? null : readOnly}>
        {schedules.length === 0 ? null : (
          <TableMenu schoolId={schoolId} name={words.title} read={() => bellsTable(schedules, words)} />
        )}
        {schedules.length === 0 ? null : add}
      </SetUpHead>
      {begun === null || isKept ? null : (
        <BellsForm
          key={begun.id}
          schoolId={schoolId}
          id={begun.id}
          version={0}
          standing={begun.draft}
          mayWrite={mayWrite}
          saved={reread}
          drop={() => setBegun(null)}
        />
      )}
      {schedules.map(({ id, version, ...standing }) => (
        <BellsForm
          key={id}
          schoolId={schoolId}
          id={id}
          version={version}
          standing={standing}
          mayWrite={mayWrite}
          saved={reread}
          drop={null}
        />
      ))}
      {schedules.length === 0 && begun === null ? (
        <EmptyNote title={words.empty} text={mayWrite ? words.emptyText : null} action={add} />
      ) : null}
    </div>
  );
}

function bellsTable(schedules: Bells['schedules'], words: SetUpWords['bells']): TableText {
  const rows = schedules.flatMap(({ name, shift, bells }) =>
    bells.map(({ number, starts, ends }) => [name, shift, number, starts, ends]),
  );
  return { columns: [words.name, words.shift, words.number, words.starts, words.ends], rows };
}

/** The usual bells of the first shift that has none; when all have, special ones. */
function newSchedule(schedules: Bells['schedules'], name: (shift: number) => string): BellsDraft {
  const shift = [1, 2].find((one) => !schedules.some((other) => other.isUsual && other.shift === one));
  const bells = defaultBells.map((bell) => ({ ...bell }));
  return {
    name: shift === undefined ? '' : name(shift),
    shift: shift ?? 1,
    isUsual: shift !== undefined,
    bells,
  };
}
