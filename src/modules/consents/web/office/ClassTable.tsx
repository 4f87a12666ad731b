import { fullName, listName } from '#modules/roster/person/rules.ts';
import { kinships as kinshipsEn } from '#modules/roster/words/en.ts';
import { kinships as kinshipsRu } from '#modules/roster/words/ru.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import type { ClassStudent } from '../../office/contract.ts';
import { consentsWords } from '../words.ts';
import type { Row } from './views.ts';

const kinships = { ru: kinshipsRu, en: kinshipsEn };

/** «мать», «ученик». */
export function useKinship(): (kinship: string) => string {
  const { office: words } = useWords(consentsWords);
  const known: Readonly<Record<string, string>> = useWords(kinships);
  return (kinship) => (kinship === 'self' ? words.self : (known[kinship] ?? kinship));
}

type Props = {
  readonly rows: readonly Row[];
  readonly caption: string;
  /** Of the text that stands: an earlier one is named. */
  readonly version: number;
  /** Null = papers are the office’s to register. */
  readonly register: ((student: ClassStudent) => void) | null;
  readonly print: (studentId: string) => void;
};

export function ClassTable({ rows, caption, version, register, print }: Props) {
  const { office: words } = useWords(consentsWords);
  const formats = useFormats();
  return (
    <table class="staff-table staff-table--stacked consents-table">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.student}</th>
          <th scope="col">{words.columns.state}</th>
          <th scope="col">{words.columns.words}</th>
          <th scope="col">{words.columns.awaits}</th>
          <th scope="col">
            <span class="hidden-text">{words.columns.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ student, standing: { state, until, words: said, awaits } }) => (
          <tr key={student.id}>
            <th scope="row">
              {listName(student)}
              {student.birthDate === null ? (
                <span class="consents-table__note"> {words.noBirthday}</span>
              ) : null}
            </th>
            <td>
              <span class={`consent-state consent-state--${state}`}>{words.states[state]}</span>
              {until === null ? null : (
                <span class="consents-table__note"> {words.until(formats.day(until))}</span>
              )}
            </td>
            <td>
              {said.map(({ signerId, word, way, signedOn, version: of }) => (
                <Said
                  key={signerId}
                  who={student.signers.find(({ id }) => id === signerId)}
                  text={`${words.words[word]} ${formats.dayInFigures(signedOn)}`}
                  notes={[way === 'paper' ? words.onPaper : '', of === version ? '' : words.version(of)]}
                />
              ))}
            </td>
            <td>
              <Awaited awaits={awaits} student={student} />
            </td>
            <td>
              <span class="consents-table__acts no-print">
                {register === null ? null : (
                  <Button
                    kind="quiet"
                    aria-label={words.registerNamed(fullName(student))}
                    onClick={() => register(student)}
                  >
                    {words.register}
                  </Button>
                )}
                <Button
                  kind="quiet"
                  aria-label={words.blankNamed(fullName(student))}
                  onClick={() => print(student.id)}
                >
                  {words.blank}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SaidProps = {
  readonly who: ClassStudent['signers'][number] | undefined;
  readonly text: string;
  readonly notes: readonly string[];
};

function Said({ who, text, notes }: SaidProps) {
  const kinship = useKinship();
  if (who === undefined) return null;
  return (
    <span class="consents-table__line">
      {kinship(who.kinship)}: {[text, ...notes.filter(Boolean)].join(', ')}
    </span>
  );
}

function Awaited({
  awaits,
  student,
}: {
  readonly awaits: Row['standing']['awaits'];
  readonly student: ClassStudent;
}) {
  const { office: words } = useWords(consentsWords);
  const hasGuardian = student.signers.some(({ kinship }) => kinship !== 'self');
  const lines = [
    ...(awaits.guardian ? [hasGuardian ? words.awaitsGuardian : words.noSigner] : []),
    ...(awaits.student ? [words.awaitsStudent] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <span class="consents-table__stacked no-print">{words.awaits}</span>
      {lines.join(', ')}
    </>
  );
}
