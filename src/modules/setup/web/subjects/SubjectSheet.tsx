import type { SubjectDraft } from '#modules/curriculum/subjects/contract.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { setUpWords } from '../words.ts';
import type { Subject } from './SubjectsPage.tsx';
import { RowSheet } from './RowSheet.tsx';
import { useRow } from './use-row.ts';

type Props = {
  readonly schoolId: number;
  readonly subject: Subject;
  /** Areas that are in use: offered while typing. */
  readonly areas: readonly string[];
  readonly reread: () => void;
  readonly close: () => void;
};

/** A subject, new or known. */
export function SubjectSheet({ schoolId, subject, areas, reread, close }: Props) {
  const { subjects: words } = useWords(setUpWords);
  const { id, version, ...standing } = subject;
  const row = useRow<SubjectDraft>({
    standing,
    version,
    isWhole: ({ name, shortName }) => name.trim() !== '' && shortName.trim() !== '',
    write: (draft, from) =>
      call('PUT /api/schools/{schoolId}/subjects/{subjectId}', {
        params: { schoolId, subjectId: id },
        body: { version: from, ...draft },
      }),
    told: version === 0 ? words.subjectAdded : words.subjectSaved,
    done: () => {
      reread();
      close();
    },
  });
  const { draft, set, isChecked } = row;
  const missing = (text: string) => (isChecked && text.trim() === '' ? words.required : null);
  return (
    <RowSheet id="subject" title={version === 0 ? words.addSubject : subject.name} row={row} close={close}>
      <Field
        id="subject-name"
        label={words.name}
        maxLength={120}
        value={draft.name}
        error={missing(draft.name)}
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
      <Field
        id="subject-short"
        label={words.shortName}
        hint={words.shortNameHint}
        maxLength={30}
        value={draft.shortName}
        error={missing(draft.shortName)}
        onInput={(event) => set({ shortName: event.currentTarget.value })}
      />
      <Field
        id="subject-area"
        label={words.area}
        list="subject-areas"
        maxLength={120}
        value={draft.area ?? ''}
        onInput={(event) => set({ area: event.currentTarget.value || null })}
      />
      <datalist id="subject-areas">
        {areas.map((area) => (
          <option key={area}>{area}</option>
        ))}
      </datalist>
      <Select
        id="subject-kind"
        label={words.kind}
        hint={version === 0 ? words.kindHint : words.kindKept}
        disabled={version > 0}
        value={draft.kind}
        onChange={(event) =>
          set({ kind: event.currentTarget.value === 'extracurricular' ? 'extracurricular' : 'lesson' })
        }
      >
        <option value="lesson">{words.kinds.lesson}</option>
        <option value="extracurricular">{words.kinds.extracurricular}</option>
      </Select>
      {version === 0 ? null : (
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.isRetired}
            onChange={(event) => set({ isRetired: event.currentTarget.checked })}
          />
          <span>
            {words.retire} <span class="quiet">{words.retireSubjectHint}</span>
          </span>
        </label>
      )}
    </RowSheet>
  );
}
