import { useEffect, useState } from 'preact/hooks';

/** The school's clock as `HH:MM`, running on from the moment the page's content was read. */
export function useSchoolTime({ asOf, time }: { readonly asOf: string; readonly time: string }): string {
  const [now, setNow] = useState(time);
  useEffect(() => {
    setNow(time);
    const readAt = Date.now();
    const timer = setInterval(() => setNow(minutesLater(time, (Date.now() - readAt) / 60_000)), 30_000);
    return () => clearInterval(timer);
  }, [asOf, time]);
  return now;
}

function minutesLater(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + Math.floor(minutes);
  const atMost = Math.min(total, 23 * 60 + 59);
  return `${String(Math.floor(atMost / 60)).padStart(2, '0')}:${String(atMost % 60).padStart(2, '0')}`;
}
