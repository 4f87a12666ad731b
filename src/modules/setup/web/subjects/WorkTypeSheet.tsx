import { useState } from 'preact/hooks';
import type { WorkTypeDraft } from '#modules/curriculum/subjects/contract.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Field } from '#web/ui/Field.tsx';
import { setUpWords } from '../words.ts';
import type { WorkType } from './SubjectsPage.tsx';
import { RowSheet } from './RowSheet.tsx';
import { useRow } from './use-row.ts';

type Props = {
  readonly schoolId: number;
  readonly workType: WorkType;
  readonly reread: () => void;
  readonly close: () => void;
};

/** A kind of work with its weight, new or known. */
export function WorkTypeSheet({ schoolId, workType, reread, close }: Props) {
  const { subjects: words } = useWords(setUpWords);
  const { id, version, ...standing } = workType;
  const [weight, setWeight] = useState(String(workType.weight));
  const wanted = /^\d{1,3}$/u.test(weight.trim()) && Number(weight) <= 100 ? Number(weight) : null;
  const row = useRow<WorkTypeDraft>({
    standing,
    version,
    isWhole: ({ name, abbr }) => name.trim() !== '' && abbr.trim() !== '' && wanted !== null,
    write: (draft, from) =>
      call('PUT /api/schools/{schoolId}/work-types/{workTypeId}', {
        params: { schoolId, workTypeId: id },
        body: { version: from, ...draft },
      }),
    told: version === 0 ? words.workTypeAdded : words.workTypeSaved,
    done: () => {
      reread();
      close();
    },
  });
  const { draft, set, isChecked } = row;
  const missing = (text: string) => (isChecked && text.trim() === '' ? words.required : null);
  const tick = (name: 'isAssessment' | 'isDefault' | 'isRetired', text: string, hint: string) => (
    <label class="tick">
      <input
        type="checkbox"
        checked={draft[name]}
        disabled={name === 'isDefault' && workType.isDefault}
        onChange={(event) => set({ [name]: event.currentTarget.checked })}
      />
      <span>
        {text} <span class="quiet">{hint}</span>
      </span>
    </label>
  );
  return (
    <RowSheet
      id="work-type"
      title={version === 0 ? words.addWorkType : workType.name}
      row={row}
      close={close}
    >
      <Field
        id="work-type-name"
        label={words.name}
        maxLength={80}
        value={draft.name}
        error={missing(draft.name)}
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
      <div class="fields">
        <Field
          id="work-type-abbr"
          label={words.abbr}
          hint={words.abbrHint}
          maxLength={4}
          value={draft.abbr}
          error={missing(draft.abbr)}
          onInput={(event) => set({ abbr: event.currentTarget.value })}
        />
        <Field
          id="work-type-weight"
          label={words.weight}
          hint={words.weightHint}
          inputMode="numeric"
          maxLength={3}
          value={weight}
          error={wanted === null && (isChecked || weight !== '') ? words.weightWrong : null}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setWeight(value);
            if (/^\d{1,3}$/u.test(value.trim())) set({ weight: Number(value) });
          }}
        />
      </div>
      {tick('isAssessment', words.assessment, words.assessmentHint)}
      {tick('isDefault', words.usual, words.usualHint)}
      {version === 0 || workType.isDefault ? null : tick('isRetired', words.retire, words.retireTypeHint)}
      {version > 0 && wanted !== null && wanted !== workType.weight ? (
        <section class="preview" aria-labelledby="work-type-effect">
          <h3 id="work-type-effect">{words.effect}</h3>
          <p>{words.weightEffect(workType.weight, wanted)}</p>
        </section>
      ) : null}
    </RowSheet>
  );
}
