import { useContext } from 'preact/hooks';
import { formats } from '#web/formats.ts';
import { PageContext } from '#web/page-context.tsx';
import { securityWords } from './words.ts';

/** «сегодня в 10:42», «вчера в 22:05», «18 ноября в 08:30» of a moment, as seen at another one. */
export function useMoments({ timeZone, now }: { readonly timeZone: string; readonly now: string }) {
  const { language } = useContext(PageContext);
  const words = securityWords[language];
  const { day, dayOfYear, time } = formats[language];
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const dateOf = (moment: number) => dates.format(moment);
  const today = dateOf(Date.parse(now));
  const yesterday = dateOf(Date.parse(now) - 86_400_000);
  return (moment: string): string => {
    const date = dateOf(Date.parse(moment));
    const clock = time(moment, timeZone);
    if (date === today) return words.today(clock);
    if (date === yesterday) return words.yesterday(clock);
    return words.onDay(date.slice(0, 4) === today.slice(0, 4) ? day(date) : dayOfYear(date), clock);
  };
}
