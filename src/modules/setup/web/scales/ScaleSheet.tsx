import { useState } from 'preact/hooks';
import type { ScaleDraft } from '#modules/organisation/mark-scales/contract.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { MarkScale } from '../../scales/contract.ts';
import { RowSheet } from '../subjects/RowSheet.tsx';
import { useRow } from '../subjects/use-row.ts';
import { setUpWords } from '../words.ts';
import { ScaleEffect } from './ScaleEffect.tsx';
import { LongScale, ScaleRows, Signs } from './ScaleRows.tsx';
import { template, type TemplateName, templateNames } from './templates.ts';
import { draftOf, mostRows, type TypedScale, typedOf } from './typed-scale.ts';

type Props = {
  readonly schoolId: number;
  readonly scale: MarkScale;
  readonly reread: () => void;
  readonly close: () => void;
};

/** A scale of marks, new or known: its values, what each counts, and what a change would do. */
export function ScaleSheet({ schoolId, scale, reread, close }: Props) {
  const { scales: words, subjects: common } = useWords(setUpWords);
  const { id, version, pages, ...standing } = scale;
  const [kind, setKind] = useState<TemplateName>('ten');
  const write = (draft: ScaleDraft, from: number) =>
    call('PUT /api/schools/{schoolId}/mark-scales/{scaleId}', {
      params: { schoolId, scaleId: id },
      body: { version: from, ...draft },
    });
  const row = useRow<TypedScale>({
    standing: typedOf(standing),
    version,
    isWhole: (typed) => draftOf(typed) !== null,
    write: (typed, from) => {
      const draft = draftOf(typed);
      return draft === null ? Promise.reject(new Error('not whole')) : write(draft, from);
    },
    told: version === 0 ? words.added : words.saved,
    done: () => {
      reread();
      close();
    },
  });
  const { draft: typed, set, isChecked } = row;
  const tick = (name: 'isUsual' | 'isRetired', given: { text: string; hint: string; disabled: boolean }) => (
    <label class="tick">
      <input
        type="checkbox"
        checked={typed[name]}
        disabled={given.disabled}
        onChange={(event) => set({ [name]: event.currentTarget.checked })}
      />
      <span>
        {given.text} <span class="quiet">{given.hint}</span>
      </span>
    </label>
  );
  const choose = (name: TemplateName) => {
    setKind(name);
    set({ numbers: typedOf({ ...standing, values: template(name) }).numbers });
  };
  return (
    <RowSheet id="mark-scale" title={version === 0 ? words.add : scale.name} row={row} close={close}>
      {version === 0 ? (
        <Select
          id="scale-template"
          label={words.template}
          value={kind}
          onChange={(event) => choose(event.currentTarget.value as TemplateName)}
        >
          {templateNames.map((name) => (
            <option key={name} value={name}>
              {words.templates[name]}
            </option>
          ))}
        </Select>
      ) : null}
      <Field
        id="scale-name"
        label={common.name}
        maxLength={60}
        value={typed.name}
        error={isChecked && typed.name.trim() === '' ? common.required : null}
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
      {typed.numbers.length > mostRows ? (
        <LongScale typed={typed} set={set} />
      ) : (
        <ScaleRows typed={typed} set={set} isChecked={isChecked} />
      )}
      {version === 0 ? null : <ScaleEffect schoolId={schoolId} scale={scale} typed={typed} />}
      <Signs typed={typed} set={set} />
      {tick('isUsual', {
        text: words.usual,
        hint: words.usualHint,
        disabled: scale.isUsual || typed.isRetired,
      })}
      {version === 0 || scale.isUsual
        ? null
        : tick('isRetired', {
            text: words.retire,
            hint: pages > 0 ? words.retireInUse(pages) : words.retireHint,
            disabled: typed.isUsual || (pages > 0 && !typed.isRetired),
          })}
    </RowSheet>
  );
}
