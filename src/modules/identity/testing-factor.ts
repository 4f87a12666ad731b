import { Secret, TOTP } from 'otpauth';
import { postForm, type TestServer } from './testing-school.ts';

/** What a page handed to its view. */
export const viewFacts = <Facts>(body: string) => JSON.parse(body.slice(body.indexOf('{'))) as Facts;

/** What an application shows at a moment. */
export const codeAt = (secret: string, now: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

/** Sets an application up in a session that has just begun; the code of `now` is used by it. */
export async function setUpApp(
  server: TestServer,
  { cookie, now }: { readonly cookie: string; readonly now: Date },
): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  await postForm(server, '/security/app/start', { cookie });
  const page = await server.app.inject({ url: '/security/app', headers: { cookie } });
  const secret = viewFacts<{ key: string }>(page.body).key.replaceAll(' ', '');
  const answer = await postForm(server, '/security/app', { code: codeAt(secret, now), cookie });
  return { secret, codes: viewFacts<{ codes: readonly string[] }>(answer.body).codes };
}
