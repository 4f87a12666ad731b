import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#platform/spreadsheet/index.ts';
import { cycleOf, readAsc, weekdaysOf } from './read-asc.ts';

const file = (inside: string) =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<timetable ascttversion="2021.6.2" importtype="database"><daysdefs options="canadd" columns="id,days"><daysdef id="1" days="1000000"/></daysdefs>${inside}</timetable>`,
  );

const small = file(`
  <periods><period period="0" starttime="7:45" endtime="8:20"/><period period="1" starttime="8:30" endtime="9:15"/></periods>
  <subjects><subject id="S1" name="Алгебра" short="Алг"/></subjects>
  <teachers><teacher id="*17" name="Кузнецова М. В." short="КМ" lastname="Кузнецова" firstname="Мария"/></teachers>
  <classrooms><classroom id="R1" name="кабинет 31" short="31"/></classrooms>
  <classes><class id="C1" name="7Б" short="7Б" teacherid="*17"/></classes>
  <groups><group id="G1" classid="C1" name="Весь класс" entireclass="1" divisiontag="0"/>
    <group id="G2" classid="C1" name="Группа 1" entireclass="0" divisiontag="2"/></groups>
  <lessons><lesson id="L1" subjectid="S1" classids="C1" groupids="G1" teacherids="*17" classroomids="" periodspercard="2" periodsperweek="4.0" /></lessons>
  <cards><card lessonid="L1" period="1" days="010000" weeks="11" classroomids="R1"/>
    <card lessonid="L1" period="2" days="010000" weeks="10" classroomids=""/>
    <card lessonid="L1" period="2" days="010000" weeks="10" classroomids=""/>
    <card lessonid="L9" period="2" days="010000" weeks="1"/>
    <card lessonid="L1" period="2" days="01" weeks="1"/></cards>
  <somethingNew><row a="1"/></somethingNew>`);

describe('an aSc Timetables export', () => {
  test('a double lesson is one card per period; faults are named, not fatal', () => {
    const read = readAsc(small);
    expect(read.cards).toEqual([
      { lessonId: 'L1', number: 1, weekday: 2, cycle: 'every', roomIds: ['R1'] },
      { lessonId: 'L1', number: 2, weekday: 2, cycle: 'A', roomIds: [] },
    ]);
    expect(read.faults.map(({ code, place }) => [code, place])).toEqual([
      ['asc.doubleCard', 'cards[3]'],
      ['asc.danglingId', 'cards[4]'],
      ['asc.badMask', 'cards[5]'],
    ]);
    expect(read.periods).toEqual([
      { number: 0, starts: '07:45', ends: '08:20' },
      { number: 1, starts: '08:30', ends: '09:15' },
    ]);
    expect(read.groups.map((group) => group.divisionTag)).toEqual([null, '2']);
    expect(read.lessons[0]?.hoursPerWeek).toBe(4);
    expect(read.classes[0]?.teacherId).toBe('*17');
  });

  test('windows-1251 by the prolog', () => {
    const head =
      '<?xml version="1.0" encoding="windows-1251"?><timetable><daysdefs/><subjects><subject id="1" name="';
    const bytes = Buffer.concat([
      Buffer.from(head, 'latin1'),
      Buffer.from([0xd4, 0xe8, 0xe7, 0xe8, 0xea, 0xe0]),
      Buffer.from('"/></subjects></timetable>', 'latin1'),
    ]);
    expect(readAsc(bytes).subjects[0]?.name).toBe('Физика');
  });

  test.each([
    ['another file', '<html/>', 'asc.notATimetable'],
    ['the format of 2008', '<timetable><days><day day="1"/></days></timetable>', 'asc.oldFormat'],
    ['half a file', '<timetable><daysdefs>', 'file.brokenXml'],
  ])('%s is refused', (_what, text, code) => {
    expect(() => readAsc(new TextEncoder().encode(text))).toThrow(expect.objectContaining({ code }));
    expect(() => readAsc(new TextEncoder().encode(text))).toThrow(UnreadableFile);
  });
});

// Golden vector 17.
test('masks of days and weeks', () => {
  expect(weekdaysOf('010000')).toEqual([2]);
  expect(weekdaysOf('10001')).toEqual([1, 5]);
  expect(weekdaysOf('2')).toEqual([]);
  expect(cycleOf('10')).toBe('A');
  expect(cycleOf('01')).toBe('B');
  expect(cycleOf('111')).toBeNull();
});
