import { useState } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import type { PersonCard } from '../../person/contract.ts';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { PostSheet } from '../staff/PostSheet.tsx';
import { officeWords } from '../words.ts';

type Props = { readonly schoolId: number; readonly card: PersonCard; readonly reread: () => void };

/** Post and roles, which the administrator changes here; classes led and load, which are changed elsewhere. */
export function StaffCard({ schoolId, card, reread }: Props) {
  const { card: words, post } = useWords(officeWords);
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const mayChange = personsWithRole(session, ['schoolAdmin']).some((one) => one.schoolId === schoolId);
  const formats = useFormats();
  const { reply, reread: rereadRoles } = useRead(
    { schoolId, key: card.id, follows: [rosterChanged] },
    (signal) =>
      call('GET /api/schools/{schoolId}/persons/{personId}/roles', {
        params: { schoolId, personId: card.id },
        signal,
      }),
  );
  const { staff, homerooms, load, today } = card;
  if (staff === null) return null;
  const isOn = ({ startDate, endDate }: { startDate: string; endDate: string | null }) =>
    startDate <= today && (endDate === null || endDate >= today);
  const roles = reply?.roles.filter(isOn) ?? [];
  const held = reply?.roles.filter(({ endDate }) => endDate === null || endDate >= today) ?? [];
  const leads = homerooms.filter(isOn);
  const span = (from: string, to: string | null) =>
    words.works(formats.dayOfYear(from), to === null ? null : formats.dayOfYear(to));
  return (
    <section class="card" aria-labelledby="card-staff">
      <header class="card__head">
        <h2 id="card-staff">{words.staff}</h2>
        {mayChange && reply !== null ? (
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {post.change}
          </Button>
        ) : null}
      </header>
      <dl class="facts">
        <div>
          <dt>{words.position}</dt>
          <dd>
            {staff.position} <span class="quiet">{span(staff.startDate, staff.endDate)}</span>
          </dd>
        </div>
        {staff.staffNumber === null ? null : (
          <div>
            <dt>{words.staffNumber}</dt>
            <dd>{staff.staffNumber}</dd>
          </div>
        )}
        {leads.length === 0 ? null : (
          <div>
            <dt>{words.homerooms}</dt>
            <dd>{leads.map(({ schoolClass }) => className(schoolClass)).join(', ')}</dd>
          </div>
        )}
        {reply === null ? null : (
          <div>
            <dt>{words.roles}</dt>
            <dd>
              {roles.length === 0 ? words.noRoles : roles.map(({ role }) => words.roleNames[role]).join(', ')}
            </dd>
          </div>
        )}
      </dl>
      {isOpen ? (
        <PostSheet
          schoolId={schoolId}
          card={card}
          staff={staff}
          roles={[...new Set(held.map(({ role }) => role))]}
          reread={() => {
            reread();
            rereadRoles();
          }}
          close={() => setOpen(false)}
        />
      ) : null}
      <h3>{words.load}</h3>
      {load.length === 0 ? (
        <p class="quiet">{words.noLoad}</p>
      ) : (
        <ul class="lines">
          {load.map((page) => (
            <li key={`${page.id} ${page.startDate}`} class={isOn(page) ? '' : 'is-over'}>
              <span class="lines__gutter">{page.classes.map(className).join(', ')}</span>
              <span class="lines__text">
                {page.subject}
                <span class="quiet">
                  {words.hours(formats.decimal(page.hoursTenths / 10, page.hoursTenths % 10 === 0 ? 0 : 1))}
                  {page.endDate !== null && page.endDate < today
                    ? `, ${words.ended(formats.day(page.endDate))}`
                    : ''}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
