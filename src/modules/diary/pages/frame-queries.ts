import type { Actor, SignedIn } from '#platform/actor.ts';
import type { Platform } from '#platform/platform.ts';
import type { DiaryChild, DiaryFrame, PersonName } from './facts.ts';
import { familyStatement } from './queries.ts';

type Family = { readonly person: PersonName; readonly children: readonly DiaryChild[] };

/** The frame of one student's pages: the reader, and the reader's children over all schools. */
export async function diaryFrame(
  reader: { readonly platform: Platform; readonly signedIn: SignedIn; readonly actor: Actor },
  studentId: string,
): Promise<DiaryFrame> {
  const { platform, signedIn, actor } = reader;
  const elsewhere = signedIn.persons.filter(({ schoolId }) => schoolId !== actor.schoolId);
  const others = await Promise.all(
    elsewhere.map(({ schoolId }) => platform.actors.actor(signedIn, schoolId)),
  );
  const actors = [actor, ...others.filter((other) => other !== null && readable(other).length > 0)];
  const families = await Promise.all(
    actors.map((one) => (one ? familyOf(platform, one) : Promise.resolve(null))),
  );
  const children = families.flatMap((family) => family?.children ?? []);
  return {
    schoolId: actor.schoolId,
    studentId,
    person: families[0]?.person ?? { lastName: '', firstName: signedIn.login, middleName: null },
    children: children.some((child) => child.studentId === studentId) ? children : [],
    isOwn: actor.students.some((one) => one.studentId === studentId && one.kinship === 'self'),
  };
}

/** The students whose diary this person reads as family. */
export function readable(actor: Actor): readonly string[] {
  return actor.students.filter(({ scope }) => scope.includes('marks')).map(({ studentId }) => studentId);
}

async function familyOf(platform: Platform, actor: Actor): Promise<Family | null> {
  const studentIds = readable(actor);
  const text = await platform.database.readText({ schoolId: actor.schoolId, studentIds }, familyStatement, [
    actor.schoolId,
    studentIds,
    actor.today,
    actor.personId,
  ]);
  return text === null ? null : (JSON.parse(text) as Family);
}
