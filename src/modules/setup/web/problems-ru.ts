import type { ProblemWords } from '#web/ru.ts';

export const problems: ProblemWords = {
  'organisation.changedMeanwhile': 'Пока вы правили, это сохранил кто-то другой.',
  'year.endsBeforeBegins': 'Учебный год заканчивается раньше, чем начинается.',
  'year.tooLong': 'Учебный год длиннее 372 дней.',
  'year.overlapsYear': 'Эти дни уже входят в другой учебный год.',
  'year.gradeTwice': 'Класс отмечен в двух видах периодов.',
  'year.wrongCount': 'Четвертей должно быть четыре, триместров три, полугодий два.',
  'year.schemeKept': 'Вид и число периодов не меняются: уберите эти периоды и добавьте другие.',
  'year.schemeHasMarks': ({ grades }) =>
    `По этим периодам уже выставлены итоговые отметки: ${(grades as readonly number[] | undefined)?.join(', ') ?? ''} классы нельзя перевести на другие периоды.`,
  'year.periodEndsBeforeBegins': 'Период заканчивается раньше, чем начинается.',
  'year.periodOutsideYear': 'Период выходит за пределы учебного года.',
  'year.periodsOverlap': 'Период начинается раньше, чем закончился предыдущий.',
  'year.breakEndsBeforeBegins': 'Каникулы заканчиваются раньше, чем начинаются.',
  'year.breakOutsideYear': 'Каникулы выходят за пределы учебного года.',
  'year.breaksOverlap': 'Каникулы пересекаются с другими.',
  'bells.usualTaken': ({ shift }) => `У ${String(shift)}-й смены уже есть обычные звонки.`,
  'bells.numberTwice': 'Два урока с одним номером.',
  'bells.endsBeforeBegins': 'Урок заканчивается раньше, чем начинается.',
  'bells.overlap': 'Урок начинается раньше, чем закончился предыдущий.',
  'settings.gradesOverlap': 'Один класс попал в две строки с минутами домашнего задания.',
  'curriculum.changedMeanwhile': 'Пока вы правили, это сохранил кто-то другой. Закройте и откройте снова.',
  'curriculum.nameTaken': ({ name }) => `«${String(name)}» уже есть.`,
  'curriculum.abbrTaken': ({ abbr }) => `Знак «${String(abbr)}» уже занят другим видом работы.`,
  'curriculum.kindKept': 'Вид занятий не меняется: от него зависит журнал.',
  'curriculum.defaultNeeded': 'Основной вид работы должен быть: сначала назначьте другой.',
  'scales.nameTaken': ({ name }) => `Шкала «${String(name)}» уже есть.`,
  'scales.valueInUse': ({ code, marks }) =>
    `Отметку ${String(code)} убрать нельзя: она стоит в журналах (${String(marks)}). Снимите «Ставят», и новых не будет.`,
  'scales.inUse': ({ pages }) =>
    `По этой шкале ещё ведут журналы (${String(pages)}): сначала переведите их на другую.`,
  'scales.codeTwice': ({ value }) => `Отметка ${String(value)} стоит в шкале дважды.`,
  'scales.codeWrong': ({ value }) =>
    `«${String(value)}» не подходит: отметка — число до 100, можно с «+» или «−».`,
  'scales.worthMissing': ({ value }) => `Укажите, сколько отметка ${String(value)} значит в среднем балле.`,
  'scales.bandMissing': ({ value }) =>
    `Укажите, что значит отметка ${String(value)}: отлично, хорошо и так далее.`,
  'scales.usualNeeded': 'Шкала для новых журналов должна быть, и с числами: сначала назначьте другую.',
  'scales.nothingOffered': 'В шкале должна остаться хотя бы одна отметка, которую ставят.',
  'scales.unknownScale': 'Этой шкалы больше нет или она не используется.',
  'scales.unknownPage': 'Один из журналов закрыт или его больше нет. Откройте список снова.',
  'scales.marksUnfit': ({ page, pages }) =>
    `В журнале ${String(page)} есть отметки, которых нет в этой шкале (таких журналов: ${String(pages)}). Ничего не изменено.`,
  'setup.wrongCode':
    'Код не подходит. Он напечатан в окне, где запущена Парта, и меняется при каждом запуске.',
  'setup.fieldMissing': 'Заполните отмеченное поле.',
  'setup.badOgrn': 'ОГРН состоит из 13 цифр, последняя контрольная. Проверьте или оставьте поле пустым.',
  'setup.badLogin': 'Логин: от 3 до 64 букв, цифр, точек и дефисов, первый знак буква или цифра.',
  'setup.loginTaken': 'Такой логин или ОГРН уже есть.',
};
