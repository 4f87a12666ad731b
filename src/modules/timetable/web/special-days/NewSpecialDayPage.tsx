import { useLocation, useRoute } from 'preact-iso';
import { useContext, useEffect, useState } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { shellWords } from '#web/shell-words.ts';
import { goToSignIn, isSessionOver, useSession } from '#web/staff/session.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { specialDaysAddress } from '../addresses.ts';
import { Fault } from '../Fault.tsx';
import { useReading } from '../reading.ts';
import { mayChange } from '../rights.ts';
import { declareSpecialDay, previewSpecialDay, readSpecialDays, type SpecialDays } from './acts.ts';
import { DayFields } from './DayFields.tsx';
import { EffectNote } from './EffectNote.tsx';
import { firstForm, wantedOf } from './form-rules.ts';
import { specialDaysWords } from './words.ts';
import './special-days.css';

/** `/timetable/:schoolId/special-days/new`: declares a special day; what it means is seen before. */
export function NewSpecialDayPage() {
  const { params } = useRoute();
  const shell = useWords(shellWords);
  const words = useWords(specialDaysWords);
  const session = useSession();
  const schoolId = Number(params['schoolId']);
  const may = mayChange(session, schoolId);
  useEffect(() => {
    document.title = words.newTitle;
  }, [words.newTitle]);
  if (!may) return <EmptyNote title={shell.notFoundTitle} text={shell.notFoundText} />;
  return <Choices schoolId={schoolId} />;
}

function Choices({ schoolId }: { schoolId: number }) {
  const words = useWords(specialDaysWords);
  const { shown, fault, reread } = useReading(schoolId, `${schoolId}`, (signal) =>
    readSpecialDays(schoolId, signal),
  );
  if (fault !== null && shown === null) return <Fault fault={fault} retry={reread} />;
  if (shown === null) return <div class="staff-waiting" aria-busy="true" />;
  return (
    <div class="special-days">
      <PageHeader title={words.newTitle} context={words.newLead}>
        <ButtonLink href={specialDaysAddress(schoolId)}>{words.title}</ButtonLink>
      </PageHeader>
      <NewDay schoolId={schoolId} choices={shown} />
    </div>
  );
}

function NewDay({ schoolId, choices }: { schoolId: number; choices: SpecialDays }) {
  const words = useWords(specialDaysWords);
  const { language } = useContext(PageContext);
  const formats = useFormats();
  const { route } = useLocation();
  const [form, setForm] = useState(() => firstForm(choices));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const wanted = wantedOf(form);
  const key = JSON.stringify(wanted);
  const { shown, fault, reread } = useReading(schoolId, key, async (signal) => ({
    key,
    effect: wanted && (await previewSpecialDay(schoolId, wanted, signal)),
  }));
  const effect = shown?.key === key && fault === null ? shown.effect : null;
  const refusal = problem ?? (fault instanceof Problem ? fault : null);
  const field = refusal?.facts['field'];
  const errorText = ({ code, facts }: Problem) => {
    const text = problemText(language, { code, facts });
    const { from, to } = facts;
    if (code !== 'dayOverrides.taken' || typeof from !== 'string' || typeof to !== 'string') return text;
    return `${text} (${from === to ? formats.day(from) : formats.days(from, to)})`;
  };
  const send = async () => {
    if (!wanted || !effect) return;
    setSending(true);
    setProblem(null);
    try {
      await declareSpecialDay(
        schoolId,
        { wanted, agreed: effect.fingerprint },
        {
          done: words.done[wanted.kind],
          ended: words.ended,
          refused: (refused) => problemText(language, refused),
        },
      );
      route(specialDaysAddress(schoolId));
    } catch (error) {
      setSending(false);
      if (isSessionOver(error)) goToSignIn();
      else if (error instanceof Problem) {
        setProblem(error);
        reread();
      } else throw error;
    }
  };
  return (
    <form
      class="new-day"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DayFields
        form={form}
        choices={choices}
        errorOf={(name) => (refusal && field === name ? errorText(refusal) : null)}
        onChange={(change) => {
          setProblem(null);
          setForm({ ...form, ...change });
        }}
      />
      <section class="new-day__effect" aria-labelledby="new-day-effect">
        <h2 id="new-day-effect">{words.effect}</h2>
        {refusal && field === undefined ? <FaultNote>{problemText(language, refusal)}</FaultNote> : null}
        <div aria-live="polite">
          {effect ? (
            <EffectNote effect={effect} />
          ) : (
            <p class="quiet">
              {refusal
                ? field === undefined
                  ? null
                  : words.mend
                : wanted
                  ? words.counting
                  : words.incomplete}
            </p>
          )}
        </div>
        <Button type="submit" kind="primary" disabled={!effect || isSending}>
          {words.confirm[form.kind]}
        </Button>
      </section>
    </form>
  );
}
