import { useEffect, useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { listenToNews } from '#web/news.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import type { TeacherDay } from '../../teacher-day/contract.ts';
import { laterBy } from '../store/school-time.ts';

type OpenDay = {
  readonly day: TeacherDay | null;
  /** `HH:MM` at the school, going on while the page is open. */
  readonly time: string;
  readonly isFaulty: boolean;
  readonly retry: () => void;
};

/** News come in bursts: one lesson's entries are several of them. */
const burstMs = 400;

/** The day of one school's teacher, read anew when something of the school's lessons changes. */
export function useDay(schoolId: number, date: string | null): OpenDay {
  const [day, setDay] = useState<{ readonly of: string; readonly at: number; readonly facts: TeacherDay }>();
  const [isFaulty, setFaulty] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  const wanted = `${schoolId} ${date ?? ''}`;
  useEffect(() => {
    const leaving = new AbortController();
    let burst: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const facts = await call('GET /api/schools/{schoolId}/teacher-day', {
        params: { schoolId },
        query: date === null ? {} : { date },
        signal: leaving.signal,
      });
      setDay({ of: wanted, at: Date.now(), facts });
      setFaulty(false);
    };
    const open = () => {
      read().catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        if (isSessionOver(error)) goToSignIn();
        else setFaulty(true);
      });
    };
    open();
    const stopNews = listenToNews((signal) => {
      if (signal.kind === 'news' && signal.news.schoolId !== schoolId) return;
      if (signal.kind !== 'news' && signal.kind !== 'resync') return;
      clearTimeout(burst);
      burst = setTimeout(open, burstMs);
    });
    return () => {
      clearTimeout(burst);
      stopNews();
      leaving.abort();
    };
  }, [schoolId, date, attempt, wanted]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const shown = day?.of === wanted ? day : null;
  return {
    day: shown?.facts ?? null,
    time: shown ? laterBy(shown.facts.time, Math.max(0, now - shown.at)) : '',
    isFaulty,
    retry: () => setAttempt(attempt + 1),
  };
}
