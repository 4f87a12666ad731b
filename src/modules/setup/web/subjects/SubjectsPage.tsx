import { useRoute } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Curriculum } from '#modules/curriculum/subjects/contract.ts';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus } from '#web/ui/icons.ts';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { curriculumChanged } from '../news.ts';
import { SetUpHead } from '../SetUpHead.tsx';
import { setUpWords } from '../words.ts';
import { SubjectSheet } from './SubjectSheet.tsx';
import { WorkTypeSheet } from './WorkTypeSheet.tsx';
import './subjects.css';

/** `/school/:schoolId/subjects`: what is taught, and the kinds of work with their weights. */
export function SubjectsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead(
    { schoolId, key: 'curriculum', follows: [curriculumChanged] },
    (signal) => call('GET /api/schools/{schoolId}/curriculum', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <Lists schoolId={schoolId} reply={reply} reread={reread} />
    </>
  );
}

export type Subject = Curriculum['subjects'][number];
export type WorkType = Curriculum['workTypes'][number];
type Opened =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'workType'; readonly workType: WorkType }
  | null;
type Props = { readonly schoolId: number; readonly reply: Curriculum; readonly reread: () => void };

function Lists({ schoolId, reply, reread }: Props) {
  const { subjects: words, readOnly, subjectsTab } = useWords(setUpWords);
  const [opened, setOpened] = useState<Opened>(null);
  const { subjects, workTypes, mayWrite } = reply;
  const close = () => setOpened(null);
  const areas = [...new Set(subjects.flatMap(({ area }) => area ?? []))];
  const sheet = { schoolId, reread, close };
  return (
    <div class="set-up subjects">
      <SetUpHead
        schoolId={schoolId}
        view="subjects"
        title={subjectsTab}
        context={mayWrite ? words.counts(subjects.filter(({ isRetired }) => !isRetired).length) : readOnly}
      />
      <div class="subjects__columns">
        <ListOf
          id="subjects"
          schoolId={schoolId}
          title={words.subjects}
          addWord={words.addSubject}
          add={mayWrite ? () => setOpened({ kind: 'subject', subject: newSubject() }) : null}
        >
          <table class="staff-table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col" class="is-wide">
                  {words.area}
                </th>
              </tr>
            </thead>
            <tbody>
              {ordered(subjects).map((subject) => (
                <tr key={subject.id} class={subject.isRetired ? 'is-over' : undefined}>
                  <th scope="row">
                    <Opener mayWrite={mayWrite} open={() => setOpened({ kind: 'subject', subject })}>
                      {subject.name}
                    </Opener>
                    {subject.kind === 'extracurricular' ? (
                      <span class="tag">{words.extracurricularTag}</span>
                    ) : null}
                    {subject.isRetired ? <span class="tag">{words.retiredTag}</span> : null}
                  </th>
                  <td class="quiet is-wide">{subject.area}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListOf>
        <ListOf
          id="work-types"
          schoolId={schoolId}
          title={words.workTypes}
          addWord={words.addWorkType}
          add={mayWrite ? () => setOpened({ kind: 'workType', workType: newWorkType() }) : null}
        >
          <table class="staff-table">
            <thead>
              <tr>
                <th scope="col" class="gutter">
                  {words.abbr}
                </th>
                <th scope="col">{words.name}</th>
                <th scope="col" class="number">
                  {words.weight}
                </th>
              </tr>
            </thead>
            <tbody>
              {ordered(workTypes).map((workType) => (
                <tr key={workType.id} class={workType.isRetired ? 'is-over' : undefined}>
                  <td class="gutter">{workType.abbr}</td>
                  <th scope="row">
                    <Opener mayWrite={mayWrite} open={() => setOpened({ kind: 'workType', workType })}>
                      {workType.name}
                    </Opener>
                    {workType.isDefault ? <span class="tag">{words.defaultTag}</span> : null}
                    {workType.isRetired ? <span class="tag">{words.retiredTag}</span> : null}
                  </th>
                  <td class="number">{workType.weight}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="quiet">{words.weightsAbout}</p>
        </ListOf>
      </div>
      {opened?.kind === 'subject' ? <SubjectSheet {...sheet} subject={opened.subject} areas={areas} /> : null}
      {opened?.kind === 'workType' ? <WorkTypeSheet {...sheet} workType={opened.workType} /> : null}
    </div>
  );
}

type ListProps = {
  readonly id: string;
  readonly schoolId: number;
  readonly title: string;
  readonly addWord: string;
  /** Null for those who only read. */
  readonly add: (() => void) | null;
  readonly children: ComponentChildren;
};

/** A list with its table: saved as a file, and one more. */
function ListOf({ id, schoolId, title, addWord, add, children }: ListProps) {
  return (
    <section class="subjects__list" id={id} aria-labelledby={`${id}-title`}>
      <div class="subjects__head">
        <h2 id={`${id}-title`}>{title}</h2>
        <div class="subjects__acts">
          <TableMenu schoolId={schoolId} name={title} table={`#${id} table`} />
          {add === null ? null : (
            <Button onClick={add}>
              <Icon path={plus} size={18} />
              {addWord}
            </Button>
          )}
        </div>
      </div>
      {children}
    </section>
  );
}

type OpenerProps = { readonly mayWrite: boolean; readonly open: () => void; readonly children: string };

function Opener({ mayWrite, open, children }: OpenerProps) {
  return mayWrite ? (
    <button type="button" class="link-button" onClick={open}>
      {children}
    </button>
  ) : (
    children
  );
}

/** What is in use first. */
const ordered = <Row extends { readonly isRetired: boolean }>(rows: readonly Row[]) =>
  rows.toSorted((one, other) => Number(one.isRetired) - Number(other.isRetired));

const newSubject = (): Subject => ({
  id: newId(),
  version: 0,
  name: '',
  shortName: '',
  area: null,
  kind: 'lesson',
  isRetired: false,
});

const newWorkType = (): WorkType => ({
  id: newId(),
  version: 0,
  name: '',
  abbr: '',
  weight: 1,
  isAssessment: false,
  isDefault: false,
  isRetired: false,
});
