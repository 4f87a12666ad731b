import { createHash } from 'node:crypto';
import type { OpenApiDocument, Operation, Parameter } from './openapi.ts';
import { referenceStyle } from './api-reference-style.ts';
import { schemaText } from './schema-text.ts';

/**
 * The reference page of the API: one HTML document of our own, without scripts or foreign hosts.
 * The list on the left is what the browser's own search and the Tab key walk through.
 */
export function apiReference(document: OpenApiDocument): {
  readonly text: string;
  readonly contentSecurityPolicy: string;
} {
  const entries = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = Map.groupBy(entries, ({ operation }) => operation.tags[0] ?? '');
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Parta API</title>
<style>${referenceStyle}</style>
</head>
<body>
<nav aria-label="Endpoints">
<p class="name">Parta API</p>
${[...groups].map(([tag, list]) => navigationGroup(tag, list)).join('\n')}
</nav>
<main>
<h1>Parta API</h1>
<p>${escapeHtml(document.info.description)} The same as <a href="/api/openapi.json">OpenAPI ${document.openapi}</a>.</p>
${entries.map(section).join('\n')}
</main>
</body>
</html>`;
  const styleHash = createHash('sha256').update(referenceStyle).digest('base64');
  return {
    text,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

type Entry = { readonly path: string; readonly method: string; readonly operation: Operation };

function navigationGroup(tag: string, entries: readonly Entry[]): string {
  const links = entries.map(
    ({ method, operation }) =>
      `<li><a href="#${escapeHtml(operation.operationId)}">${methodLabel(method)} ${escapeHtml(nameOf(operation))}</a></li>`,
  );
  return `<h2>${escapeHtml(tag)}</h2>\n<ul>${links.join('')}</ul>`;
}

function section({ path, method, operation }: Entry): string {
  const body = schemaIn(operation.requestBody, 'application/json');
  const replies = Object.entries(operation.responses);
  return `<section id="${escapeHtml(operation.operationId)}">
<h2>${escapeHtml(nameOf(operation))}</h2>
<p class="address">${methodLabel(method)} <code>${escapeHtml(path)}</code></p>
<p>${escapeHtml(operation.summary)}</p>
<p class="policy">Access: ${escapeHtml(operation['x-policy'])}</p>
${parameterTable(operation.parameters)}
${body === null ? '' : `<h3>Body</h3>${schemaBlock(body)}`}
${replies.map(([status, reply]) => replyPart(status, reply)).join('\n')}
</section>`;
}

function parameterTable(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (parameter) =>
      `<tr><th scope="row"><code>${escapeHtml(parameter.name)}</code></th><td>${parameter.in}${parameter.required ? '' : ', optional'}</td><td><code>${escapeHtml(schemaText(parameter.schema))}</code></td></tr>`,
  );
  return `<h3>Parameters</h3><div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function replyPart(status: string, reply: Operation['responses'][string]): string {
  const schema = schemaIn(reply, 'application/json');
  if (schema !== null) return `<h3>${status}</h3>${schemaBlock(schema)}`;
  return `<p class="refusal"><b>${status}</b> <code>${escapeHtml(reply.description)}</code></p>`;
}

function schemaBlock(schema: unknown): string {
  return `<pre tabindex="0"><code>${escapeHtml(schemaText(schema))}</code></pre>`;
}

function schemaIn(holder: unknown, type: string): unknown {
  const { content } = (holder ?? {}) as { content?: Record<string, { schema: unknown }> };
  return content?.[type]?.schema ?? null;
}

function methodLabel(method: string): string {
  return `<span class="method ${method}">${method.toUpperCase()}</span>`;
}

function nameOf(operation: Operation): string {
  return operation.operationId.split('.').at(-1) ?? operation.operationId;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
