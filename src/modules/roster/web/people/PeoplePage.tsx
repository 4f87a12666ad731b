import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus } from '#web/ui/icons.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { ShortcutBar } from '#web/ui/staff/ShortcutBar.tsx';
import { admissionAddress } from '../addresses.ts';
import { DownloadMenu } from '../parts/DownloadMenu.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import { filterKey, isPlain, useFilter } from './filter.ts';
import { EmploySheet } from '../staff/EmploySheet.tsx';
import { KindTabs, PeopleFilters } from './PeopleFilters.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { useListKeys } from './list-keys.ts';
import '../person/person.css';
import './people.css';

const firstOnes = 100;
const everybody = 5000;

/** `/people/:schoolId`: everybody of the school in one list. */
export function PeoplePage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const words = useWords(officeWords);
  const formats = useFormats();
  const { filter, change, isWhole, showWhole } = useFilter();
  const frame = useRead({ schoolId, key: 'frame', follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/people-frame', { params: { schoolId }, signal }),
  );
  const key = `${filterKey(filter)}${isWhole ? ' whole' : ''}`;
  const list = useRead({ schoolId, key, follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/people', {
      params: { schoolId },
      query: { ...filter, limit: isWhole ? everybody : firstOnes },
      signal,
    }),
  );
  const place = useListKeys();
  const session = useSession();
  const [isEmploying, setEmploying] = useState(false);
  // Roles open journals: the administrator alone gives them.
  const mayEmploy = personsWithRole(session, ['schoolAdmin']).some((one) => one.schoolId === schoolId);
  const fault = frame.fault ?? list.fault;
  const retry = () => {
    frame.reread();
    list.reread();
  };
  if (frame.reply === null || list.reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={retry} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const { people, total } = list.reply;
  return (
    <div class="office people" ref={place}>
      <OfficeHead
        schoolId={schoolId}
        view="people"
        title={words.list.title}
        context={
          people.length < total
            ? words.list.shown(formats.number(people.length), words.list.count(total))
            : `${words.list.count(total)} · ${formats.dayOfYear(list.reply.today)}`
        }
      >
        <DownloadMenu address={`/api/schools/${schoolId}/people/export`} query={filter} />
        {mayEmploy && filter.kind === 'staff' ? (
          <Button kind="primary" onClick={() => setEmploying(true)}>
            <Icon path={plus} size={18} />
            {words.post.employ}
          </Button>
        ) : frame.reply.mayWrite && filter.kind !== 'staff' ? (
          <ButtonLink kind="primary" href={admissionAddress(schoolId)}>
            <Icon path={plus} size={18} />
            {words.list.admit}
          </ButtonLink>
        ) : null}
      </OfficeHead>
      <KindTabs filter={filter} change={change} />
      <PeopleFilters
        schoolId={schoolId}
        frame={frame.reply}
        filter={filter}
        change={change}
        reread={frame.reread}
      />
      {list.fault === null ? null : <PageFault fault={list.fault} retry={list.reread} />}
      {people.length > 0 ? (
        <PeopleTable
          schoolId={schoolId}
          people={people}
          filter={filter}
          change={change}
          today={list.reply.today}
        />
      ) : isPlain(filter) ? (
        <EmptyNote title={words.list.empty} text={words.list.emptyText} />
      ) : (
        <EmptyNote
          title={words.list.nothing}
          text={words.list.nothingText}
          action={
            <button type="button" class="button button--secondary" onClick={() => change(null)}>
              {words.list.reset}
            </button>
          }
        />
      )}
      {isEmploying ? (
        <EmploySheet schoolId={schoolId} today={list.reply.today} close={() => setEmploying(false)} />
      ) : null}
      {people.length < total ? (
        <button type="button" class="button button--secondary people__more" onClick={showWhole}>
          {words.list.more}
        </button>
      ) : null}
      <ShortcutBar
        shortcuts={[
          { keys: ['/'], word: words.list.keys.search },
          { keys: ['↑', '↓'], word: words.list.keys.move },
          { keys: ['Enter'], word: words.list.keys.open },
        ]}
      />
    </div>
  );
}
