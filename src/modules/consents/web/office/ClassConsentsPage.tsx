import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { readsWholeSchool, usePlaces } from '#modules/identity/web/access/places.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useSession } from '#web/staff/session.ts';
import { useRead } from '#web/staff/use-read.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { printer } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { InlineSelect } from '#web/ui/staff/InlineSelect.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import type { ClassConsents, ClassStudent } from '../../office/contract.ts';
import { classConsentsAddress, purposesAddress } from '../addresses.ts';
import { consentsWords } from '../words.ts';
import { ClassTable } from './ClassTable.tsx';
import { follows } from './news.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { useBlanks } from './use-blanks.ts';
import { type Filter, filters, isOf, rowsOf, signed } from './views.ts';
import './office.css';

/** `/consents/:schoolId/classes/:classId`: one class, one purpose: who has signed, refused, not answered. */
export function ClassConsentsPage() {
  const { params } = useRoute();
  const schoolId = Number(params['schoolId']);
  const classId = params['classId'] ?? '';
  const { reply, fault, reread } = useRead({ schoolId, key: classId, follows }, (signal) =>
    call('GET /api/schools/{schoolId}/classes/{classId}/consents', { params: { schoolId, classId }, signal }),
  );
  if (reply === null || (reply.schoolClass.id !== classId && fault !== null)) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return <ClassPage schoolId={schoolId} page={reply} reread={reread} />;
}

type Props = { readonly schoolId: number; readonly page: ClassConsents; readonly reread: () => void };

function ClassPage({ schoolId, page, reread }: Props) {
  const { office: words } = useWords(consentsWords);
  const { schoolClass, purposes, students, mayRegister } = page;
  const [chosen, choose] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [open, setOpen] = useState<ClassStudent | null>(null);
  const blanks = useBlanks({ schoolId, classId: schoolClass.id });
  const title = words.title(className(schoolClass));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const purpose = purposes.find(({ id }) => id === chosen) ?? purposes[0];
  const rows = purpose === undefined ? [] : rowsOf(students, purpose.id);
  const shown = rows.filter((row) => isOf(row, filter));
  const ids = shown.map(({ student }) => student.id);
  return (
    <div class="consents">
      <PageHeader title={title} context={words.summary(signed(rows), rows.length)}>
        <ClassChoice schoolId={schoolId} classId={schoolClass.id} />
        <PurposesLink schoolId={schoolId} />
        {shown.length === 0 ? null : (
          <TableMenu schoolId={schoolId} name={`${title}, ${purpose?.title ?? ''}`} />
        )}
      </PageHeader>
      <p class="quiet consents__about">{words.about}</p>
      {purpose === undefined ? (
        <EmptyNote title={words.noPurposes} text={words.noPurposesText} />
      ) : students.length === 0 ? (
        <EmptyNote title={words.empty} text={words.emptyText} />
      ) : (
        <>
          <div class="consents__acts no-print">
            <InlineSelect name={words.purpose} value={purpose.id} onChoose={choose}>
              {purposes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </InlineSelect>
            <InlineSelect name={words.show} value={filter} onChoose={(name) => setFilter(name as Filter)}>
              {filters.map((name) => (
                <option key={name} value={name}>
                  {`${words.show} ${words.filters[name]}: ${rows.filter((row) => isOf(row, name)).length}`}
                </option>
              ))}
            </InlineSelect>
            <Button
              disabled={shown.length === 0 || blanks.isPrinting}
              onClick={() => blanks.print(purpose.id, ids)}
            >
              <Icon path={printer} size={18} />
              {blanks.isPrinting ? words.printing : words.blanksOf(shown.length)}
            </Button>
          </div>
          {shown.length === 0 ? (
            <p role="status">{words.nobodyFiltered}</p>
          ) : (
            <ClassTable
              rows={shown}
              caption={`${title}, ${purpose.title}`}
              version={purpose.version}
              register={mayRegister ? setOpen : null}
              print={(studentId) => blanks.print(purpose.id, [studentId])}
            />
          )}
          {open === null ? null : (
            <PaperSheet {...{ schoolId, purpose, page, reread }} student={open} close={() => setOpen(null)} />
          )}
        </>
      )}
    </div>
  );
}

function ClassChoice({ schoolId, classId }: { readonly schoolId: number; readonly classId: string }) {
  const { office: words } = useWords(consentsWords);
  const { route } = useLocation();
  const places = usePlaces(schoolId);
  if (places === null || places.classes.length < 2) return null;
  return (
    <InlineSelect
      name={words.place}
      value={classId}
      onChoose={(id) => route(classConsentsAddress(schoolId, id))}
    >
      {places.classes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </InlineSelect>
  );
}

/** The office’s alone: a homeroom teacher has nothing to read there. */
function PurposesLink({ schoolId }: { readonly schoolId: number }) {
  const { office: words } = useWords(consentsWords);
  const person = useSession().persons.find((one) => one.schoolId === schoolId);
  if (person === undefined || !readsWholeSchool(person)) return null;
  return <ButtonLink href={purposesAddress(schoolId)}>{words.purposes}</ButtonLink>;
}
