import type { StaffRole } from '#platform/actor.ts';
import { useWords } from '#web/page-context.tsx';
import { Field } from '#web/ui/Field.tsx';
import { officeWords } from '../words.ts';

/** A post as it is typed. */
export type PostDraft = {
  readonly position: string;
  readonly staffNumber: string;
  readonly startDate: string;
  /** '' = works on. */
  readonly endDate: string;
  readonly roles: readonly StaffRole[];
};

const roles: readonly StaffRole[] = [
  'teacher',
  'deputyHead',
  'principal',
  'secretary',
  'schoolAdmin',
  'psychologist',
  'socialPedagogue',
  'librarian',
];

type Props = {
  readonly draft: PostDraft;
  readonly set: (change: Partial<PostDraft>) => void;
  readonly isChecked: boolean;
  /** A leaver has a last day; a newcomer has none yet. */
  readonly asksEnd: boolean;
};

/** What a post is, since when, and what it lets somebody do. */
export function PostFields({ draft, set, isChecked, asksEnd }: Props) {
  const { post: words, card, form } = useWords(officeWords);
  const missing = (text: string) => (isChecked && text.trim() === '' ? form.required : null);
  return (
    <>
      <div class="fields">
        <Field
          id="post-position"
          label={words.position}
          hint={words.positionHint}
          maxLength={120}
          autoComplete="off"
          value={draft.position}
          error={missing(draft.position)}
          onInput={(event) => set({ position: event.currentTarget.value })}
        />
        <Field
          id="post-number"
          label={words.staffNumber}
          maxLength={40}
          autoComplete="off"
          value={draft.staffNumber}
          onInput={(event) => set({ staffNumber: event.currentTarget.value })}
        />
        <Field
          id="post-from"
          type="date"
          label={words.from}
          value={draft.startDate}
          error={missing(draft.startDate)}
          onInput={(event) => set({ startDate: event.currentTarget.value })}
        />
        {asksEnd ? (
          <Field
            id="post-to"
            type="date"
            label={words.to}
            hint={words.toHint}
            value={draft.endDate}
            min={draft.startDate}
            onInput={(event) => set({ endDate: event.currentTarget.value })}
          />
        ) : null}
      </div>
      <fieldset class="ticks-of-scope">
        <legend>{words.roles}</legend>
        <p class="field__hint">{words.rolesHint}</p>
        {roles.map((role) => (
          <label key={role} class="tick">
            <input
              type="checkbox"
              checked={draft.roles.includes(role)}
              onChange={({ currentTarget }) =>
                set({
                  roles: currentTarget.checked
                    ? [...draft.roles, role]
                    : draft.roles.filter((other) => other !== role),
                })
              }
            />
            <span>{card.roleNames[role]}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** The draft as the API takes it. */
export function postOf(draft: PostDraft) {
  const staffNumber = draft.staffNumber.trim();
  return {
    position: draft.position.trim(),
    staffNumber: staffNumber === '' ? null : staffNumber,
    startDate: draft.startDate,
    endDate: draft.endDate === '' ? null : draft.endDate,
    roles: [...draft.roles],
  };
}
