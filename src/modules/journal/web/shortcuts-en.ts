import type { KeyGroup } from './shortcuts-ru.ts';

export const shortcuts: readonly KeyGroup[] = [
  {
    title: 'Marks',
    keys: [
      [['2', '–', '5'], 'set and go on'],
      [['1', '0', 'Enter'], 'on a longer scale: the mark, then Enter'],
      [['/'], 'right after a digit: a second value for the same work'],
      [['+'], 'one more work of this lesson'],
      [['N'], 'point: the work is still due'],
      [['P'], 'passed'],
      [['Shift', 'P'], 'failed'],
      [['D'], 'exempt'],
      [['F'], 'not assessed'],
      [['Shift', '1'], 'one'],
      [['Delete'], 'clear the marks of the work'],
    ],
  },
  {
    title: 'Attendance',
    keys: [
      [['Y'], 'absent; once more: take back'],
      [['J'], 'late; once more: take back'],
    ],
  },
  {
    title: 'Moving',
    keys: [
      [['←', '↑', '→', '↓'], 'between cells'],
      [['Home', 'End'], 'start and end of the row'],
      [['Ctrl', 'Home'], 'first cell'],
      [['Ctrl', '.'], 'today’s lesson'],
      [['Enter'], 'down; in the head: open the lesson'],
      [['Tab'], 'leave the table'],
    ],
  },
  {
    title: 'Acts',
    keys: [
      [['Shift', '↓'], 'select; a digit fills it all'],
      [['Ctrl', 'D'], 'fill down'],
      [['Ctrl', 'V'], 'paste from a spreadsheet: we show first what goes where'],
      [['Ctrl', 'C'], 'copy the selection for a spreadsheet'],
      [['Ctrl', 'Z'], 'undo'],
      [['Ctrl', 'Y'], 'redo'],
      [['F2'], 'all about the mark: weight, comment, history'],
      [['Alt', '↓'], 'comment'],
      [['Alt', 'Enter'], 'lesson: topic and homework'],
      [['?'], 'this sheet'],
    ],
  },
];
