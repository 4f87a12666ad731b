/** Words of the shell's own pages. */
export const ru = {
  tagline: 'Школьный дневник и классный журнал',

  signIn: 'Вход',
  login: 'Логин',
  loginHint: 'Его выдаёт школа',
  password: 'Пароль',
  showPassword: 'Показать пароль',
  hidePassword: 'Скрыть пароль',
  capsLock: 'Включён Caps Lock',
  enter: 'Войти',
  byCode: 'Войти по коду из школы',
  codeTitle: 'Код из школы',
  code: 'Код',
  codeHint: 'Десять знаков с талона, например K7M29-QXD3F',
  byPassword: 'Войти по логину и паролю',

  newSchool: 'Новая школа',
  ownPassword: 'Свой пароль',
  ownPasswordFirst: 'Код с талона сработал. Придумайте пароль, который будете знать только вы.',
  ownPasswordAgain: 'После смены пароля на других устройствах нужно будет войти заново.',
  ownPasswordHint: 'Не меньше 8\u00A0знаков. Лучше всего несколько случайных слов.',
  currentPassword: 'Нынешний пароль',
  newPassword: 'Новый пароль',
  repeatPassword: 'Новый пароль ещё раз',
  savePassword: 'Сохранить и продолжить',
  changePassword: 'Сменить пароль',
  security: 'Вход и безопасность',
  loginIs: (login: string) => `Ваш логин: ${login}`,

  forgotten: 'Нет логина или забыли пароль? Обратитесь к классному руководителю.',
  signInFirst: 'Войдите, и откроется нужная страница.',

  signedInAs: 'Вы вошли как',
  choosePlace: 'Куда перейти',
  noPlaces: 'За вами пока не закреплена ни одна школа',
  noPlacesNext: 'Если вы работаете или учитесь в школе, сообщите её администратору ваш логин.',
  openDiary: 'Дневник',
  ownDiary: 'Мой дневник',
  openJournal: 'Журнал',
  homeroomOf: (classes: string) => `классный руководитель ${classes}`,
  roles: {
    teacher: 'Учитель',
    deputyHead: 'Завуч',
    principal: 'Директор',
    secretary: 'Секретарь',
    schoolAdmin: 'Администратор школы',
    psychologist: 'Педагог-психолог',
    socialPedagogue: 'Социальный педагог',
    librarian: 'Библиотекарь',
  },

  toStart: 'На главную',
  retry: 'Повторить',
  notFoundTitle: 'Такой страницы нет',
  notFoundText: 'Возможно, адрес набран с ошибкой или у вас нет доступа к этой странице.',
  notAllowedTitle: 'Нет доступа',
  faultTitle: 'Не получилось открыть страницу',
  faultNumber: (code: string) => `Код ошибки: ${code}`,

  palette: {
    title: 'Поиск',
    hint: 'Ученик, учитель, журнал, «7б», раздел',
    found: 'Найденное',
    start: 'Наберите начало фамилии, класса или предмета.',
    searching: 'Ищем…',
    nothing: 'Ничего не нашлось. Попробуйте первые буквы фамилии или предмета.',
    page: 'раздел',
  },

  journal: 'Журнал',
  loading: 'Открываем…',
  pageFault: 'Страница не открылась. Проверьте сеть и повторите.',
  sessionEnded: 'Сеанс завершён. Войдите ещё раз.',
  offlineBar: 'Нет сети. Изменения отправим сами, когда она появится',
  secondFactorFrom: (day: string) => `С ${day} для входа понадобится второй шаг.`,
  setUpNow: 'Настроить',
  needsScript: 'Рабочему месту учителя нужен JavaScript: включите его в браузере.',

  problems: {
    offline: 'Нет сети. Проверьте соединение и повторите.',
    malformedJson: 'Запрос повреждён. Обновите страницу и повторите.',
    invalidInput: 'Проверьте, что введено: что-то заполнено неверно.',
    idempotencyKeyMissing: 'Запрос повреждён. Обновите страницу и повторите.',
    idempotencyKeyMalformed: 'Запрос повреждён. Обновите страницу и повторите.',
    notSignedIn: 'Сеанс завершён. Войдите ещё раз.',
    secondFactorNeeded: 'Сначала настройте второй шаг на странице «Вход и безопасность».',
    ownPasswordNeeded: 'Сначала задайте свой пароль.',
    notAllowed: 'У вас нет прав на это действие.',
    crossSite: 'Запрос пришёл с чужого сайта и отклонён.',
    notFound: 'Такой страницы или записи нет.',
    tooLarge: 'Слишком большой объём данных.',
    wrongContentType: 'Запрос повреждён. Обновите страницу и повторите.',
    internal: 'Ошибка на сервере. Мы уже знаем о ней; повторите чуть позже.',
    overloaded: 'Сервер занят. Повторите через минуту.',
    databaseUnavailable: 'База данных недоступна. Повторите через минуту.',
  } as ProblemWords,
  unknownProblem: 'Не получилось. Повторите чуть позже.',
};

/** A sentence per problem code; some need the facts that came with the problem. */
export type ProblemWords = Readonly<
  Record<string, string | ((facts: Readonly<Record<string, unknown>>) => string)>
>;

export type ShellWords = typeof ru;
