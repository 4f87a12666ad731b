import type { ProblemWords } from '#web/ru.ts';

/** Refusals of the office. */
export const problems: ProblemWords = {
  'roster.changedMeanwhile': 'Данные уже изменил другой человек.',
  'roster.nameMissing': 'Укажите фамилию и имя.',
  'roster.birthDateImpossible': 'Такой даты рождения быть не может.',
  'roster.snilsInvalid': 'СНИЛС записан с ошибкой: контрольное число не сходится.',
  'roster.snilsTaken': 'Этот СНИЛС уже стоит в карточке другого человека.',
  'roster.tooManyFilters': 'Больше тридцати фильтров не сохранить: удалите лишние.',
  'roster.alikePersons': 'Похожий ребёнок в школе уже есть.',
  'roster.unknownClass': 'Такого класса в этом учебном году нет.',
  'roster.unknownSubgroup': 'Выбранная подгруппа не этого класса.',
  'roster.subgroupsExclude': 'Выбраны две подгруппы одного деления: оставьте одну.',
  'roster.outsideYear': 'Этот день не входит в учебный год.',
  'roster.beforeLastMovement': 'Последнее движение этого ученика позже: выберите день не раньше него.',
  'roster.movedMeanwhile': 'Ученика уже переместил другой человек. Обновите карточку.',
  'roster.notStudying': 'В этот день ученик в школе не учится.',
  'roster.stillStudying': 'В этот день ученик ещё учится: сначала оформите выбытие.',
  'roster.sameClass': 'Ученик уже в этом классе.',
  'roster.beforeAdmission': 'Последний день раньше зачисления.',
  'roster.notLastMovement': 'Отменить можно только последнее движение.',
  'roster.changedSince': 'После этого движения состав групп уже меняли: отменить его нельзя.',
  'roster.entriesHang': 'В журнале новой группы уже есть записи ученика: отменить движение нельзя.',
  'roster.notInClass': 'В этот день ученика нет в классе.',
  'roster.unknownGuardian': 'Такого человека в школе нет.',
  'roster.ownGuardian': 'Ученик не может быть собственным представителем.',
  'roster.alreadyGuardian': 'У этого человека уже есть право на ученика.',
};
