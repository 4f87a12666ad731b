import type { ProblemWords } from '#web/ru.ts';

export const problems: ProblemWords = {
  'organisation.changedMeanwhile': 'Somebody else saved this while you were typing.',
  'year.endsBeforeBegins': 'The academic year ends before it begins.',
  'year.tooLong': 'The academic year is longer than 372 days.',
  'year.overlapsYear': 'These days belong to another academic year already.',
  'year.gradeTwice': 'A grade is chosen in two kinds of periods.',
  'year.wrongCount': 'There are four quarters, three trimesters, two half-years.',
  'year.schemeKept': 'Kind and number of periods do not change: take these periods away and add others.',
  'year.schemeHasMarks': ({ grades }) =>
    `Final marks hang on these periods: grades ${(grades as readonly number[] | undefined)?.join(', ') ?? ''} cannot leave them.`,
  'year.periodEndsBeforeBegins': 'The period ends before it begins.',
  'year.periodOutsideYear': 'The period reaches beyond the academic year.',
  'year.periodsOverlap': 'The period begins before the one before has ended.',
  'year.breakEndsBeforeBegins': 'The break ends before it begins.',
  'year.breakOutsideYear': 'The break reaches beyond the academic year.',
  'year.breaksOverlap': 'The break overlaps another.',
  'bells.usualTaken': ({ shift }) => `Shift ${String(shift)} has its usual bells already.`,
  'bells.numberTwice': 'Two lessons have one number.',
  'bells.endsBeforeBegins': 'The lesson ends before it begins.',
  'bells.overlap': 'The lesson begins before the one before has ended.',
  'settings.gradesOverlap': 'One grade stands in two lines of homework minutes.',
  'curriculum.changedMeanwhile': 'Somebody else saved this meanwhile. Close it and open it again.',
  'curriculum.nameTaken': ({ name }) => `There is “${String(name)}” already.`,
  'curriculum.abbrTaken': ({ abbr }) => `The sign “${String(abbr)}” belongs to another kind of work.`,
  'curriculum.kindKept': 'The kind does not change: the journal depends on it.',
  'curriculum.defaultNeeded': 'There must be a usual kind of work: choose another first.',
  'scales.nameTaken': ({ name }) => `There is a scale “${String(name)}” already.`,
  'scales.valueInUse': ({ code, marks }) =>
    `Mark ${String(code)} cannot be removed: it stands in journals (${String(marks)}). Clear “Given”, and no new ones come.`,
  'scales.inUse': ({ pages }) =>
    `Journals still have this scale (${String(pages)}): move them to another one first.`,
  'scales.codeTwice': ({ value }) => `Mark ${String(value)} stands twice in the scale.`,
  'scales.codeWrong': ({ value }) =>
    `“${String(value)}” does not fit: a mark is a number up to 100, with “+” or “−” if you like.`,
  'scales.worthMissing': ({ value }) => `Say what mark ${String(value)} counts in an average.`,
  'scales.bandMissing': ({ value }) => `Say what mark ${String(value)} means: excellent, good and so on.`,
  'scales.usualNeeded': 'There must be a scale for new journals, with numbers: name another one first.',
  'scales.nothingOffered': 'At least one mark of the scale must be given.',
  'scales.unknownScale': 'This scale is gone or no longer in use.',
  'scales.unknownPage': 'One of the journals is closed or gone. Open the list again.',
  'scales.marksUnfit': ({ page, pages }) =>
    `The journal of ${String(page)} has marks that this scale lacks (${String(pages)} such journals). Nothing was changed.`,
  'setup.wrongCode':
    'The code does not fit. It stands in the window where Parta runs and changes with every start.',
  'setup.fieldMissing': 'Fill in the marked field.',
  'setup.badOgrn': 'An OGRN has 13 digits, the last one a control digit. Check it or leave the field empty.',
  'setup.badLogin':
    'A login has 3 to 64 letters, digits, dots and hyphens and begins with a letter or digit.',
  'setup.loginTaken': 'This login or OGRN is there already.',
};
