import { defaultSettings } from '#modules/organisation/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import { today, yearStart } from './school.ts';
import type { Found } from './world.ts';

export const newcomer = {
  lastName: 'Новиков',
  firstName: 'Имя',
  middleName: null,
  birthDate: null,
  gender: null,
  phone: null,
  email: null,
};

const post = { position: 'учитель', staffNumber: null, startDate: yearStart, endDate: null, roles: [] };

/** Each request makes a thing of its own: years must not overlap, names must differ. */
let made = 0;
const nextNumber = () => (made += 1);

/** Bodies of what sets a school up: year, bells, subjects, rules, classes, posts. */
export const setUpBodies: Readonly<Record<string, (found: Found) => object>> = {
  'organisation.setSettings': () => ({
    version: 1,
    name: 'Школа № 1',
    shortName: 'Школа 1',
    settings: defaultSettings,
  }),
  'organisation.setYear': () => {
    const from = 2040 + nextNumber();
    const year = { startDate: `${from}-09-01`, endDate: `${from + 1}-05-26` };
    const halves = [
      { startDate: year.startDate, endDate: `${from}-12-30` },
      { startDate: `${from + 1}-01-11`, endDate: year.endDate },
    ];
    const schemes = [{ id: uuidv7(), kind: 'halfYear', grades: [10, 11], periods: halves }];
    return { version: 0, ...year, schemes, breaks: [] };
  },
  'organisation.setBells': () => ({
    version: 0,
    name: 'Сокращённые',
    shift: 1,
    isUsual: false,
    bells: [{ number: 1, starts: '08:30', ends: '09:00' }],
  }),
  'curriculum.setSubject': () => ({
    version: 0,
    name: `Предмет ${nextNumber()}`,
    shortName: 'Предмет',
    area: null,
    kind: 'lesson',
    isRetired: false,
  }),
  'curriculum.setWorkType': () => {
    const number = nextNumber();
    const kinds = { isAssessment: false, isDefault: false, isRetired: false };
    return { version: 0, name: `Работа ${number}`, abbr: String(number), weight: 1, ...kinds };
  },
  'journal.previewSettings': () => {
    const { editWindowDays, reasonAfterDays, averageKind, averagesPreset } = defaultSettings;
    const { minimumMarks, retakes, pointHoldsFive } = defaultSettings;
    const finals = { averageKind, averagesPreset, minimumMarks, retakes, pointHoldsFive };
    return { editWindowDays, reasonAfterDays, ...finals };
  },
  'organisation.setMarkScale': () => ({
    version: 0,
    name: `Шкала ${nextNumber()}`,
    isUsual: false,
    isRetired: false,
    values: [{ code: 'passed', hundredths: null, band: null, isOffered: true }],
  }),
  'journal.previewScale': () => ({ worths: [] }),
  'setup.previewScalePages': () => ({ subjectId: uuidv7(), fromGrade: 1, toGrade: 11 }),
  'setup.setScaleOfPages': (found) => ({ pageIds: [found.pageId] }),
  'roster.openClass': () => ({ grade: 3, letter: String(nextNumber()), shift: 1, homeroomId: null }),
  'roster.setHomeroom': (found) => ({
    shift: 1,
    staffId: found.homeroomId,
    startDate: today,
    expected: found.homeroomId,
  }),
  'identity.employ': () => ({
    who: { person: { ...newcomer, lastName: `Новиков-${nextNumber()}` }, notTheSameAs: [] },
    ...post,
  }),
  // Nothing changes by it: what stands is what is wanted.
  'identity.setPost': () => {
    const standing = { ...post, roles: ['teacher'] };
    return { ...standing, expected: standing };
  },
};
