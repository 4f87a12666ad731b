import { signedInAs, type TestServer } from '#modules/identity/testing-school.ts';
import type { EndpointSpec } from '#platform/contract.ts';
import { headersFor, requestFor } from './requests.ts';
import type { Relation, Role } from './table.ts';
import type { World } from './world.ts';

export type Cell = { readonly role: Role; readonly relation: Relation };

const asksSecret = new Set(['identity.startSession', 'identity.showProof']);

/** Asks a server the requests of the table, each role by its own session. */
export function asking(world: World, server: TestServer, endpoints: readonly EndpointSpec[]) {
  const cookies = new Map<string, string>();
  const cookieOf = async (login: string): Promise<string> => {
    const known = cookies.get(login);
    if (known !== undefined) return known;
    const cookie = await signedInAs(server, login);
    cookies.set(login, cookie);
    return cookie;
  };
  return {
    cookieOf,
    /** `yes`, or the status of the refusal. */
    async statusOf(id: string, { role, relation }: Cell): Promise<string> {
      const endpoint = endpoints.find((one) => one.id === id);
      if (!endpoint) throw new Error(`no endpoint ${id}`);
      const login = world.loginOf(role, relation);
      const cookie = login === null ? '' : await cookieOf(login);
      const request = requestFor(endpoint, world.found(role, relation), world);
      const answer = await server.app.inject({ ...request, headers: headersFor(request, cookie) });
      // A wrong password or code is an answer to everybody who may ask.
      if (asksSecret.has(id) && answer.json<{ code?: string }>().code?.startsWith('signIn.')) return 'yes';
      // Ending a session would sign the role out for the cells that follow.
      if (id === 'identity.endSession') cookies.clear();
      return answer.statusCode < 400 ? 'yes' : String(answer.statusCode);
    },
  };
}
