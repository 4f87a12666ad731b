/** What planning a change must know; read under the school's timetable lock by `change-queries`. */
export type ChangeFacts = {
  /** Those asked for, and those to be merged with. */
  readonly lessons: readonly FactLesson[];
  /** Those asked for, in use. */
  readonly pages: readonly FactPage[];
  readonly staff: readonly (Dated & { readonly id: string; readonly name: string })[];
  readonly rooms: readonly Named[];
  readonly classes: readonly Named[];
  readonly years: readonly { readonly startDate: string; readonly endDate: string }[];
  readonly absences: readonly {
    readonly staffId: string;
    readonly startDate: string;
    readonly endDate: string;
  }[];
  /** Every lesson of the pages concerned on the days concerned, retired ones too: their places are taken. */
  readonly onPages: readonly {
    readonly id: string;
    readonly pageId: string;
    readonly date: string;
    readonly number: number;
    readonly seqInDay: number;
    readonly state: string;
  }[];
  /** When a number begins and ends for these classes on a day a lesson is to be moved to. */
  readonly bells: readonly {
    readonly date: string;
    readonly number: number;
    readonly starts: string;
    readonly ends: string;
  }[];
  /** Planned lessons of the days concerned that need one of the teachers, rooms or classes concerned. */
  readonly around: readonly AroundLesson[];
};

type Dated = { readonly startDate: string; readonly endDate: string | null };
type Named = { readonly id: string; readonly name: string };

export type FactLesson = {
  readonly id: string;
  readonly pageId: string;
  readonly classIds: readonly string[];
  readonly subject: string;
  readonly groupName: string;
  readonly date: string;
  readonly seqInDay: number;
  readonly number: number;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly roomId: string | null;
  readonly roomName: string | null;
  /** Only where somebody else than the page's teacher holds it. */
  readonly teacherId: string | null;
  readonly ownTeacherId: string | null;
  readonly teacherName: string | null;
  readonly state: 'planned' | 'cancelled' | 'retired';
  readonly mergedWithId: string | null;
  readonly version: number;
};

export type FactPage = {
  readonly id: string;
  readonly subject: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly divisionTag: string | null;
  readonly classIds: readonly string[];
  readonly teachers: readonly (Dated & { readonly staffId: string })[];
};

export type AroundLesson = {
  readonly id: string;
  readonly date: string;
  readonly number: number;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly roomId: string | null;
  readonly teacherId: string | null;
  readonly ownTeacherId: string | null;
  readonly mergedWithId: string | null;
  readonly subject: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly divisionTag: string | null;
  readonly classIds: readonly string[];
};
