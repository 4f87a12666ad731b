import type { DeviceName } from '../../devices/rules.ts';

/** What the page «Вход и безопасность» shows. Moments are ISO 8601, shown in `timeZone`. */
export type SecurityFacts = {
  readonly timeZone: string;
  readonly now: string;
  readonly sessions: readonly {
    readonly id: string;
    readonly device: DeviceName;
    readonly startedAt: string;
    readonly lastSeenAt: string;
    /** The session that asks; it stands first. */
    readonly isThis: boolean;
  }[];
};
