import { useEffect, useRef, useState } from 'preact/hooks';
import { listName } from '#modules/roster/person/rules.ts';
import { useWords } from '#web/page-context.tsx';
import type { SubgroupPage } from '../../study-group/contract.ts';
import { officeWords } from '../words.ts';
import { type Board, type Pending, shownGroup, writtenGroup } from './pending.ts';

type Props = {
  readonly page: SubgroupPage;
  readonly board: Board;
  readonly pending: Pending;
  /** Null for who only reads. */
  readonly move: ((studentId: string, groupId: string | null) => void) | null;
};

/** One division: a column for each subgroup, and one for those in none while there are any. */
export function DivisionBoard({ page, board, pending, move }: Props) {
  const { subgroups: words } = useWords(officeWords);
  const place = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const groupOf = (studentId: string) => shownGroup(page, pending, { board, studentId });
  const labelOf = (label: string | null) => label ?? words.nowhere;
  const columns = board.columns.map((column) => ({
    ...column,
    students: page.students.filter(({ id }) => groupOf(id) === column.groupId),
  }));
  // Whoever moves students sees the place for those in none always: a column that came with the drag would shift the rest.
  const shown = columns.filter(
    ({ groupId, students }) => groupId !== null || students.length > 0 || move !== null,
  );
  useEffect(() => {
    // A student moved by keyboard stands elsewhere now; the focus goes along.
    if (moved === null) return;
    place.current?.querySelector<HTMLElement>(`[data-student="${moved}"]`)?.focus();
    setMoved(null);
  }, [moved, pending]);
  const press = (event: KeyboardEvent, studentId: string) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined && move) {
      const at = board.columns.findIndex(({ groupId }) => groupId === groupOf(studentId));
      const next = board.columns[at + step];
      event.preventDefault();
      if (!next) return;
      move(studentId, next.groupId);
      setMoved(studentId);
      return;
    }
    const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (along === undefined || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const items = [
      ...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-student]') ?? []),
    ];
    items[items.indexOf(event.currentTarget) + along]?.focus();
  };
  return (
    <section class="division" aria-labelledby={`division-${board.key}`}>
      <h2 id={`division-${board.key}`}>{board.subject === '' ? words.division : board.subject}</h2>
      <div class="division__columns" ref={place}>
        {shown.map(({ groupId, label, students }) => (
          <div
            key={groupId ?? 'none'}
            class="division__column"
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null && move) move(dragged, groupId);
              setDragged(null);
            }}
          >
            <h3>
              {labelOf(label)} <span class="quiet">{students.length}</span>
            </h3>
            <ul aria-label={labelOf(label)}>
              {students.map((student) => {
                const isMoved = writtenGroup(page, board, student.id) !== groupId;
                return (
                  <li key={student.id} class={isMoved ? 'is-moved' : ''}>
                    {move === null ? (
                      <span class="division__name">{listName(student)}</span>
                    ) : (
                      <>
                        <button
                          type="button"
                          class="division__name"
                          draggable
                          data-student={student.id}
                          aria-label={`${listName(student)}, ${labelOf(label)}`}
                          aria-keyshortcuts="ArrowLeft ArrowRight"
                          onDragStart={(event) => {
                            // Firefox drags nothing that carries no data.
                            event.dataTransfer?.setData('text/plain', listName(student));
                            setDragged(student.id);
                          }}
                          onDragEnd={() => setDragged(null)}
                          onKeyDown={(event) => press(event, student.id)}
                        >
                          {listName(student)}
                        </button>
                        <select
                          class="division__choice"
                          aria-label={words.choiceOf(listName(student))}
                          value={groupId ?? ''}
                          onChange={(event) => {
                            const { value } = event.currentTarget;
                            move(student.id, value === '' ? null : value);
                          }}
                        >
                          {board.columns.map((column) => (
                            <option key={column.groupId ?? 'none'} value={column.groupId ?? ''}>
                              {labelOf(column.label)}
                            </option>
                          ))}
                        </select>
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
