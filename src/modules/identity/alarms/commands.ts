import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { uuidv7 } from '#platform/ids.ts';
import { factsOfSchools } from '../actors/queries.ts';
import { holdsRoleOn } from '../actors/rules.ts';
import { sendLetter } from '../bounces/commands.ts';
import { contactPlace } from '../contacts/commands.ts';
import { deviceName, writtenDevice } from '../devices/rules.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { knownDevice } from '../known-device.ts';
import { alarmLetter } from '../letters.ts';
import { cookieValue, type SessionKind } from '../sessions/rules.ts';
import type { Identified } from '../sign-in/begin-commands.ts';
import { insertAlarm, type Past, pastOf, seeAlarms, type UnseenAlarm, unseenAlarms } from './queries.ts';
import { alarmsOf, hourIn, isNight, lettersADay, type AlarmKind } from './rules.ts';

type Begun = {
  readonly found: Identified;
  readonly kind: SessionKind;
  readonly sessionId: string;
};

const dayMs = 86_400_000;

/** After a sign-in, when nobody waits any more: is it worth telling its owner? */
export function watchSignIn(parts: IdentityParts, request: IncomingRequest, begun: Begun): void {
  parts.background(tellOwner(parts, request, begun));
}

async function tellOwner(
  parts: IdentityParts,
  request: IncomingRequest,
  { found, kind, sessionId }: Begun,
): Promise<void> {
  const { account, login } = found;
  const now = parts.clock.now();
  const cookie = cookieValue(request.headers.cookie, parts.deviceCookieName);
  const isKnown = knownDevice(parts.deviceKey, cookie, login) !== null;
  const night = kind === 'family' ? null : await nightAt(parts, found, now);
  // By far the most sign-ins end here.
  if (isKnown && night?.isNight !== true) return;
  const since = new Date(now.getTime() - dayMs);
  const past = await parts.database.identity((tx) => pastOf(tx, { accountId: account.id, sessionId, since }));
  if (!past) return;
  const kinds = alarmsOf({ kind, isKnown, isNight: night?.isNight === true, ...past });
  if (kinds.length === 0) return;
  const device = writtenDevice(deviceName(request.headers['user-agent'] ?? null));
  const isLettered = parts.mail !== null && past.emailEnc !== null && past.lettersToday < lettersADay;
  const facts = { device, isShared: kind === 'shared' };
  await parts.database.identity(async (tx) => {
    for (const [at, alarm] of kinds.entries()) {
      const own = JSON.stringify({ ...facts, isLettered: isLettered && at === 0 });
      await tx.run(insertAlarm, [account.id, uuidv7(), now, alarm, own, sessionId]);
    }
  });
  if (isLettered)
    await sendAlarm(parts, {
      accountId: account.id,
      login,
      past,
      kinds,
      device,
      now,
      timeZone: night?.timeZone ?? null,
    });
}

type Alarm = {
  readonly accountId: string;
  readonly login: string;
  readonly past: Past;
  readonly kinds: readonly AlarmKind[];
  readonly device: string;
  readonly now: Date;
  readonly timeZone: string | null;
};

async function sendAlarm(
  parts: IdentityParts,
  { accountId, login, past, kinds, device, now, timeZone }: Alarm,
): Promise<void> {
  const { emailEnc, index, locale } = past;
  if (emailEnc === null || index === null) return;
  const email = parts.cipher.decrypt(emailEnc, contactPlace(accountId));
  const zone = timeZone ?? 'Europe/Moscow';
  const letter = alarmLetter(locale, { kinds, login, device, moment: now, timeZone: zone });
  await sendLetter(parts, { accountId, email, index }, letter);
}

/** The school where the account works and it is night now, else any where it works. */
async function nightAt(
  { database, clock }: IdentityParts,
  { account }: Identified,
  now: Date,
): Promise<{ readonly timeZone: string; readonly isNight: boolean } | null> {
  const schools = await factsOfSchools(database, account.persons);
  const works = schools.filter((school) => holdsRoleOn(clock.today(school.timeZone), school));
  const told = works.map(({ timeZone, nightFrom, nightUntil }) => ({
    timeZone,
    isNight: isNight(hourIn(timeZone, now), { from: nightFrom, until: nightUntil }),
  }));
  return told.find((school) => school.isNight) ?? told[0] ?? null;
}

/** Alarms of an account its owner has not seen yet, the latest first. */
export function alarmsToSee(
  { database }: IdentityParts,
  { accountId, sessionId }: SignedIn,
): Promise<readonly UnseenAlarm[]> {
  return database.identity((tx) => unseenAlarms(tx, { accountId, sessionId }));
}

/** The owner looked at the events; the session an alarm is about cannot put it away. */
export async function sawAlarms(
  { database, clock }: IdentityParts,
  { accountId, sessionId }: SignedIn,
): Promise<void> {
  await database.identity((tx) => tx.run(seeAlarms, [accountId, sessionId, clock.now()]));
}
