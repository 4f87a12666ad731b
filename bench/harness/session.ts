import type { SessionReply } from '#modules/identity/sessions/contract.ts';
import type { DemoAccount } from './demo-server.ts';

/** A real signed-in browser's worth of state: its cookie, and who that is. */
export type Session = {
  readonly url: string;
  readonly cookie: string;
  readonly account: SessionReply['account'];
  readonly persons: SessionReply['persons'];
};

/** Signs in by login and password as a browser does; throws with the answer when it is refused. */
export async function signIn(url: string, { login, password }: DemoAccount): Promise<Session> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok)
    throw new Error(`Signing in as ${login} was answered ${answer.status}: ${await answer.text()}`);
  const { account, persons } = (await answer.json()) as SessionReply;
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { url, cookie, account, persons };
}

/** GETs JSON as this session; throws unless it is 200. */
export async function getJson<Reply>({ url, cookie }: Session, path: string): Promise<Reply> {
  const answer = await fetch(`${url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Reply;
}
