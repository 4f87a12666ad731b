import type { Platform } from '../platform.ts';

/**
 * Work beside the requests. It may run twice (a process ends before it could say that it is done),
 * so a repetition must change nothing.
 */
export type Job<Payload extends object = object> = {
  /** `module.verbNoun`, for ever. */
  readonly name: string;
  /** Regular work: a cron expression on wall time in a time zone (IANA name). */
  readonly schedule?: { readonly cron: string; readonly timeZone: string };
  /** Throwing lets it be tried again, twice, a minute later and then later still. */
  readonly run: (platform: Platform, payload: Payload) => Promise<void>;
};

/** A job with its payload's type erased: modules give them in one list. */
export type AnyJob = Job<never>;
