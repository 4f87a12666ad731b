/** What the load generator's process is told to do. */
export type LoadPlan = {
  readonly port: number;
  readonly connections: number;
  /** Unmeasured seconds before. */
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly traffic: Traffic;
};

/** Who asks for what: the same list over and over, or marks whose versions follow the answers. */
export type Traffic =
  | { readonly kind: 'repeat'; readonly requests: readonly PlannedRequest[] }
  | ({ readonly kind: 'marks' } & MarkTraffic);

export type PlannedRequest = {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Every connection owns cells of its own and sets them again and again. */
export type MarkTraffic = {
  readonly path: string;
  readonly cookie: string;
  readonly cells: readonly MarkPlace[];
  /** Marks in one request. */
  readonly together: number;
};

/** One cell and the version it stood at when the plan was made; 0 = no mark yet. */
export type MarkPlace = { readonly workId: string; readonly studentId: string; readonly version: number };

export type LoadResult = {
  readonly answers: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Body bytes of one answer, on average. */
  readonly bytes: number;
  /** Answers that were not what the plan calls a success, and the first of them. */
  readonly failures: number;
  readonly firstFailure: string | null;
};
