import { fullName, listName } from '#modules/roster/index.ts';
import { paragraphs } from '../purposes/rules.ts';
import type { AskedPurpose, StudentFacts } from '../signing/queries.ts';
import { ageOn, latestWords } from '../signing/rules.ts';
import type { Contacts } from './queries.ts';

/** A line of the blank; null = left for the pen. */
export type BlankField = { readonly label: string; readonly value: string | null };

export type Blank = {
  readonly title: string;
  readonly version: number;
  readonly fields: readonly BlankField[];
  readonly body: readonly string[];
  /** Whose signature is needed. */
  readonly signatures: readonly string[];
};

type Given = {
  readonly purpose: AskedPurpose;
  readonly students: readonly StudentFacts[];
  readonly contacts: Readonly<Record<string, Contacts>>;
};

/** One blank for each student: for the guardian who has not signed yet, or the first; an adult signs alone. */
export function blanksOf(
  { purpose, students, contacts }: Given,
  schoolClass: string,
  today: string,
): readonly Blank[] {
  return students.map((student) => {
    const { stage } = ageOn(student.birthDate, today);
    const said = latestWords(student.said.filter(({ purposeId }) => purposeId === purpose.id));
    const guardian =
      student.guardians.find(({ id }) => said.get(id)?.word !== 'yes') ?? student.guardians[0] ?? null;
    const isChild = stage === 'child';
    const parent = guardian === null ? null : contacts[guardian.id];
    const own = contacts[student.id];
    const ofParent: readonly BlankField[] = [
      { label: 'Родитель (законный представитель)', value: guardian === null ? null : fullName(guardian) },
      { label: 'Адрес регистрации родителя', value: null },
      { label: 'Паспорт родителя: серия, номер, кем и когда выдан', value: null },
      { label: 'Телефон родителя', value: parent?.phone ?? null },
      { label: 'Электронная почта родителя', value: parent?.email ?? null },
    ];
    const ofStudent: readonly BlankField[] = [
      { label: 'Ученик', value: fullName(student) },
      { label: 'Дата рождения', value: student.birthDate === null ? null : inFigures(student.birthDate) },
      { label: 'Класс', value: schoolClass },
      { label: 'Адрес регистрации ученика', value: null },
      { label: 'Телефон ученика', value: own?.phone ?? null },
      {
        label: isChild
          ? 'Свидетельство о рождении ученика: серия, номер, кем и когда выдано'
          : 'Паспорт ученика: серия, номер, кем и когда выдан',
        value: null,
      },
    ];
    return {
      title: purpose.title,
      version: purpose.version,
      fields: [...(stage === 'adult' ? [] : ofParent), ...ofStudent],
      body: paragraphs(purpose.body),
      signatures: [
        ...(stage === 'adult' ? [] : [guardian === null ? 'Родитель' : listName(guardian)]),
        ...(isChild ? [] : [listName(student)]),
      ],
    };
  });
}

const inFigures = (date: string) => date.split('-').toReversed().join('.');
