import type { FastifyRequest } from 'fastify';
import { platformProblem } from './problem.ts';

/**
 * Refuses a write another site's page could have sent. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, older ones `Origin`); a program that says neither is no browser and carries no
 * foreign cookie. The JSON content type holds as the second wall: no page sends it across sites
 * without a preflight, which is never answered.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  refuseOtherSites(request);
  requireType(request, /^application\/json\s*(;|$)/i);
}

/** The same for an endpoint that takes a file: that content type too needs a preflight. */
export function refuseCrossSiteFile(request: FastifyRequest): void {
  refuseOtherSites(request);
  requireType(request, /^application\/octet-stream$/i);
}

/** Refuses what another site's page sent, of whatever content type: forms of our own have no JSON. */
export function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const isOurs =
    site === undefined
      ? origin === undefined || origin === `${request.protocol}://${request.host}`
      : site === 'same-origin' || site === 'none';
  if (!isOurs) throw platformProblem('crossSite');
}

/** A POST without a body is a «simple» request to browsers, so it too must name JSON. */
function requireType(request: FastifyRequest, wanted: RegExp): void {
  if (request.method === 'DELETE') return;
  if (!wanted.test(request.headers['content-type'] ?? '')) throw platformProblem('wrongContentType');
}
