import { useWords } from '../page-context.tsx';
import { uiWords } from './ui-words.ts';

export type AttendanceFact = 'present' | 'absent' | 'late' | 'leftEarly' | 'exempt' | 'remote';

type AttendanceChipProps = {
  readonly fact: AttendanceFact;
  readonly reason?: 'ill' | 'excused' | 'unexcused' | null;
  /** How late, or how much earlier gone. */
  readonly minutes?: number | null;
  readonly size?: 'cell';
};

/** «Н», «Б», «О» … Grey, never red; nothing for a student who is present. */
export function AttendanceChip({ fact, reason, minutes, size }: AttendanceChipProps) {
  const words = useWords(uiWords);
  if (fact === 'present') return null;
  const code = fact === 'absent' && reason ? reason : fact;
  const letter = words.attendanceLetter[code];
  const name = words.attendanceWord[code];
  const look = ['mark', 'mark--none', size && `mark--${size}`, letter.length > 1 && 'mark--word'];
  return (
    <span
      class={look.filter(Boolean).join(' ')}
      role="img"
      aria-label={minutes ? `${name}, ${words.minutes(minutes)}` : name}
    >
      {letter}
    </span>
  );
}
