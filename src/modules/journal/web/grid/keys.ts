import type { AttendanceFact } from '../../attendance/contract.ts';

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'gridStart'
  | 'gridEnd'
  | 'pageUp'
  | 'pageDown'
  | 'today';

/** What a key asks for. */
export type KeyAct =
  | { readonly act: 'mark'; readonly value: string }
  /** One more character of a value of a longer scale. */
  | { readonly act: 'type'; readonly text: string }
  | { readonly act: 'attendance'; readonly fact: AttendanceFact }
  | { readonly act: 'move'; readonly move: Move }
  | { readonly act: 'extend'; readonly move: Move }
  | {
      readonly act:
        | 'dual'
        | 'addWork'
        | 'clear'
        | 'fillDown'
        | 'undo'
        | 'redo'
        | 'panel'
        | 'comment'
        | 'menu'
        | 'lesson'
        | 'shortcuts'
        | 'alreadySaved'
        | 'commit'
        | 'commitUp'
        | 'commitRight'
        | 'commitLeft'
        | 'erase'
        | 'cancel';
    };

export type PressedKey = {
  readonly key: string;
  /** The place on the keyboard: the same for both layouts. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
};

export type KeyContext = {
  readonly scale: readonly { readonly code: string; readonly numerator: number | null }[];
  /** A value of a longer scale, or the second value of a dual mark, is being typed. */
  readonly isEditing: boolean;
};

/**
 * Letters by their place on the keyboard, so that both layouts work and none means two things. The right column
 * names them in Russian letters: Н, О attendance; Т точка, З зачёт, В освобождение, А «н/а».
 */
export const letterKeys = {
  KeyY: { act: 'attendance', fact: 'absent' },
  KeyJ: { act: 'attendance', fact: 'late' },
  KeyN: { act: 'mark', value: 'pendingPoint' },
  KeyP: { act: 'mark', value: 'passed' },
  KeyD: { act: 'mark', value: 'exempt' },
  KeyF: { act: 'mark', value: 'notAssessed' },
} as const satisfies Readonly<Record<string, KeyAct>>;

/** With Shift, so that neither is hit by mistake. */
const shiftedKeys = {
  KeyP: { act: 'mark', value: 'failed' },
  Digit1: { act: 'mark', value: '1' },
} as const satisfies Readonly<Record<string, KeyAct>>;

/** Ctrl (or Command) with a letter, by its place on the keyboard. */
const controlKeys: Readonly<Record<string, KeyAct>> = {
  KeyZ: { act: 'undo' },
  KeyY: { act: 'redo' },
  KeyD: { act: 'fillDown' },
  KeyS: { act: 'alreadySaved' },
};

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** What a key means in the grid; null = it is not ours (Tab leaves the grid, Ctrl+C is the browser's). */
export function keyAct(pressed: PressedKey, context: KeyContext): KeyAct | null {
  if (pressed.altKey) return altAct(pressed);
  if (pressed.ctrlKey || pressed.metaKey) return controlAct(pressed);
  return editAct(pressed, context) ?? moveAct(pressed) ?? plainAct(pressed, context);
}

/** Whether a scale has numeric values of more than one character: they are committed by Enter or an arrow. */
export function isLongScale(scale: KeyContext['scale']): boolean {
  return scale.some(({ code, numerator }) => numerator !== null && code.length > 1);
}

function altAct({ key, ctrlKey }: PressedKey): KeyAct | null {
  if (ctrlKey) return null;
  if (key === 'ArrowDown') return { act: 'comment' };
  return key === 'Enter' ? { act: 'lesson' } : null;
}

function controlAct({ code, key, shiftKey }: PressedKey): KeyAct | null {
  if (key === 'Home') return { act: 'move', move: 'gridStart' };
  if (key === 'End') return { act: 'move', move: 'gridEnd' };
  // «.» stands elsewhere in the Russian layout («ю» is on its place).
  if (key === '.' || code === 'Period') return { act: 'move', move: 'today' };
  if (code === 'KeyZ' && shiftKey) return { act: 'redo' };
  return controlKeys[code] ?? null;
}

/** Keys that finish or correct what is being typed. */
function editAct({ key, shiftKey }: PressedKey, { isEditing }: KeyContext): KeyAct | null {
  if (!isEditing) return null;
  if (key === 'Tab') return { act: shiftKey ? 'commitLeft' : 'commitRight' };
  if (key === 'Escape') return { act: 'cancel' };
  if (key === 'Backspace') return { act: 'erase' };
  return null;
}

function moveAct({ key, shiftKey }: PressedKey): KeyAct | null {
  const move = moves[key];
  if (move !== undefined) return { act: shiftKey ? 'extend' : 'move', move };
  if (key === 'Enter') return { act: shiftKey ? 'commitUp' : 'commit' };
  return null;
}

function plainAct(pressed: PressedKey, { scale, isEditing }: KeyContext): KeyAct | null {
  const { key, code, shiftKey } = pressed;
  if (isLongScale(scale)) {
    if (/^\d$/.test(key) || (isEditing && /^[+\-−,.]$/.test(key))) return { act: 'type', text: key };
  } else if (/^[2-9]$/.test(key)) return has(scale, key) ? { act: 'mark', value: key } : null;
  if (key === '/') return { act: 'dual' };
  if (key === '+') return { act: 'addWork' };
  if (key === '?' || key === 'F1') return { act: 'shortcuts' };
  if (key === 'F2') return { act: 'panel' };
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { act: 'menu' };
  if (key === 'Delete' || key === 'Backspace') return { act: 'clear' };
  if (key === 'Escape') return { act: 'cancel' };
  const letter = (shiftKey ? shiftedKeys : letterKeys)[code as never] as KeyAct | undefined;
  if (letter === undefined) return null;
  return letter.act === 'mark' && !has(scale, letter.value) ? null : letter;
}

function has(scale: KeyContext['scale'], value: string): boolean {
  return scale.some(({ code }) => code === value);
}
