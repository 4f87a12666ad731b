/** How the demo server tells the journeys where it is; set by the global setup. */
export const readyVariable = 'PARTA_DEMO_READY';

/** The line `parta demo --json` prints when it is ready. */
export type DemoReady = {
  url: string;
  accounts: readonly {
    role: string;
    login: string;
    password: string;
  }[];
};

/** The running demo server, or `null` before the global setup has started it. */
export function demoReady(): DemoReady | null {
  const line = process.env[readyVariable];
  return line === undefined ? null : (JSON.parse(line) as DemoReady);
}
