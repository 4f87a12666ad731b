import { useRoute } from 'preact-iso';
import { useCallback, useContext, useEffect } from 'preact/hooks';
import { call } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import type { UndoReply } from '../../import-undo/contract.ts';
import { backText, keptText, undoPlace, type Back, type Kept } from '../../words/sentences.ts';
import { importWords } from '../../words/words.ts';
import { importOf } from '../addresses.ts';
import { faultText } from '../fault-text.ts';
import { LineList } from '../LineList.tsx';
import { Done } from '../UploadState.tsx';
import { useUpload } from '../use-upload.ts';
import { uploadWords } from '../words.ts';
import '../import.css';

/** `/import/:schoolId/undo/:importId`: what goes back, what stays and why, and doing it. */
export function UndoPage() {
  const { params } = useRoute();
  const schoolId = Number(params['schoolId']);
  const importId = params['importId'] ?? '';
  const words = useWords(uploadWords);
  const { language } = useContext(PageContext);
  const { reply, busy, fault, ask } = useUpload<UndoReply>();
  const send = useCallback(
    (agreed: string | null) =>
      ask(agreed === null ? 'trial' : 'writing', () =>
        call('POST /api/schools/{schoolId}/imports/{importId}/undo', {
          params: { schoolId, importId },
          body: { agreed },
        }),
      ),
    [ask, schoolId, importId],
  );
  useEffect(() => {
    document.title = words.undo.title;
  }, [words]);
  useEffect(() => {
    void send(null);
  }, [send]);
  return (
    <div class="import">
      <PageHeader title={words.undo.title} />
      <p class="quiet import__about">{words.undo.about}</p>
      <div aria-live="polite">
        {busy === null ? null : <p class="import__busy">{words.undo[busy]}</p>}
        {fault === null ? null : <FaultNote>{faultText(language, fault)}</FaultNote>}
      </div>
      {reply === null ? (
        fault === null ? null : (
          <p>
            <ButtonLink href={importOf(schoolId)}>{words.undo.toImports}</ButtonLink>
          </p>
        )
      ) : (
        <Outcome schoolId={schoolId} reply={reply} isBusy={busy !== null} confirm={send} />
      )}
    </div>
  );
}

type Props = {
  readonly schoolId: number;
  readonly reply: UndoReply;
  readonly isBusy: boolean;
  readonly confirm: (agreed: string) => Promise<void>;
};

function Outcome({ schoolId, reply, isBusy, confirm }: Props) {
  const { undo, history } = useWords(uploadWords);
  const imports = useWords(importWords);
  const formats = useFormats();
  const { state, counts, back, kept, files, startDate, author } = reply;
  const place = (of: UndoReply['back'][number]['of']) => undoPlace(of, imports);
  const going = (kind: 'removed' | 'restored') =>
    back
      .filter((one) => one.kind === kind)
      .map((one) => ({ place: place(one.of), name: one.name, note: backText(one as Back, imports) }));
  const staying = kept.map((one) => ({
    place: place(one.of),
    name: one.name,
    note: keptText(one as Kept, imports),
  }));
  if (state === 'written')
    return (
      <>
        <Done title={undo.done} summary={undo.summaryDone(counts)}>
          <p class="quiet">{undo.doneText}</p>
          <p class="import-done__next">
            <ButtonLink kind="primary" href={importOf(schoolId)}>
              {undo.toImports}
            </ButtonLink>
          </p>
        </Done>
        <LineList title={undo.stayed} lines={staying} />
      </>
    );
  return (
    <>
      <section class="import-sum" aria-label={undo.title}>
        {state === 'outdated' ? <FaultNote>{undo.outdated}</FaultNote> : null}
        <p class="import-sum__line">
          <b>{files.join(', ')}</b>
          <span class="quiet">
            {undo.since(formats.dayOfYear(startDate))}, {author ?? history.server}
          </span>
        </p>
        <p class="import-sum__line">{back.length === 0 ? undo.nothing : undo.summary(counts)}</p>
        <div class="import__acts">
          {back.length === 0 ? null : (
            <Button
              kind="primary"
              disabled={isBusy}
              onClick={() => {
                void confirm(reply.fingerprint);
              }}
            >
              {undo.confirm}
            </Button>
          )}
          <ButtonLink href={importOf(schoolId)}>{undo.back}</ButtonLink>
        </div>
      </section>
      <LineList title={imports.undo.keptTitle} lines={staying} />
      <LineList title={imports.undo.removedTitle} lines={going('removed')} />
      <LineList title={imports.undo.restoredTitle} lines={going('restored')} />
    </>
  );
}
