import { startDemo, type DemoServer } from '../../../bench/harness/demo-server.ts';
import { connected, engineAccess } from '../../../bench/harness/engine.ts';
import { median } from '../../../bench/harness/median.ts';
import { atMost, type Report } from '../../../bench/harness/report.ts';
import {
  attempt,
  attemptAll,
  closeConnections,
  type Answer,
  type Try,
} from '../../../bench/load/sign-ins.ts';

export type AttackOptions = {
  readonly tries: number;
  readonly pairs: number;
  readonly port: number;
  readonly data: string;
};

const targets = 100;
const sprayed = 2_000;
const owners = 20;
const atOnce = 16;

/** Two hundred networks; a quarter of all tries comes from the first, as from a school behind one address. */
const addresses = Array.from({ length: 200 }, (_, at) => `127.${20 + (at >> 4)}.${(at % 16) + 1}.7`);
const addressOf = (at: number) => addresses[at % 4 === 0 ? 0 : (at * 7) % addresses.length] ?? '127.0.0.1';

/** Compares times, guesses many passwords for few and few for many, and lets the owners in afterwards. */
export async function proveAttack(options: AttackOptions): Promise<Report> {
  const server = await startDemo(options);
  try {
    const logins = await loginsOf(options.data);
    const attacked = logins.slice(0, targets);
    const known = await knownDevices(server, attacked.slice(0, owners));
    const times = await timesOf(server, logins.slice(targets), options.pairs);
    await forgetTries(options.data);
    const guessed = await attemptAll(server.port, guessesAt(attacked, options.tries), atOnce);
    const spray = logins.slice(targets, targets + sprayed);
    const sprayTries = guessesAt(spray, options.tries, 'Parta-2026');
    const sprayAnswers = await attemptAll(server.port, sprayTries, atOnce);
    const back = await Promise.all(
      [...known].map(([login, cookie]) =>
        attempt(server.port, { login, password: passwordOf(server), from: '127.0.0.1', cookie }),
      ),
    );
    return reportOf({
      times,
      all: [...guessed, ...sprayAnswers],
      mostGuesses: Math.max(
        mostOf(guessesAt(attacked, options.tries), guessed),
        mostOf(sprayTries, sprayAnswers),
      ),
      lockedOut: back.filter(({ status }) => status !== 200).length,
      sprayed: spray.length,
    });
  } finally {
    closeConnections();
    await server.stop();
  }
}

/** Accounts with a password, in an order that has nothing to do with who they are. */
function loginsOf(data: string): Promise<readonly string[]> {
  return asSuperuser(data, async (query) => {
    const rows = await query(
      'select login from directory.account where password_hash is not null and disabled_at is null order by md5(login)',
    );
    return rows.map(({ login }) => String(login));
  });
}

const forgetTries = (data: string) =>
  asSuperuser(data, (query) => query('delete from directory.sign_in_throttle'));

type Row = Readonly<Record<string, unknown>>;
type Query = (text: string) => Promise<readonly Row[]>;

async function asSuperuser<Result>(data: string, act: (query: Query) => Promise<Result>): Promise<Result> {
  const { superuser } = await engineAccess(data);
  return connected(superuser, (client) => act(async (text) => (await client.query<Row>(text)).rows));
}

/** Every account of the demo school has this one. */
const passwordOf = ({ accounts }: DemoServer) => accounts[0]?.password ?? '';

async function knownDevices(server: DemoServer, logins: readonly string[]) {
  const known = new Map<string, string>();
  for (const login of logins) {
    const { status, cookie } = await attempt(server.port, {
      login,
      password: passwordOf(server),
      from: '127.0.0.1',
    });
    if (status === 200) known.set(login, cookie);
  }
  if (known.size < owners / 2) throw new Error('The owners do not get in before the attack begins.');
  return known;
}

/** A known and an unknown login in turn, each from another network; milliseconds. */
async function timesOf(server: DemoServer, logins: readonly string[], pairs: number) {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let at = 0; at < pairs; at += 1) {
    const login = logins[at % logins.length] ?? '';
    const from = addresses[at % addresses.length] ?? '';
    const one = () => attempt(server.port, { login, password: `no ${at}`, from });
    const other = () => attempt(server.port, { login: `nobody.${at}`, password: `no ${at}`, from });
    // Who is first changes, so that what follows a request falls on both alike.
    const [first, second] = at % 2 === 0 ? [one, other] : [other, one];
    const [a, b] = [await first(), await second()];
    if (a.status !== 401 || b.status !== 401)
      throw new Error(`A timed try was answered ${a.status}, ${b.status}.`);
    known.push(at % 2 === 0 ? a.ms : b.ms);
    unknown.push(at % 2 === 0 ? b.ms : a.ms);
  }
  return { known: median(known), unknown: median(unknown) };
}

function guessesAt(logins: readonly string[], count: number, password?: string): readonly Try[] {
  return Array.from({ length: count }, (_, at) => ({
    login: logins[at % logins.length] ?? '',
    password: password ?? `guess ${at}`,
    from: addressOf(at),
  }));
}

/** Passwords that were really looked at, of the account that had most. */
function mostOf(tries: readonly Try[], answers: readonly Answer[]): number {
  const counts = new Map<string, number>();
  for (const [at, { login }] of tries.entries())
    if (answers[at]?.status === 401) counts.set(login, (counts.get(login) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function reportOf(found: {
  readonly times: { readonly known: number; readonly unknown: number };
  readonly all: readonly Answer[];
  readonly mostGuesses: number;
  readonly lockedOut: number;
  readonly sprayed: number;
}): Report {
  const { times, all, mostGuesses, lockedOut } = found;
  const of = (status: number) => all.filter((answer) => answer.status === status).length;
  const apart = (Math.abs(times.known - times.unknown) / times.unknown) * 100;
  return {
    name: 'attack',
    about: `${all.length} tries at ${targets} accounts and over ${found.sprayed}, from ${addresses.length} networks, a quarter of them from one`,
    rows: [
      { answer: '401, a password was looked at', count: of(401) },
      { answer: '429, wait', count: of(429) },
      { answer: '503, the queue is full', count: of(503) },
      { answer: '200', count: of(200) },
    ],
    figures: [
      { what: 'owners locked out on a known device', value: lockedOut, unit: '', bar: atMost(0) },
      { what: 'guesses at one account, at most', value: mostGuesses, unit: '', bar: atMost(20) },
      { what: 'guesses that got in', value: of(200), unit: '', bar: atMost(0) },
      {
        what: 'answers that are a fault',
        value: all.filter(({ status }) => status >= 500 && status !== 503).length,
        unit: '',
        bar: atMost(0),
      },
      { what: 'a known login against an unknown one, medians', value: apart, unit: '%', bar: atMost(5) },
      { what: 'median of a known login', value: times.known, unit: 'ms', bar: null },
      { what: 'median of an unknown login', value: times.unknown, unit: 'ms', bar: null },
    ],
    notes: [
      'guesses are those of the run; that a day leaves no more than twenty is held by throttle.test.ts with a clock of its own',
    ],
  };
}
