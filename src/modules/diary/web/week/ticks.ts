import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import type { DiaryHomework } from '../../week/contract.ts';
import type { DiaryPlace } from '../addresses.ts';

/** What is ticked as done, and how the student ticks it. */
export type Ticks = {
  readonly isDone: (homework: DiaryHomework) => boolean;
  /** Null for everybody but the student: the tick is the student's own word. */
  readonly set: ((homework: DiaryHomework, isDone: boolean) => void) | null;
  /** The homework whose tick could not be saved. */
  readonly failedId: string | null;
};

/** Ticks show at once; one that could not be saved goes back and says so. */
export function useTicks({ schoolId, studentId }: DiaryPlace, mayTick: boolean): Ticks {
  const [own, setOwn] = useState<Readonly<Record<string, boolean>>>({});
  const [failedId, setFailedId] = useState<string | null>(null);
  const set = (homework: DiaryHomework, isDone: boolean) => {
    const { id } = homework;
    setOwn((before) => ({ ...before, [id]: isDone }));
    setFailedId(null);
    call('PUT /api/schools/{schoolId}/students/{studentId}/homework/{homeworkId}/tick', {
      params: { schoolId, studentId, homeworkId: id },
      body: { isDone },
    }).catch(() => {
      setOwn((before) => ({ ...before, [id]: !isDone }));
      setFailedId(id);
    });
  };
  return {
    isDone: (homework) => own[homework.id] ?? homework.isDone,
    set: mayTick ? set : null,
    failedId,
  };
}
