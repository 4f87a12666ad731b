/** How the demo server tells the journeys where it is; set by the global setup. */
export const readyVariable = 'PARTA_DEMO_READY';

/** Where the letters of the demo server are, one folder for each name before «@mail.test»; see `demoBoxes`. */
export const boxesVariable = 'PARTA_DEMO_BOXES';

/** Set where letters to nobody come back (the run is root’s). */
export const bouncesVariable = 'PARTA_DEMO_BOUNCES';

/** The boxes of the real mail server beside the demo. */
export function demoBoxes(): string {
  const boxes = process.env[boxesVariable];
  if (boxes === undefined) throw new Error(`a demo of one’s own needs its letters: ${boxesVariable}`);
  return boxes;
}

export type DemoRole =
  | 'schoolAdmin'
  | 'principal'
  | 'deputyHead'
  | 'teacher'
  | 'homeroomTeacher'
  | 'student'
  | 'guardianOfTwo'
  | 'guardian'
  | 'secretary'
  | 'regionalCoordinator'
  | 'platformOperator';

export type DemoPerson = { readonly schoolId: number; readonly personId: string; readonly name: string };

export type DemoAccount = {
  readonly role: DemoRole;
  readonly login: string;
  readonly password: string;
  /** The first person of the account; null above schools. */
  readonly person: DemoPerson | null;
  readonly persons: readonly DemoPerson[];
};

export type DemoStudent = { readonly schoolId: number; readonly studentId: string; readonly name: string };

/** The line `parta demo --json` prints when it is ready. */
export type DemoReady = {
  readonly url: string;
  readonly openapi: string;
  readonly schoolNow: string;
  readonly accounts: readonly DemoAccount[];
  readonly students: readonly DemoStudent[];
};

/** The running demo server, or `null` before the global setup has started it. */
export function demoReady(): DemoReady | null {
  const line = process.env[readyVariable];
  return line === undefined ? null : (JSON.parse(line) as DemoReady);
}

/** The running demo server; inside a journey there is always one. */
export function demo(): DemoReady {
  const ready = demoReady();
  if (ready === null) throw new Error('the demo server is not running');
  return ready;
}

export function accountOf(role: DemoRole): DemoAccount {
  const account = demo().accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo shows no account of a ${role}`);
  return account;
}

/** One of the demo's children by the beginning of «Фамилия Имя». */
export function studentNamed(name: string): DemoStudent {
  const student = demo().students.find((one) => one.name.startsWith(name));
  if (!student) throw new Error(`the demo shows no student ${name}`);
  return student;
}

/** Everybody of the demo school signs in with one password. */
export const demoPassword = 'parta-demo';
