import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import type { Core, IdentityPorts } from '#platform/platform.ts';
import type { Reach } from '#platform/realtime/audience.ts';
import { factorAsked } from './second-factor/asked-queries.ts';
import { requireStepUp } from './second-factor/proof-commands.ts';
import { sensitiveActs } from './second-factor/step-up-rules.ts';
import { actorOf, reachOf } from './actors/rules.ts';
import { identityParts, registerParts } from './identity-parts.ts';
import { tokenHashOf } from './sessions/commands.ts';
import { cookieValue } from './sessions/rules.ts';

const tokenShape = /^[\w-]{43}$/;

/** Who is signed in, as whom one acts in a school, and what one may hear: asked on every request. */
export function identityPorts(core: Core): IdentityPorts {
  const parts = identityParts(core);
  const { sessions, clock } = parts;
  const actors = {
    async signedIn(request: IncomingRequest) {
      const token = cookieValue(request.headers.cookie, parts.sessionCookie.name);
      if (token === null || !tokenShape.test(token)) return null;
      const session = await sessions.find(tokenHashOf(token));
      if (!session) return null;
      sessions.touch(session);
      const asked = await factorAsked(session, clock);
      return asked?.isDue === true ? { ...session.signedIn, needsSecondFactor: true } : session.signedIn;
    },
    isSensitive: (endpointId: string) => sensitiveActs.has(endpointId),
    requireProof: (signedIn: SignedIn) => requireStepUp(parts, signedIn),
    async actor({ accountId, sessionId }: SignedIn, schoolId: number) {
      const session = await sessions.byId(sessionId);
      const facts = await session?.facts(schoolId);
      if (!session || !facts) return null;
      const isShared = session.stored.kind === 'shared';
      return actorOf({ accountId, sessionId, isShared }, facts, clock.today(facts.timeZone));
    },
  };
  const audience = {
    async reach({ sessionId }: SignedIn) {
      const session = await sessions.byId(sessionId);
      if (!session) return null;
      const reach: Reach[] = [];
      for (const schoolId of new Set(session.signedIn.persons.map((person) => person.schoolId))) {
        const facts = await session.facts(schoolId);
        if (facts) reach.push(reachOf(facts, clock.today(facts.timeZone)));
      }
      return reach;
    },
    onChange: sessions.onChange,
  };
  return { actors: registerParts(actors, parts), audience };
}
