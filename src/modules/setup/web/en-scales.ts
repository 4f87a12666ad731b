import { pluralEnglish as plural } from '#web/words.ts';
import type { ruScales } from './ru-scales.ts';

const journals = (count: number) => plural(count, { one: 'class journal', other: 'class journals' });
const marks = (count: number) => plural(count, { one: 'mark', other: 'marks' });

export const enScales: typeof ruScales = {
  scales: {
    tab: 'Scales',
    title: 'Scales of marks',
    about: 'Which marks are given and what each counts in an average.',
    add: 'New scale',
    change: 'Change',
    giveToPages: 'Choose journals',
    usualTag: 'for new journals',
    retiredTag: 'not in use',
    pages: (count) => (count === 0 ? 'no journals' : journals(count)),
    notOffered: (list) => `No longer given: ${list}.`,
    template: 'Start with a scale',
    templates: {
      five: 'Five points',
      signed: 'Five points with plus and minus',
      ten: 'Ten points',
      twelve: 'Twelve points',
      hundred: 'A hundred points',
    },
    added: 'The scale is added.',
    saved: 'The scale is saved.',
    mark: 'Mark',
    worth: 'Counts',
    band: 'Means',
    offered: 'Given',
    remove: 'Remove',
    markOf: (row) => `Mark, row ${row}`,
    worthOf: (code) => `What ${code} counts in an average`,
    bandOf: (code) => `What ${code} means`,
    offeredOf: (code) => `Mark ${code} is given`,
    removeOf: (code) => `Remove mark ${code}`,
    rowsWrong:
      'A mark is a number up to 100, with “+” or “−” if you like, each once. What it counts is a number up to 100 with two decimals at most.',
    addMark: 'Add a mark',
    worthAbout: 'A mark that was given cannot be removed: clear “Given”, and it stays only where it is.',
    signs: 'Signs without a number',
    signNames: {
      passed: 'passed',
      failed: 'failed',
      exempt: 'exempt',
      notAssessed: 'n/a: not assessed',
      pendingPoint: 'point: work still to be done',
    },
    signShort: { passed: 'P', failed: 'F', exempt: 'ex', notAssessed: 'n/a', pendingPoint: '•' },
    bands: { excellent: 'excellent', good: 'good', satisfactory: 'satisfactory', poor: 'poor' },
    bandFrom: { excellent: 'Excellent from', good: 'Good from', satisfactory: 'Satisfactory from' },
    long: (from, to) => `Marks from ${from} to ${to}; each counts as much in an average.`,
    usual: 'For new journals.',
    usualHint: 'Journals that are there keep their scale.',
    retire: 'No longer in use.',
    retireHint: 'New journals will not get it.',
    retireInUse: (count) => `First move ${journals(count)} to another scale.`,
    effect: 'What changes',
    counting: 'Counting…',
    averages: (changed, all) =>
      changed === 0
        ? 'The averages of this period stay.'
        : `The average of this period changes for ${changed} of ${all} (a student and a subject are one).`,
    proposals: (count) =>
      count === 0
        ? 'Proposed marks of the period stay.'
        : `The proposed mark of the period changes for ${count}.`,
    finalsStay: 'Period marks that were given stay.',
    pagesTitle: (name) => `Journals: ${name}`,
    subject: 'Subject',
    fromGrade: 'From grade',
    toGrade: 'To grade',
    noPages: 'These grades have no journals with marks in the subject.',
    hasIt: 'already by this scale',
    now: (name) => `now: ${name}`,
    unfit: (list, count) => `not possible: this scale lacks ${list} (${marks(count)})`,
    marksKeep: 'Marks that were given are not converted: a “4” stays a “4”, by this scale.',
    give: (count) => (count === 0 ? 'Move' : `Move ${journals(count)}`),
    given: (count) => `Moved to the scale: ${journals(count)}.`,
  },
};
