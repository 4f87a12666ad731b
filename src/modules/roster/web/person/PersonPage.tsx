import { useRoute } from 'preact-iso';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import type { PersonCard } from '../../person/contract.ts';
import { PageFault } from '#web/staff/Fault.tsx';
import { OfficeHead } from '../parts/OfficeHead.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { rosterChanged } from '../news.ts';
import { officeWords } from '../words.ts';
import { DataCard } from './DataCard.tsx';
import { GuardiansCard, WardsCard } from './FamilyCards.tsx';
import { HistoryCard, StudyCard } from './StudyCards.tsx';
import { StaffCard } from './StaffCard.tsx';
import './person.css';

/** `/people/:schoolId/persons/:personId`: a person's card. */
export function PersonPage() {
  const { params } = useRoute();
  const schoolId = Number(params['schoolId']);
  const personId = params['personId'] ?? '';
  const {
    reply: card,
    fault,
    reread,
  } = useRead({ schoolId, key: personId, follows: [rosterChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/persons/{personId}', { params: { schoolId, personId }, signal }),
  );
  const standing = useStanding(card);
  if (card === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const isStudent = card.kinds.includes('student');
  const shared = { schoolId, card, reread };
  return (
    <div class="office person-page">
      <OfficeHead schoolId={schoolId} view="people" title={fullName(card)} context={standing} />
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <div class="person-page__columns">
        <div class="person-page__column">
          {isStudent ? <StudyCard {...shared} /> : null}
          {isStudent ? <GuardiansCard {...shared} /> : null}
          {card.wards.length > 0 ? <WardsCard {...shared} /> : null}
          {card.staff === null ? null : <StaffCard {...shared} />}
        </div>
        <div class="person-page__column">
          <DataCard key={card.id} {...shared} />
          {isStudent ? <HistoryCard card={card} /> : null}
        </div>
      </div>
    </div>
  );
}

/** What this person is to the school today, in a line. */
function useStanding(card: PersonCard | null): string {
  const words = useWords(officeWords);
  const formats = useFormats();
  if (card === null) return '';
  const parts: string[] = [];
  if (card.kinds.includes('student')) {
    const { today, memberships, admissions } = card;
    const admission = admissions.find(({ endDate }) => endDate === null || endDate >= today);
    const inClass = memberships.find(
      ({ kind, startDate, endDate }) =>
        kind === 'class' && startDate <= today && (endDate === null || endDate >= today),
    )?.classes[0];
    // One that was taken back ends before it begins.
    const last = admissions.find(
      ({ startDate, endDate }) => endDate === null || endDate >= startDate,
    )?.endDate;
    if (admission && admission.startDate > today)
      parts.push(words.card.comesOn(formats.dayOfYear(admission.startDate)));
    else if (admission && inClass) parts.push(words.card.inClass(className(inClass)));
    else if (last) parts.push(words.card.leftOn(formats.dayOfYear(last)));
    else parts.push(words.card.notStudying);
  }
  if (card.kinds.includes('guardian')) parts.push(words.list.kind.guardian);
  if (card.staff !== null) parts.push(card.staff.position.toLowerCase());
  return parts.join(' · ');
}
