import PostalMime from 'postal-mime';

/** Why an address takes no letters, as far as the servers on the way say. */
export const bounceReasons = ['noAddress', 'noDomain', 'full', 'closed', 'blocked', 'refused'] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** What a message to the address of returned letters says (RFC 3464). */
export type Returned = {
  /** Tells the letter; null = the message came to no address of ours. */
  readonly token: string | null;
  /** `failed`: never; `delayed`: not yet; null: no notice of a mail server. */
  readonly verdict: 'failed' | 'delayed' | null;
  readonly reason: BounceReason | null;
};

export type ReturnAddress = { readonly local: string; readonly domain: string };

/** A letter's own sender: whatever comes back to it tells which letter it was. */
export function returnAddressOf({ local, domain }: ReturnAddress, token: string): string {
  return `${local}+${token}@${domain}`;
}

/** Headers in which servers write whom a message was for. */
const addressed = ['delivered-to', 'x-original-to', 'envelope-to', 'to'];
const deliveryStatus = 'message/delivery-status';

/** Reads a message of the bounce mailbox; a message that cannot be read says nothing. */
export async function readReturned(source: Uint8Array, address: ReturnAddress): Promise<Returned> {
  const mail = await PostalMime.parse(source, { forceRfc822Attachments: true });
  const sent = mail.headers.filter(({ key }) => addressed.includes(key)).map(({ value }) => value);
  const token = tokenIn(sent.join(' '), address);
  const report = mail.attachments.find(({ mimeType }) => mimeType === deliveryStatus);
  if (token === null || !report) return { token, verdict: null, reason: null };
  const { content } = report;
  const status = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return { token, ...verdictOf(status, mail.text ?? '') };
}

function tokenIn(text: string, { local, domain }: ReturnAddress): string | null {
  const lower = text.toLowerCase();
  const before = `${local.toLowerCase()}+`;
  const end = `@${domain.toLowerCase()}`;
  for (let at = lower.indexOf(before); at >= 0; at = lower.indexOf(before, at + 1)) {
    const from = at + before.length;
    const token = lower.slice(from, from + tokenLength);
    if (tokenShape.test(token) && lower.startsWith(end, from + tokenLength)) return token;
  }
  return null;
}

/** Hexadecimal signs: letter case is lost on the way. */
export const tokenLength = 32;
const tokenShape = /^[0-9a-f]{32}$/u;

/**
 * A letter of ours has one recipient, so the first that failed for good decides. `words` is what the server wrote beside
 * the report: some put the code of the other house there alone.
 */
export function verdictOf(status: string, words: string): Omit<Returned, 'token'> {
  let isDelayed = false;
  for (const recipient of groupsOf(status)) {
    const action = recipient.get('action')?.toLowerCase() ?? '';
    const code = /^[245]\.\d{1,3}\.\d{1,3}/u.exec(recipient.get('status') ?? '')?.[0] ?? '';
    if (action === 'failed' && code.startsWith('5')) {
      const detail = `${code} ${recipient.get('diagnostic-code') ?? ''} ${words.slice(0, 4_000)}`;
      return { verdict: 'failed', reason: reasonOf(detail) };
    }
    isDelayed ||= action === 'delayed' || code.startsWith('4');
  }
  return { verdict: isDelayed ? 'delayed' : null, reason: null };
}

/** The fields of each recipient: blocks between empty lines, folded lines joined; the first block is about the message. */
function groupsOf(status: string): readonly ReadonlyMap<string, string>[] {
  const blocks = status
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/\n[ \t]+/gu, ' ')
    .split(/\n{2,}/u);
  return blocks.map(
    (block) =>
      new Map(
        block.split('\n').flatMap((line): [string, string][] => {
          const colon = line.indexOf(':');
          return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
        }),
      ),
  );
}

/** By the enhanced codes of RFC 3463; the first one known decides. */
const reasons: readonly (readonly [RegExp, BounceReason])[] = [
  [/^5\.1\.(?:2|8)$|^5\.4\.4$/u, 'noDomain'],
  [/^5\.1\.(?:1|3|6|10)$/u, 'noAddress'],
  [/^5\.2\.2$/u, 'full'],
  [/^5\.2\.1$/u, 'closed'],
  [/^5\.7\.\d+$/u, 'blocked'],
];

function reasonOf(detail: string): BounceReason {
  for (const [code] of detail.matchAll(/\b5\.\d{1,3}\.\d{1,3}\b/gu))
    for (const [shape, reason] of reasons) if (shape.test(code)) return reason;
  return 'refused';
}
