import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { schoolToday, useSession } from '#web/staff/session.ts';
import { Field, Select } from '#web/ui/Field.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import type { TimetableBody, TimetableReply } from '../../uploads/contract.ts';
import { FilePicker, type PickedFile } from '../FilePicker.tsx';
import { UploadState } from '../UploadState.tsx';
import { useUpload } from '../use-upload.ts';
import { uploadWords } from '../words.ts';
import { TimetableOutcome } from './TimetableOutcome.tsx';
import '../import.css';

type Wish = Pick<TimetableBody, 'from' | 'to' | 'map' | 'anchor'>;

const noNames: Wish['map'] = { classes: {}, subjects: {}, teachers: {}, rooms: {} };

/** `/import/:schoolId/timetable`: choose, match names, look, load. */
export function TimetableFilePage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const words = useWords(uploadWords);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [wish, setWish] = useState<Wish>({
    from: schoolToday(useSession(), schoolId),
    to: null,
    map: noNames,
    anchor: null,
  });
  const { reply, busy, fault, ask: send } = useUpload<TimetableReply>();
  useEffect(() => {
    document.title = words.timetable.title;
  }, [words]);

  const ask = (
    file: PickedFile,
    asked: Wish,
    ending: { readonly agreed: string | null; readonly skipsUnmatched: boolean },
  ) =>
    send(ending.agreed === null ? 'trial' : 'writing', () =>
      call('POST /api/schools/{schoolId}/imports/timetable', {
        params: { schoolId },
        body: { file, ...asked, ...ending },
      }),
    );
  const check = (given: Partial<Wish>, file = files[0]) => {
    const next = { ...wish, ...given };
    setWish(next);
    if (file) void ask(file, next, { agreed: null, skipsUnmatched: false });
  };
  return (
    <div class="import">
      <PageHeader title={words.timetable.title} />
      <p class="quiet import__about">{words.timetable.about}</p>
      <div class="import__source">
        <FilePicker
          accept=".xml,text/xml"
          files={files}
          onFiles={(picked) => {
            setFiles(picked);
            check({ map: noNames }, picked[0]);
          }}
        />
        <Field
          id="timetable-from"
          type="date"
          label={words.from}
          value={wish.from}
          onChange={(event) => {
            const from = event.currentTarget.value;
            if (from !== '') check({ from });
          }}
        />
        <Field
          id="timetable-to"
          type="date"
          label={words.to}
          hint={words.toYearEnd}
          value={wish.to ?? ''}
          onChange={(event) => check({ to: event.currentTarget.value || null })}
        />
        {reply?.findings.some(({ code }) => code === 'cycle.noAnchor') || wish.anchor !== null ? (
          <Select
            id="timetable-anchor"
            label={words.anchor}
            value={wish.anchor?.cycle ?? ''}
            onChange={(event) => {
              const cycle = event.currentTarget.value;
              check({ anchor: cycle === 'A' || cycle === 'B' ? { cycle, date: wish.from } : null });
            }}
          >
            <option value="">{words.anchorNone}</option>
            <option value="A">A</option>
            <option value="B">B</option>
          </Select>
        ) : null}
      </div>
      <UploadState busy={busy} fault={fault} />
      {reply === null ? null : (
        <TimetableOutcome
          schoolId={schoolId}
          reply={reply}
          map={wish.map}
          isBusy={busy !== null}
          match={(kind, name, own) =>
            check({ map: { ...wish.map, [kind]: matched(wish.map[kind], name, own) } })
          }
          write={(skipsUnmatched) => {
            const [file] = files;
            if (file) void ask(file, wish, { agreed: reply.fingerprint, skipsUnmatched });
          }}
        />
      )}
    </div>
  );
}

function matched(known: Readonly<Record<string, string>>, name: string, own: string): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(known).filter(([one]) => one !== name));
  return own === '' ? rest : { ...rest, [name]: own };
}
