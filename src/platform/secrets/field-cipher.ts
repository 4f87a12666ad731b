import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** The one place in the database an encrypted value belongs to; moved elsewhere it does not open. */
export type FieldPlace = {
  /** `schema.table` */
  readonly table: string;
  /** The row's whole key: of a school's row the school's number too. */
  readonly id: string;
  readonly column: string;
};

/** Encrypts what may not lie readable in a database or its backups: SNILS, document numbers. */
export type FieldCipher = {
  encrypt(plain: string, place: FieldPlace): Buffer;
  /** Throws FieldBroken when the bytes were altered or moved, or the key is not at hand. */
  decrypt(envelope: Uint8Array, place: FieldPlace): string;
};

/** An encrypted value that does not open. */
export class FieldBroken extends Error {
  override name = 'FieldBroken';
  readonly reason: 'form' | 'key' | 'bytes';

  constructor(reason: FieldBroken['reason']) {
    super(`an encrypted value does not open: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Envelope: version (1) · id of the wrapping key (4) · the value's own key, wrapped (12 + 32 + 16) ·
 * the value (12 + n + 16); all AES-256-GCM. A new wrapping key so re-wraps 60 bytes and never
 * touches the value.
 */
const version = 1;
const keyIdBytes = 4;
const ivBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
const wrappedBytes = ivBytes + keyBytes + tagBytes;
const headBytes = 1 + keyIdBytes + wrappedBytes;

/** A cipher whose keys are wrapped by `encryptionKey` (32 bytes, kept outside the database). */
export function fieldCipher({ encryptionKey }: { readonly encryptionKey: Buffer }): FieldCipher {
  const keyId = createHash('sha256').update('key id').update(encryptionKey).digest().subarray(0, keyIdBytes);
  // Made once: handing bytes over costs more than encrypting a short value.
  const wrappingKey = createSecretKey(encryptionKey);
  return {
    encrypt(plain, place) {
      const bound = boundTo(place);
      const own = randomBytes(keyBytes);
      return Buffer.concat([
        Buffer.of(version),
        keyId,
        close(wrappingKey, own, bound),
        close(own, Buffer.from(plain, 'utf8'), bound),
      ]);
    },
    decrypt(envelope, place) {
      const bytes = Buffer.from(envelope);
      if (bytes.length < headBytes + ivBytes + tagBytes || bytes[0] !== version)
        throw new FieldBroken('form');
      if (!bytes.subarray(1, 1 + keyIdBytes).equals(keyId)) throw new FieldBroken('key');
      const bound = boundTo(place);
      const own = open(wrappingKey, bytes.subarray(1 + keyIdBytes, headBytes), bound);
      return open(own, bytes.subarray(headBytes), bound).toString('utf8');
    },
  };
}

function boundTo({ table, id, column }: FieldPlace): Buffer {
  return Buffer.from(`${table}|${id}|${column}`, 'utf8');
}

function close(key: Buffer | KeyObject, plain: Buffer, bound: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound);
  const closed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, closed, cipher.getAuthTag()]);
}

function open(key: Buffer | KeyObject, closed: Buffer, bound: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, ivBytes))
    .setAAD(bound)
    .setAuthTag(closed.subarray(closed.length - tagBytes));
  try {
    const start = decipher.update(closed.subarray(ivBytes, closed.length - tagBytes));
    return Buffer.concat([start, decipher.final()]);
  } catch {
    throw new FieldBroken('bytes');
  }
}
