import type { WordedProblem } from '#web/problem-words.ts';
import type { FactorState } from '../../second-factor/rules.ts';
import type { SecurityEvent } from '../../second-factor/security-events.ts';
import type { DeviceName } from '../../devices/rules.ts';

/** What the page «Вход и безопасность» shows. Moments are ISO 8601, shown in `timeZone`. */
export type SecurityFacts = {
  readonly timeZone: string;
  readonly now: string;
  /** The school asks for a second factor that is not set up. */
  readonly asked: { readonly from: string; readonly isDue: boolean } | null;
  readonly factor: FactorState;
  readonly passkeys: readonly {
    readonly id: string;
    readonly device: DeviceName;
    readonly createdAt: string;
    readonly lastUsedAt: string | null;
  }[];
  /** Browsers make passkeys at this address. */
  readonly offersPasskeys: boolean;
  /** The newest first. */
  readonly events: readonly (Pick<SecurityEvent, 'id' | 'at' | 'kind'> & {
    /** Of a sign-in; empty where it is not known, null where it is about none. */
    readonly device: string | null;
  })[];
  readonly sessions: readonly {
    readonly id: string;
    readonly device: DeviceName;
    readonly startedAt: string;
    readonly lastSeenAt: string;
    /** The session that asks; it stands first. */
    readonly isThis: boolean;
  }[];
};

/** The second step of a sign-in. */
export type SecondStepFacts = {
  readonly next: string;
  /** A recovery code is asked for instead of one of the application. */
  readonly byRecovery: boolean;
  readonly hasApp: boolean;
  /** What the browser needs to show a passkey; null = none opens here. */
  readonly passkey: object | null;
  /** How long the browser is remembered if wished. */
  readonly rememberDays: number;
  readonly problem: WordedProblem | null;
};

/** Who uses this session, before something that matters. */
export type ProofFacts = {
  readonly by: 'password' | 'factor';
  readonly hasApp: boolean;
  readonly passkey: object | null;
  readonly login: string;
  readonly next: string;
  readonly problem: WordedProblem | null;
};

/** Setting the application up, or the codes that are shown once. */
export type AppFacts =
  | {
      readonly step: 'key';
      /** Modules of the QR code as the `d` of a path in a square of `side` units. */
      readonly qr: { readonly path: string; readonly side: number };
      readonly key: string;
      /** `otpauth://…`, opens the application on the same phone. */
      readonly address: string;
      readonly login: string;
      readonly problem: WordedProblem | null;
    }
  | {
      readonly step: 'passkey';
      /** What the browser needs to make one. */
      readonly options: object;
      readonly problem: WordedProblem | null;
    }
  | { readonly step: 'codes'; readonly codes: readonly string[]; readonly login: string };
