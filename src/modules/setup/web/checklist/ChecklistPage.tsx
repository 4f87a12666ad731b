import { useRoute } from 'preact-iso';
import type { SetUpStep } from '#modules/setup/checklist/contract.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check } from '#web/ui/icons.ts';
import type { Checklist } from '../../checklist/contract.ts';
import { bellsOf, subjectsOf, yearOf } from '../addresses.ts';
import { curriculumChanged, frameChanged } from '../news.ts';
import { SetUpHead } from '../SetUpHead.tsx';
import { setUpWords } from '../words.ts';
import './checklist.css';

const follows = [frameChanged, curriculumChanged, 'roster.rosterChanged', 'timetable.timetableChanged'];

/** `/school/:schoolId`: how far the set-up has come, and where each step is done. */
export function ChecklistPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'checklist', follows, restMs: 1_000 }, (signal) =>
    call('GET /api/schools/{schoolId}/set-up', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <Steps schoolId={schoolId} list={reply} />
    </>
  );
}

function Steps({ schoolId, list }: { readonly schoolId: number; readonly list: Checklist }) {
  const { checklist: words, readOnly } = useWords(setUpWords);
  const { steps, mayWrite } = list;
  const done = steps.filter(({ state }) => state === 'done').length;
  const isReady = steps.every(({ state }) => state !== 'open');
  const next = steps.find(({ state }) => state !== 'done');
  const staff = steps.find(({ step }) => step === 'staff')?.count ?? 0;
  return (
    <div class="set-up">
      <SetUpHead
        schoolId={schoolId}
        view="overview"
        title={words.title(list.school)}
        context={[words.people(staff, list.students), mayWrite ? null : readOnly].filter(Boolean).join(' · ')}
      >
        {isReady && mayWrite ? (
          <ButtonLink kind="primary" href="/access">
            {words.slips}
          </ButtonLink>
        ) : null}
      </SetUpHead>
      <section class="progress" aria-labelledby="set-up-progress">
        <div class="progress__text">
          <h2 id="set-up-progress">{isReady ? words.ready : words.progress(done, steps.length)}</h2>
          {isReady ? <p class="quiet">{words.readyText}</p> : null}
        </div>
        <progress max={steps.length} value={done} aria-labelledby="set-up-progress" />
      </section>
      <ol class="steps">
        {steps.map((line, index) => (
          <Step
            key={line.step}
            line={line}
            number={index + 1}
            year={list.year?.name ?? ''}
            isNext={next?.step === line.step}
            doors={mayWrite ? doorsOf(schoolId, line.step) : null}
          />
        ))}
      </ol>
    </div>
  );
}

type StepProps = {
  readonly line: Checklist['steps'][number];
  readonly number: number;
  readonly year: string;
  readonly isNext: boolean;
  readonly doors: Doors | null;
};

function Step({ line, number, year, isNext, doors }: StepProps) {
  const { checklist: words } = useWords(setUpWords);
  const { step, state, count, missing } = line;
  const own = words.steps[step];
  const facts = [
    count > 0 ? own.text(count, year) : own.open,
    missing > 0 && count > 0 ? own.missing(missing) : '',
  ]
    .filter(Boolean)
    .join('; ');
  return (
    <li class={`step step--${state}${isNext ? ' step--next' : ''}`}>
      <span class="step__sign" aria-hidden="true">
        {state === 'done' ? <Icon path={check} size={20} /> : number}
      </span>
      <div class="step__text">
        <h3>
          {own.name} <span class="hidden-text">{words.states[state]}</span>
        </h3>
        <p class="quiet">{facts}</p>
      </div>
      {doors === null ? null : (
        <div class="step__doors">
          {doors.file === null ? null : (
            <ButtonLink kind={isNext ? 'primary' : 'quiet'} href={doors.file}>
              {words.byFile}
            </ButtonLink>
          )}
          {doors.hand === null ? null : (
            <ButtonLink kind={isNext && doors.file === null ? 'primary' : 'quiet'} href={doors.hand}>
              {doors.file === null ? words.open : words.byHand}
            </ButtonLink>
          )}
        </div>
      )}
    </li>
  );
}

type Doors = { readonly hand: string | null; readonly file: string | null };

/** Where a step is done by hand, and where from a file. */
function doorsOf(schoolId: number, step: SetUpStep): Doors {
  const lists = `/import/${schoolId}/people`;
  switch (step) {
    case 'year':
    case 'periods':
      return { hand: yearOf(schoolId), file: null };
    case 'bells':
      return { hand: bellsOf(schoolId), file: null };
    case 'subjects':
      return { hand: subjectsOf(schoolId), file: null };
    case 'classes':
      return { hand: `/people/${schoolId}/classes`, file: lists };
    case 'staff':
      return { hand: `/people/${schoolId}?kind=staff`, file: lists };
    case 'load':
      return { hand: `/people/${schoolId}/load`, file: lists };
    case 'timetable':
      return { hand: `/timetable/${schoolId}/weekly`, file: `/import/${schoolId}/timetable` };
  }
}
