import { birthdayAt, defaultPurposes, hashOfText } from '#modules/consents/index.ts';
import { addDays } from '#modules/organisation/index.ts';
import { chance } from '../random.ts';
import type { Student } from '../people/students.ts';
import type { Rows } from '../rows.ts';
import type { SchoolPlan } from '../school-plan.ts';

type Filling = {
  readonly directory: Rows;
  readonly plan: SchoolPlan;
  readonly students: readonly Student[];
  /** Who leads the school's office: papers come into these hands. */
  readonly secretaryId: string;
  readonly today: string;
  readonly startYear: number;
  readonly id: (kind: string) => string;
};

/**
 * What the school asks for, and what its families have answered by now: most on paper in the first weeks of the year, many
 * by themselves, some not at all. Nobody who shows the demo has answered yet, nor have students.
 */
export function fillConsents(rows: Rows, filling: Filling): void {
  const { plan, students, secretaryId, today, startYear, id } = filling;
  const luck = chance(`consents-${plan.schoolId}`);
  const school_id = plan.schoolId;
  const from = `${startYear}-09-01`;
  const asked: string[] = [];
  const operator = { name: plan.name, address: plan.address };
  for (const [at, { code, title, isAsked, body }] of defaultPurposes(operator).entries()) {
    const purpose_id = id('purpose');
    if (isAsked) asked.push(purpose_id);
    rows.add('consents.purpose', {
      school_id,
      id: purpose_id,
      code,
      title,
      ordinal: at + 1,
      is_asked: isAsked,
    });
    rows.add('consents.purpose_text', {
      school_id,
      purpose_id,
      version: 1,
      body,
      sha256: hashOfText(body),
      asks_again: true,
      made_at: `${from}T06:00:00.000Z`,
      made_by: null,
    });
  }
  const accounts = new Map(
    filling.directory.of('directory.account_person').map((held) => [held.person_id, held.account_id]),
  );
  const secretaryAccount = accounts.get(secretaryId);
  for (const { person, guardians, until, from: since } of students) {
    const [guardian] = guardians;
    const account = guardian && accounts.get(guardian.id);
    for (const purpose_id of asked) {
      // Drawn for everybody, so that a later day only adds.
      const decisionId = id('consent');
      const isSilent = luck.happens(0.3);
      const wantsPaper = luck.happens(0.4);
      const signed_on = addDays(since, luck.between(1, 50));
      const word = luck.happens(0.12) ? 'no' : 'yes';
      const minute = luck.between(10, 59);
      const isAdult = birthdayAt(person.birthDate, 18) <= today;
      if (!guardian || isSilent || until !== null || isAdult || signed_on >= today) continue;
      const way = account === undefined || wantsPaper ? 'paper' : 'electronic';
      const account_id = way === 'paper' ? secretaryAccount : account;
      if (account_id === undefined || shown.has(guardian.lastName)) continue;
      const received_by = way === 'paper' ? secretaryId : null;
      rows.add('consents.decision', {
        school_id,
        id: decisionId,
        purpose_id,
        text_version: 1,
        student_id: person.id,
        signer_id: guardian.id,
        word,
        way,
        signed_on,
        made_at: `${signed_on}T09:${String(minute)}:00.000Z`,
        account_id,
        received_by,
        recorded_by: received_by,
      });
    }
  }
}

/** The families the demo's own accounts belong to. */
const shown: ReadonlySet<string> = new Set(['Морозова', 'Морозов', 'Щербакова', 'Щербаков', 'Ёлкина']);
