import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import type { FileStore } from '#platform/files/store.ts';
import type { Demo, GeneratedSchool } from '../generate.ts';
import type { DemoRow } from '../rows.ts';

type Homework = DemoRow<'homework.homework'>;

/** So many of the newest pieces of homework of each family that is shown have a worksheet. */
const sheetsOfStudent = 2;

/** Worksheets at the homework that the shown families see this week. The same school gives the same bytes. */
export async function writeWorksheets(demo: Demo, files: FileStore, now: Date): Promise<void> {
  for (const generated of demo.schools) {
    const { school } = generated;
    const { date } = school.moments.local(now);
    for (const homework of homeworkWithSheets(demo, generated, date)) {
      const { subject, topic } = facts(generated, homework);
      const sheet = await worksheet({
        subject,
        topic,
        text: homework.text ?? '',
        at: String(homework.created_at),
      });
      const kept = await files.keep(sheet, `Рабочий лист. ${subject}.pdf`);
      school.rows.add('homework.file', {
        school_id: school.plan.schoolId,
        homework_id: homework.id,
        id: school.id('homeworkFile'),
        name: kept.name,
        kind: kept.kind,
        size: kept.size,
        sha256: Buffer.from(kept.sha256, 'hex'),
        position: 1,
        author_id: homework.author_id,
        session_id: null,
        created_at: String(homework.created_at),
        removed_at: null,
        removed_by: null,
      });
    }
  }
}

function homeworkWithSheets(demo: Demo, { school }: GeneratedSchool, today: string): readonly Homework[] {
  const { schoolId } = school.plan;
  const shown = demo.accounts.flatMap(({ persons, students, role }) =>
    role === 'student' ? [...persons, ...students] : students,
  );
  const studentIds = new Set(shown.filter((one) => one.schoolId === schoolId).map(({ person }) => person.id));
  const groupOf = new Map(
    school.rows.of('roster.teaching_assignment').map(({ id, group_id }) => [id, group_id]),
  );
  const memberships = school.rows.of('roster.group_membership');
  const coming = school.rows
    .of('homework.homework')
    .filter(({ text, due_date }) => text !== null && due_date !== null && String(due_date) > today)
    .toSorted((one, other) => (String(one.created_at) < String(other.created_at) ? 1 : -1));
  const found = new Set<Homework>();
  for (const studentId of studentIds) {
    const groups = new Set(
      memberships.filter(({ student_id }) => student_id === studentId).map(({ group_id }) => group_id),
    );
    const own = coming.filter(({ assignment_id }) => groups.has(groupOf.get(assignment_id) ?? ''));
    for (const homework of own.slice(0, sheetsOfStudent)) found.add(homework);
  }
  return [...found];
}

function facts({ school }: GeneratedSchool, { assignment_id, given_lesson_id }: Homework) {
  const page = school.rows.of('roster.teaching_assignment').find(({ id }) => id === assignment_id);
  const subject = school.rows.of('curriculum.subject').find(({ id }) => id === page?.subject_id);
  const record = school.rows
    .of('journal.lesson_record')
    .find(({ lesson_id }) => lesson_id === given_lesson_id);
  return { subject: subject?.name ?? '', topic: record?.topic ?? '' };
}

type Sheet = {
  readonly subject: string;
  readonly topic: string;
  readonly text: string;
  /** The moment it was made at. */
  readonly at: string;
};

const require = createRequire(import.meta.url);
const font = (weight: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/onest/${weight}/Onest_${weight}.ttf`));

/** A sheet of A4: the subject, the topic, what is to be done, and lines to write on. */
function worksheet({ subject, topic, text, at }: Sheet): Promise<Buffer> {
  const document = new Pdf({
    size: 'A4',
    margin: 56,
    info: { Title: `Рабочий лист. ${subject}`, CreationDate: new Date(at) },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.on('end', () => resolve(Buffer.concat(chunks)));
  document.on('error', reject);
  document.registerFont('regular', font('400Regular'));
  document.registerFont('bold', font('700Bold'));
  document.font('bold').fontSize(20).text(`Рабочий лист. ${subject}`);
  document
    .font('regular')
    .fontSize(12)
    .moveDown()
    .text('Фамилия, имя ______________________________   Класс ______');
  document.moveDown().font('bold').text('Тема: ', { continued: true }).font('regular').text(topic);
  document.moveDown().font('bold').text('Задание: ', { continued: true }).font('regular').text(text);
  document.lineWidth(0.5).strokeColor('#b9bdc9');
  for (let y = document.y + 36; y < 790; y += 26) document.moveTo(56, y).lineTo(539, y).stroke();
  document.end();
  return promise;
}
