const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const;

/** «24.11», «24.11.2026», «24 ноября», «24.ноя», «2026-11-24» as `MM-DD`: a journal page holds one school year. */
export function readDate(text: string): string | null {
  const plain = text.toLowerCase().trim();
  const iso = /^\d{4}-(\d{2})-(\d{2})/u.exec(plain);
  if (iso) return dayIn(Number(iso[1]), Number(iso[2]));
  const figures = /^(\d{1,2})[./](\d{1,2})(?:[./](?:\d{2}|\d{4}))?(?: г\.?)?$/u.exec(plain);
  if (figures) return dayIn(Number(figures[2]), Number(figures[1]));
  const named = /^(\d{1,2})[ .-]([а-я]{3,8})\.?(?:[ .-]\d{2,4})?(?: г\.?)?$/u.exec(plain);
  if (!named) return null;
  const month = months.findIndex((start) => named[2]?.startsWith(start));
  return dayIn(month + 1, Number(named[1]));
}

function dayIn(month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
