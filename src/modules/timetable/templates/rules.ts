import { addDays } from '#modules/organisation/calendar/rules.ts';
import type { Span } from '../lessons/pair-rules.ts';
import type { TemplateCard } from '../lessons/rules.ts';
import type { Template } from './commands.ts';

/** A template that ends earlier, or is out of use. */
export type TemplateChange = {
  readonly id: string;
  readonly endDate: string;
  readonly retiredAt: string | null;
};

export type TemplateTurn = {
  readonly changed: readonly TemplateChange[];
  readonly added: readonly Template[];
};

/** What a card says, apart from its id. */
export const cardKey = ({ assignmentId, weekday, cycle, number, roomId }: Omit<TemplateCard, 'id'>) =>
  [assignmentId, weekday, cycle, number, roomId ?? ''].join('|');

export function isSameWeek(
  one: readonly Omit<TemplateCard, 'id'>[],
  other: readonly Omit<TemplateCard, 'id'>[],
): boolean {
  const keys = new Set(one.map(cardKey));
  return one.length === other.length && other.every((card) => keys.has(cardKey(card)));
}

/**
 * The weekly pattern of a span becomes another one. `cardsOf` says what stands in a part of the span where these cards
 * stood: what it keeps goes on as it was, also where it was to change later. A template that began earlier ends the day
 * before, one that lasts longer goes on the day after; where nothing is different nothing is touched.
 */
export function turnTemplates(
  templates: readonly Template[],
  given: {
    readonly span: Span;
    readonly cardsOf: (standing: readonly TemplateCard[]) => readonly TemplateCard[];
    readonly name: (standing: Template | null) => string;
    readonly now: Date;
    readonly newId: () => string;
  },
): TemplateTurn {
  const { span, cardsOf, name, now, newId } = given;
  const changed: TemplateChange[] = [];
  const added: Template[] = [];
  const add = (part: Omit<Template, 'id'>) => {
    const last = added.at(-1);
    const isOn = last && addDays(last.endDate, 1) === part.startDate && isSameWeek(last.cards, part.cards);
    if (isOn) added[added.length - 1] = { ...last, endDate: part.endDate };
    else added.push({ ...part, id: newId(), cards: part.cards.map((card) => ({ ...card, id: newId() })) });
  };
  for (const { standing, from, to } of partsOf(templates, span)) {
    const cards = cardsOf(standing?.cards ?? []);
    if (isSameWeek(cards, standing?.cards ?? [])) continue;
    add({ name: name(standing), startDate: from, endDate: to, cards });
    if (standing === null) continue;
    const { id, startDate, endDate } = standing;
    if (startDate < from) changed.push({ id, endDate: addDays(from, -1), retiredAt: null });
    else changed.push({ id, endDate, retiredAt: now.toISOString() });
    if (endDate > to) add({ ...standing, startDate: addDays(to, 1) });
  }
  return { changed, added };
}

type Part = Span & { readonly standing: Template | null };

/** A span in parts, each with the template that holds in it; null = none does. */
function partsOf(templates: readonly Template[], span: Span): readonly Part[] {
  const parts: Part[] = [];
  let next = span.from;
  for (const standing of templates.toSorted((one, other) => one.startDate.localeCompare(other.startDate))) {
    const from = standing.startDate < next ? next : standing.startDate;
    const to = standing.endDate < span.to ? standing.endDate : span.to;
    if (from > to) continue;
    if (from > next) parts.push({ standing: null, from: next, to: addDays(from, -1) });
    parts.push({ standing, from, to });
    next = addDays(to, 1);
  }
  if (next <= span.to) parts.push({ standing: null, from: next, to: span.to });
  return parts;
}
