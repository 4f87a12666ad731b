import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { detourOf, policyOf, type ErasedPolicy } from './access.ts';
import { refuseOtherSites } from './cross-site.ts';
import type { Form, FormAnswer } from './form.ts';
import type { RouteFacts } from './log.ts';
import { localAddress } from './page.ts';
import { type PageAnswering, sendView } from './page-answer.ts';
import { platformProblem } from './problem.ts';

const bodyLimit = 16 * 1024;

/** Mounts forms in a scope of their own: nowhere else is a form's body understood. */
export function mountForms(app: FastifyInstance, forms: readonly Form[], answering: PageAnswering): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    for (const form of forms) {
      const policy = policyOf(form.policy);
      if (!policy) throw new Error(`form ${form.path} has no policy`);
      scope.route({
        method: 'POST',
        url: form.path,
        config: { template: form.path, html: true } satisfies RouteFacts,
        handler: (request, reply) => answerForm(form, { request, reply, answering, policy }),
      });
    }
    done();
  });
}

type Exchange = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly answering: PageAnswering;
  readonly policy: ErasedPolicy;
};

async function answerForm(
  form: Form,
  { request, reply, answering, policy }: Exchange,
): Promise<FastifyReply> {
  refuseOtherSites(request);
  const { platform } = answering;
  const signedIn = await platform.actors.signedIn(request);
  if (!signedIn && policy.kind !== 'public') return reply.redirect('/sign-in', 303);
  const detour = detourOf(signedIn, policy);
  if (detour !== null) return reply.redirect(detour, 303);
  if (!(request.body instanceof URLSearchParams)) throw platformProblem('wrongContentType');
  // The input's type was checked where the form was written.
  const submit = form.submit as (input: unknown) => Promise<FormAnswer>;
  const answer = await submit({ fields: request.body, now: new Date(), request, platform, signedIn });
  reply.header('cache-control', 'no-store').headers({ ...answer.headers });
  if (answer.kind === 'redirect') {
    if (answer.cookies.length > 0) reply.header('set-cookie', [...answer.cookies]);
    return reply.redirect(localAddress(answer.to), 303);
  }
  reply.code(answer.status);
  return sendView(reply, answering, { request, view: form.view, data: answer.data, signedIn, actor: null });
}
