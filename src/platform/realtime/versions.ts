/** The last event of each topic, held in memory: what entity tags are made of. */
export type Versions = {
  /**
   * The highest event number among the topics of a school. A topic without an event since the
   * process started answers with the school's number at that time. Null while the process may have
   * missed events: then there is no tag and everything is read.
   */
  latest(schoolId: number, topics: readonly string[]): number | null;
};

export type VersionTable = Versions & {
  /** Where a school stands when the process begins to listen; forgets the school's topics. */
  begin(schoolId: number, seq: number): void;
  advance(schoolId: number, seq: number, topics: readonly string[]): void;
  /** Whether events may be missing at the moment. */
  setCurrent(current: boolean): void;
};

type School = { floor: number; readonly topics: Map<string, number> };

/** Beyond this a school's topics are forgotten and its floor is raised: only tags change by it. */
const topicsOfOneSchool = 20_000;

/** An empty table; it answers null until it is current. */
export function versionTable(): VersionTable {
  const schools = new Map<number, School>();
  let isCurrent = false;
  const schoolOf = (schoolId: number): School => {
    const known = schools.get(schoolId);
    if (known) return known;
    const made = { floor: 0, topics: new Map<string, number>() };
    schools.set(schoolId, made);
    return made;
  };
  return {
    latest(schoolId, topics) {
      if (!isCurrent) return null;
      const school = schools.get(schoolId);
      if (!school) return 0;
      return topics.reduce((last, topic) => Math.max(last, school.topics.get(topic) ?? 0), school.floor);
    },
    begin(schoolId, seq) {
      schools.set(schoolId, { floor: seq, topics: new Map() });
    },
    advance(schoolId, seq, topics) {
      const school = schoolOf(schoolId);
      for (const topic of topics) school.topics.set(topic, seq);
      if (school.topics.size <= topicsOfOneSchool) return;
      school.topics.clear();
      school.floor = seq;
    },
    setCurrent(current) {
      isCurrent = current;
    },
  };
}
