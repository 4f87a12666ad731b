import type { DocumentKind, LinkKinship, LinkState, RefusalReason } from '../link-requests/rules.ts';

const documents = {
  birthCertificate: 'свидетельство о рождении',
  guardianshipAct: 'акт об опеке',
  other: 'другой документ',
} satisfies Record<DocumentKind, string>;

const kinships = {
  mother: 'мать',
  father: 'отец',
  guardian: 'опекун',
  grandmother: 'бабушка',
  grandfather: 'дедушка',
  other: 'другое',
} satisfies Record<LinkKinship, string>;

type Next = (until: string, document: string) => string;

/** Words of requests: the guardian’s page and the school’s queue. */
export const ru = {
  asking: {
    title: 'Ещё один ребёнок',
    toAccount: 'Учётная запись',
    about:
      'Школа проверит родство по документу и откроет дневник ребёнка под вашим входом. Документ покажите в школе, загружать его не нужно.',
    newTitle: 'Новая заявка',
    sent: 'Заявка отправлена в школу.',
    nowhere: 'Заявку отправляет родитель',
    nowhereText:
      'Ни одна школа не знает вас как родителя или сотрудника. Обратитесь в школу за талоном доступа.',
    school: 'Школа',
    lastName: 'Фамилия ребёнка',
    firstName: 'Имя',
    middleName: 'Отчество (если есть)',
    birthDate: 'Дата рождения',
    kinship: 'Кем вы приходитесь',
    document: 'Документ о родстве',
    documentHint: 'Его нужно будет показать в школе.',
    tail: 'Последние четыре знака номера',
    tailHint: 'Необязательно. Весь номер не пишите.',
    word: 'Примечание для школы (необязательно)',
    choose: 'Выберите',
    send: 'Отправить',
    askedOn: (day: string) => `Отправлена ${day}`,
    withdraw: 'Отозвать',
    withdrawNamed: (name: string) => `Отозвать заявку: ${name}`,
    schoolSays: (word: string) => `Школа пишет: «${word}»`,
    states: {
      waiting: 'на рассмотрении',
      linked: 'подтверждена',
      refused: 'отклонена',
      withdrawn: 'отозвана',
      expired: 'срок истёк',
    } satisfies Record<LinkState, string>,
    next: {
      waiting: (until, document) =>
        `Заявку рассматривает секретарь школы. Покажите в школе документ: ${document}. Заявка действует до ${until}.`,
      linked: () => 'Родство подтверждено: дневник ребёнка открывается на странице учётной записи.',
      refused: () => '',
      withdrawn: () => 'Вы отозвали заявку. Если передумаете, отправьте новую.',
      expired: () => 'Школа не успела ответить. Отправьте заявку снова или обратитесь в школу.',
    } satisfies Record<LinkState, Next>,
    refusals: {
      notConfirmed:
        'Школа не смогла подтвердить родство по этим данным. Проверьте их и отправьте заявку снова.',
      documentNeeded: 'Без документа родство не подтвердить. Покажите его в школе и отправьте заявку снова.',
      other: 'Школа отклонила заявку.',
    } satisfies Record<RefusalReason, string>,
    documents,
    kinships,
  },
  queue: {
    title: 'Заявки',
    chooseSchool: 'Выберите школу',
    noSchool: 'Заявок здесь нет',
    noSchoolText: 'Их рассматривают секретарь и администратор школы.',
    show: 'Какие заявки',
    waiting: (count: number) => `Ждут: ${count}`,
    decided: 'Решённые',
    empty: 'Новых заявок нет',
    emptyText: 'Сюда приходят заявки родителей, которые просят открыть дневник ещё одного ребёнка.',
    emptyDecided: 'Решённых заявок нет',
    readOnly: 'Решения принимают секретарь и администратор.',
    asks: (name: string) => `Просит ${name}`,
    at: (day: string) => `от ${day}`,
    until: (day: string) => `действует до ${day}`,
    consider: 'Рассмотреть',
    considerNamed: (name: string) => `Рассмотреть заявку: ${name}`,
    facts: {
      wards: 'Уже привязаны',
      kinship: 'Кем приходится',
      born: 'Дата рождения',
      document: 'Документ',
      tail: (tail: string) => `, номер кончается на ${tail}`,
      word: 'Примечание',
    },
    likely: 'Похожие ученики',
    nobody: 'По дате рождения и имени никого не нашлось.',
    search: 'Найти среди всех учеников',
    nobodyFound: 'Никого не нашлось',
    isLinked: 'уже привязан',
    endDate: 'Последний день права (если известен)',
    accept: 'Подтвердить родство',
    accepted: 'Родство подтверждено, дневник открыт',
    refuse: 'Отказать',
    refuseTitle: 'Отказать в заявке',
    back: 'Назад',
    reason: 'Причина',
    reasons: {
      notConfirmed: 'родство не подтверждено',
      documentNeeded: 'нужен документ',
      other: 'другая причина',
    } satisfies Record<RefusalReason, string>,
    reasonWord: 'Пояснение для родителя',
    reasonHint: 'Его прочтёт отправитель. Не пишите, учится ли такой ребёнок в школе.',
    refused: 'Заявка отклонена',
    required: 'Выберите ученика',
    basisNeeded: 'Укажите документ, который вы видели',
  },
};
