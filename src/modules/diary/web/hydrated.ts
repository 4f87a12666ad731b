import { useEffect, useState } from 'preact/hooks';

/** False on the server and in the first render of the browser, which must be alike; true after. */
export function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return isHydrated;
}
