/** How long ● stands in a cell after the server's answer. */
const savedMs = 2500;

/** Places just saved; `expire` is told when one no longer is. */
export function freshKeys(expire: (key: string) => void) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    has: (key: string) => timers.has(key),
    add(key: string) {
      clearTimeout(timers.get(key));
      const end = () => {
        timers.delete(key);
        expire(key);
      };
      timers.set(key, setTimeout(end, savedMs));
    },
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
