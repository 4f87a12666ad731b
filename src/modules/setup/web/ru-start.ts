import { pluralRussian as plural } from '#web/words.ts';

/** Words of the checklist, the lists of subjects and works, and the first page of an empty server. */
export const ruStart = {
  subjects: {
    counts: (count: number) =>
      plural(count, { one: 'предмет', few: 'предмета', many: 'предметов', other: 'предмета' }),
    subjects: 'Предметы',
    workTypes: 'Виды работ',
    addSubject: 'Новый предмет',
    addWorkType: 'Новый вид работы',
    name: 'Название',
    shortName: 'Краткое название',
    shortNameHint: 'Для узких мест: до 30 знаков',
    area: 'Предметная область',
    kind: 'Вид занятий',
    kinds: { lesson: 'урок с отметками', extracurricular: 'внеурочное занятие без отметок' },
    kindHint: 'Потом изменить нельзя: от него зависит журнал.',
    kindKept: 'Вид занятий не меняется: от него зависит журнал.',
    extracurricularTag: 'внеурочный',
    retiredTag: 'не используется',
    defaultTag: 'основной',
    retire: 'Больше не используется.',
    retireSubjectHint: 'Журналы и отметки останутся, в новой нагрузке предмета не будет.',
    retireTypeHint: 'Работы этого вида останутся, новых не будет.',
    abbr: 'Знак',
    abbrHint: 'Над столбцом журнала',
    weight: 'Вес',
    weightHint: '0 показывается, но не считается',
    weightWrong: 'Целое число от 0 до 100.',
    weightsAbout:
      'Вес работы подставляется по виду, учитель может задать другой. У уже созданных работ вес не меняется.',
    assessment: 'Оценочная процедура.',
    assessmentHint: 'Входит в единый график: контрольная, ВПР.',
    usual: 'Основной вид.',
    usualHint: 'С него начинается новый столбец.',
    effect: 'Что изменится',
    weightEffect: (from: number, to: number) =>
      `Новые работы получат вес ${to}. У работ, которые уже есть, останется ${from}: средние не изменятся.`,
    required: 'Заполните поле.',
    save: 'Сохранить',
    subjectAdded: 'Предмет добавлен',
    subjectSaved: 'Предмет сохранён',
    workTypeAdded: 'Вид работы добавлен',
    workTypeSaved: 'Вид работы сохранён',
  },

  checklist: {
    section: 'Школа',
    title: (school: string) => school,
    document: 'Настройка школы',
    ready: 'Школа готова к работе',
    readyText: 'Дальше: раздайте талоны доступа, и учителя с семьями войдут.',
    progress: (done: number, all: number) => `Готово ${done} из ${all}`,
    next: 'Дальше',
    states: { done: 'готово', begun: 'начато', open: 'не начато' },
    byHand: 'Вручную',
    byFile: 'Из файла',
    open: 'Открыть',
    slips: 'Талоны доступа',
    people: (staff: number, students: number) =>
      `${plural(students, { one: 'ученик', few: 'ученика', many: 'учеников', other: 'ученика' })}, ${plural(staff, { one: 'сотрудник', few: 'сотрудника', many: 'сотрудников', other: 'сотрудника' })}`,
    chooseSchool: 'Выберите школу',
    noSchool: 'Настраивать нечего',
    noSchoolText: 'Школу настраивают её администратор и завуч.',
    steps: {
      year: {
        name: 'Учебный год',
        text: (_count: number, year: string): string => year,
        open: 'Даты первого и последнего дня.',
        missing: (): string => '',
      },
      periods: {
        name: 'Периоды и каникулы',
        text: (count: number) =>
          plural(count, { one: 'период', few: 'периода', many: 'периодов', other: 'периода' }),
        open: 'Четверти, триместры или полугодия для каждой параллели.',
        missing: (count: number) =>
          `без периодов ${plural(count, { one: 'параллель', few: 'параллели', many: 'параллелей', other: 'параллели' })}`,
      },
      bells: {
        name: 'Звонки',
        text: (count: number) =>
          plural(count, {
            one: 'звонок на урок',
            few: 'звонка на урок',
            many: 'звонков на урок',
            other: 'звонка на урок',
          }),
        open: 'Начало и конец каждого урока по сменам.',
        missing: (count: number) =>
          `без звонков ${plural(count, { one: 'смена', few: 'смены', many: 'смен', other: 'смены' })}`,
      },
      classes: {
        name: 'Классы и ученики',
        text: (count: number) =>
          plural(count, { one: 'класс', few: 'класса', many: 'классов', other: 'класса' }),
        open: 'Откройте классы и зачислите учеников; из файла это делается сразу.',
        missing: (count: number) =>
          `пустых ${plural(count, { one: 'класс', few: 'класса', many: 'классов', other: 'класса' })}`,
      },
      subjects: {
        name: 'Предметы и виды работ',
        text: (): string => 'стандартный набор или ваш',
        open: 'Что преподаётся и с какими весами проверяется.',
        missing: (): string => '',
      },
      staff: {
        name: 'Сотрудники',
        text: (count: number) =>
          plural(count, { one: 'сотрудник', few: 'сотрудника', many: 'сотрудников', other: 'сотрудника' }),
        open: 'Учителя, завучи, секретарь и их роли.',
        missing: (count: number) =>
          `без классного руководителя ${plural(count, { one: 'класс', few: 'класса', many: 'классов', other: 'класса' })}`,
      },
      load: {
        name: 'Нагрузка',
        text: (count: number) =>
          plural(count, { one: 'журнал', few: 'журнала', many: 'журналов', other: 'журнала' }),
        open: 'Кто, какой предмет и в каком классе ведёт: отсюда появляются журналы.',
        missing: (count: number) =>
          `без учителя ${plural(count, { one: 'журнал', few: 'журнала', many: 'журналов', other: 'журнала' })}`,
      },
      timetable: {
        name: 'Расписание',
        text: (count: number) =>
          `уроки есть в ${plural(count, { one: 'журнале', few: 'журналах', many: 'журналах', other: 'журнала' })}`,
        open: 'Составьте неделю каждого класса на странице или загрузите её из программы aSc Timetables.',
        missing: (count: number) =>
          `без уроков ${plural(count, { one: 'журнал', few: 'журнала', many: 'журналов', other: 'журнала' })}`,
      },
    },
  },

  firstRun: {
    title: 'Новая школа',
    about:
      'Код напечатан в окне, где запущена Парта. После этой страницы у школы будет год, звонки, предметы и администратор: вы.',
    code: 'Код установки',
    codeHint: '16 знаков, например K7M2-9QXD-3FRW-T5BH',
    school: 'Школа',
    name: 'Полное название',
    shortName: 'Краткое название',
    shortNameHint: 'Как в шапке дневника: «Школа № 7»',
    kind: 'Вид',
    kinds: {
      school: 'школа',
      lyceum: 'лицей',
      gymnasium: 'гимназия',
      boarding: 'школа-интернат',
      evening: 'вечерняя школа',
      college: 'колледж',
      additional: 'дополнительное образование',
    } as Readonly<Record<string, string>>,
    timeZone: 'Часовой пояс',
    zones: {
      'Europe/Kaliningrad': 'Калининград (МСК−1)',
      'Europe/Moscow': 'Москва',
      'Europe/Samara': 'Самара (МСК+1)',
      'Asia/Yekaterinburg': 'Екатеринбург (МСК+2)',
      'Asia/Omsk': 'Омск (МСК+3)',
      'Asia/Novosibirsk': 'Новосибирск, Красноярск (МСК+4)',
      'Asia/Irkutsk': 'Иркутск (МСК+5)',
      'Asia/Yakutsk': 'Якутск (МСК+6)',
      'Asia/Vladivostok': 'Владивосток (МСК+7)',
      'Asia/Magadan': 'Магадан (МСК+8)',
      'Asia/Kamchatka': 'Камчатка (МСК+9)',
    },
    region: 'Регион',
    locality: 'Населённый пункт',
    ogrn: 'ОГРН',
    ogrnHint: 'Можно добавить позже',
    administrator: 'Вы, администратор',
    lastName: 'Фамилия',
    firstName: 'Имя',
    middleName: 'Отчество',
    login: 'Логин',
    loginHint: 'Его вы будете вводить при входе: буквы и цифры, от 3 знаков',
    password: 'Пароль',
    passwordHint: 'Не меньше 8 знаков. Лучше всего несколько случайных слов.',
    repeated: 'Пароль ещё раз',
    make: 'Создать школу и войти',
  },
};
