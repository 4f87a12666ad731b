/**
 * The repeat guard of one command. A client sends the same key when it cannot know whether its
 * write arrived; the command's first statement inserts the key, and every other write hangs on
 * that insert.
 */
export type CommandKey = {
  /** The UUID of the header `Idempotency-Key`. */
  readonly key: string;
  /** The endpoint's id: the same key under another endpoint is a fault. */
  readonly endpoint: string;
  /** SHA-256 (32 bytes) over path and body: the same key with another request is a fault (422). */
  readonly requestHash: Buffer;
};
