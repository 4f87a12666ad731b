import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText } from '#platform/contract.ts';

/** Days from 0 to two years; null = without limit. */
const dayLimit = nullable(Type.Integer({ minimum: 0, maximum: 730 }));

/** Minutes of homework of one day, all subjects together, for the grades `from` to `to`. */
export const homeworkLimit = object({
  from: Type.Integer({ minimum: 0, maximum: 12 }),
  to: Type.Integer({ minimum: 0, maximum: 12 }),
  minutes: Type.Integer({ minimum: 0, maximum: 600 }),
});

const hour = Type.Integer({ minimum: 0, maximum: 23 });

/** Everything a school's local act may decide; a key that is not stored has its default. */
export const schoolSettings = object({
  /** Entries of a lesson can be written until this many days after its date. */
  editWindowDays: dayLimit,
  /** Marks of a lesson older than this need a typed reason. */
  reasonAfterDays: Type.Integer({ minimum: 0, maximum: 730 }),
  /** Where the focus goes after a mark. */
  moveAfterMark: oneOf(['down', 'right']),
  /** Which average the proposal of a final mark is made of. */
  averageKind: oneOf(['weighted', 'plain']),
  /** From which average on a final mark is proposed. */
  averagesPreset: oneOf(['math', '4.6', 'novosib', 'strict']),
  /** Fewer marks in a period propose «н/а»: subjects up to one hour a week, and above. */
  minimumMarks: object({
    oneHour: Type.Integer({ minimum: 0, maximum: 50 }),
    moreHours: Type.Integer({ minimum: 0, maximum: 50 }),
  }),
  /** A retake takes the place of the earlier attempt, or both count. */
  retakes: oneOf(['replace', 'average']),
  /** A work still to be done keeps a 5 from being proposed. */
  pointHoldsFive: Type.Boolean(),
  /** A mark entered on the lesson's day for a student who is absent. */
  markWhenAbsent: oneOf(['allow', 'warn', 'block']),
  /** Homework given after the lesson's end is due one lesson later. */
  lateHomeworkSkipsLesson: Type.Boolean(),
  homeworkLimits: Type.Array(homeworkLimit, { maxItems: 13 }),
  /** From this share of missed lessons of a month on an absence is called systematic. */
  systematicAbsencePercent: Type.Integer({ minimum: 1, maximum: 100 }),
  /** From this day on those who lead the school sign in with a second factor; null = whoever wishes. */
  secondFactorFrom: nullable(isoDate),
  /** Staff who sign in between these hours of the school's time hear of it; the same hour twice = nobody does. */
  nightFrom: hour,
  nightUntil: hour,
});

export type SchoolSettings = Static<typeof schoolSettings>;

export const schoolCard = object({
  id: schoolId,
  name: Type.String(),
  shortName: Type.String(),
  /** IANA name. */
  timeZone: Type.String(),
  kind: Type.String(),
  settings: schoolSettings,
});

export type SchoolCard = Static<typeof schoolCard>;

export const getSchool = endpoint({
  id: 'organisation.getSchool',
  method: 'GET',
  path: '/api/schools/{schoolId}',
  summary: 'The card of a school with the settings its local act decides',
  tags: ['organisation'],
  params: object({ schoolId }),
  reply: schoolCard,
});

export const getSetUp = endpoint({
  id: 'organisation.getSetUp',
  method: 'GET',
  path: '/api/schools/{schoolId}/settings',
  summary: 'The settings of a school with the version that a change must name',
  tags: ['organisation'],
  params: object({ schoolId }),
  reply: object({ school: schoolCard, version: Type.Integer(), mayWrite: Type.Boolean() }),
});

const line = Type.Intersect([shortText(300), Type.String({ minLength: 1, pattern: '\\S' })]);

export const setSettings = endpoint({
  id: 'organisation.setSettings',
  method: 'PUT',
  path: '/api/schools/{schoolId}/settings',
  summary: 'Writes the names and settings of a school as a whole',
  tags: ['organisation'],
  params: object({ schoolId }),
  body: object({
    /** As the client saw it. */
    version: Type.Integer({ minimum: 1 }),
    name: line,
    shortName: line,
    settings: schoolSettings,
  }),
  reply: object({ version: Type.Integer() }),
  refusals: {
    'organisation.changedMeanwhile': 409,
    'settings.gradesOverlap': 422,
  },
});

export type SetUp = Static<typeof getSetUp.reply>;
export type SettingsDraft = Omit<Static<typeof setSettings.body>, 'version'>;
