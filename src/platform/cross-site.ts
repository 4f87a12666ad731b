import type { FastifyRequest } from 'fastify';
import { platformProblem } from './problem.ts';

/**
 * Refuses a write another site's page could have sent. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, older ones `Origin`); a program that says neither is no browser and carries no
 * foreign cookie. The JSON content type holds as the second wall: no page sends it across sites
 * without a preflight, which is never answered.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return requireJson(request);
    throw platformProblem('crossSite');
  }
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `${request.protocol}://${request.host}`) {
    throw platformProblem('crossSite');
  }
  requireJson(request);
}

/** A POST without a body is a «simple» request to browsers, so it too must name JSON. */
function requireJson(request: FastifyRequest): void {
  if (request.method === 'DELETE') return;
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw platformProblem('wrongContentType');
}
