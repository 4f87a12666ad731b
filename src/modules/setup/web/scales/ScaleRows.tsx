import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { close, plus } from '#web/ui/icons.ts';
import { InlineSelect } from '#web/ui/staff/InlineSelect.tsx';
import { setUpWords } from '../words.ts';
import { type Band, bands, signCodes } from './templates.ts';
import {
  boundedBands,
  boundOf,
  codeOf,
  type TypedScale,
  type TypedValue,
  withBounds,
  worthOf,
} from './typed-scale.ts';

type Props = {
  readonly typed: TypedScale;
  readonly set: (change: Partial<TypedScale>) => void;
};

/** The numbers of a scale one by one, and its signs. */
export function ScaleRows({ typed, set, isChecked }: Props & { readonly isChecked: boolean }) {
  const { scales: words } = useWords(setUpWords);
  const { numbers } = typed;
  const change = (key: string, part: Partial<TypedValue>) =>
    set({ numbers: numbers.map((value) => (value.key === key ? { ...value, ...part } : value)) });
  const codes = numbers.map(({ code }) => codeOf(code));
  const isTwice = (at: number) => codes.indexOf(codes[at] ?? null) !== at;
  const fault = numbers.some(
    ({ code, worth }, at) => codeOf(code) === null || worthOf(worth) === null || isTwice(at),
  );
  return (
    <div class="scales__rows">
      <table class="scales__table">
        <thead>
          <tr>
            <th scope="col">{words.mark}</th>
            <th scope="col">{words.worth}</th>
            <th scope="col">{words.band}</th>
            <th scope="col">{words.offered}</th>
            <th>
              <span class="hidden-text">{words.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((value, at) => {
            const { key, code, worth, band, isOffered } = value;
            return (
              <tr key={key}>
                <td>
                  <input
                    class="scales__input"
                    aria-label={words.markOf(at + 1)}
                    maxLength={4}
                    value={code}
                    aria-invalid={isChecked && (codeOf(code) === null || isTwice(at))}
                    onInput={(event) => change(key, { code: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <input
                    class="scales__input"
                    aria-label={words.worthOf(code)}
                    inputMode="decimal"
                    maxLength={6}
                    value={worth}
                    aria-invalid={isChecked && worthOf(worth) === null}
                    onInput={(event) => change(key, { worth: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <InlineSelect
                    name={words.bandOf(code)}
                    value={band}
                    onChoose={(chosen) => change(key, { band: chosen as Band })}
                  >
                    {bands.map((one) => (
                      <option key={one} value={one}>
                        {words.bands[one]}
                      </option>
                    ))}
                  </InlineSelect>
                </td>
                <td class="scales__tick">
                  <input
                    type="checkbox"
                    aria-label={words.offeredOf(code)}
                    checked={isOffered}
                    onChange={(event) => change(key, { isOffered: event.currentTarget.checked })}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={words.removeOf(code)}
                    onClick={() => set({ numbers: numbers.filter((other) => other.key !== key) })}
                  >
                    <Icon path={close} size={18} />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isChecked && fault ? (
        <p class="field__error" role="alert">
          {words.rowsWrong}
        </p>
      ) : null}
      <div>
        <Button
          kind="quiet"
          onClick={() =>
            set({
              numbers: [...numbers, { key: newId(), code: '', worth: '', band: 'poor', isOffered: true }],
            })
          }
        >
          <Icon path={plus} size={18} />
          {words.addMark}
        </Button>
      </div>
      <p class="quiet">{words.worthAbout}</p>
    </div>
  );
}

/** The marks without a number: which of them the scale has. */
export function Signs({ typed: { signs }, set }: Props) {
  const { scales: words } = useWords(setUpWords);
  const isOn = (code: string) => signs.some((sign) => sign.code === code && sign.isOffered);
  const toggle = (code: string, isOffered: boolean) => {
    const others = signs.filter((sign) => sign.code !== code);
    const wanted = [...others, { code, hundredths: null, band: null, isOffered }];
    set({ signs: signCodes.flatMap((known) => wanted.filter((sign) => sign.code === known)) });
  };
  return (
    <fieldset>
      <legend class="fields__legend">{words.signs}</legend>
      {signCodes.map((code) => (
        <label key={code} class="tick">
          <input
            type="checkbox"
            checked={isOn(code)}
            onChange={(event) => toggle(code, event.currentTarget.checked)}
          />
          <span>{words.signNames[code]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A scale of many numbers: where its bands begin. */
export function LongScale({ typed, set }: Props) {
  const { scales: words } = useWords(setUpWords);
  const { numbers } = typed;
  const bounds = boundedBands.map((band) => ({ band, from: boundOf(numbers, band) }));
  const move = (band: (typeof boundedBands)[number], text: string) => {
    const hundredths = worthOf(text);
    if (hundredths === null) return;
    const of = (one: (typeof boundedBands)[number]) =>
      one === band ? hundredths / 100 : (worthOf(boundOf(numbers, one)) ?? 10_100) / 100;
    set({
      numbers: withBounds(numbers, {
        excellent: of('excellent'),
        good: of('good'),
        satisfactory: of('satisfactory'),
      }),
    });
  };
  return (
    <>
      <p class="quiet">{words.long(numbers.at(-1)?.code ?? '', numbers[0]?.code ?? '')}</p>
      <div class="fields">
        {bounds.map(({ band, from }) => (
          <Field
            key={band}
            id={`scale-${band}`}
            label={words.bandFrom[band]}
            inputMode="numeric"
            maxLength={6}
            defaultValue={from}
            onChange={(event) => move(band, event.currentTarget.value)}
          />
        ))}
      </div>
    </>
  );
}
