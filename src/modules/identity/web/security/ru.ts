import { pluralRussian } from '#web/words.ts';

/** Words of «Вход и безопасность». */
export const ru = {
  title: 'Вход и безопасность',
  toAccount: 'Учётная запись',
  password: 'Пароль',
  passwordText: 'Если его мог подсмотреть кто-то ещё, смените: на других устройствах сеансы завершатся.',
  changePassword: 'Сменить пароль',
  factor: 'Второй шаг при входе',
  factorText:
    'После пароля дневник попросит подтвердить вход: кодом из приложения на телефоне или ключом доступа. Тогда подсмотренный пароль чужому не поможет.',
  factorApps: 'Подойдёт любое приложение с кодами: Яндекс Ключ, Google Authenticator, Aegis.',
  setUpApp: 'Настроить приложение',
  passkeyNamed: (device: string) => `Ключ доступа: ${device}`,
  passkeyMade: (moment: string) => `Создан ${moment}`,
  passkeyUsed: (moment: string) => `, последний вход ${moment}`,
  addPasskey: 'Добавить ключ доступа',
  removePasskey: 'Удалить',
  removePasskeyNamed: (device: string, moment: string) => `Удалить ключ доступа: ${device}, создан ${moment}`,
  noPasskeys:
    'Ключи доступа работают, когда у дневника есть имя в сети и защищённое соединение. По этому адресу браузер их не создаёт.',
  passkeyTitle: 'Ключ доступа',
  passkeyText:
    'Ключ хранится на этом устройстве или на флешке-ключе и открывается отпечатком, лицом или ПИН-кодом. Поддельный сайт им воспользоваться не сможет.',
  makePasskey: 'Создать ключ',
  showPasskey: 'Войти с ключом доступа',
  confirmByPasskey: 'Подтвердить ключом доступа',
  passkeyNeedsScript: 'Для ключа доступа нужен JavaScript: включите его в браузере.',
  passkeyFailed:
    'Не получилось: браузер или устройство отказали. Попробуйте ещё раз или выберите другой способ.',
  app: 'Приложение с кодами',
  appSince: (moment: string) => `Настроено ${moment}`,
  replaceApp: 'Перенести на другой телефон',
  removeApp: 'Отключить',
  codes: 'Коды восстановления',
  codesLeft: (count: number) =>
    `Осталось: ${pluralRussian(count, { one: 'код', few: 'кода', many: 'кодов', other: 'кода' })}`,
  noCodes: 'Все коды использованы',
  renewCodes: 'Получить новые',
  trusted: 'Запомненные устройства',
  trustedText: (count: number) =>
    `Код не спрашивается на ${pluralRussian(count, { one: 'устройстве', few: 'устройствах', many: 'устройствах', other: 'устройства' })}`,
  forgetDevices: 'Спрашивать везде',

  events: 'Недавние события',
  eventNames: {
    appAdded: 'Настроено приложение с кодами',
    passkeyAdded: 'Добавлен ключ доступа',
    passkeyRemoved: 'Ключ доступа удалён',
    appRemoved: 'Приложение с кодами отключено',
    codesRenewed: 'Получены коды восстановления',
    recoveryCodeUsed: 'Вход по коду восстановления',
    factorReset: 'Второй шаг сброшен администратором',
  },

  secondStep: 'Второй шаг',
  appCode: 'Код из приложения',
  appCodeHint: 'Шесть цифр, каждые полминуты новые',
  recoveryCode: 'Код восстановления',
  recoveryCodeHint: 'Десять знаков из вашего списка; каждый код действует один раз',
  remember: (days: number) =>
    `Не спрашивать код на этом устройстве ${pluralRussian(days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`,
  rememberHint: 'Не отмечайте на общем компьютере.',
  enter: 'Войти',
  byRecovery: 'Нет телефона под рукой? Войти по коду восстановления',
  byApp: 'Войти по коду из приложения',
  otherLogin: 'Войти под другим логином',
  lostBoth: 'Нет ни телефона, ни кодов? Второй шаг сбросит администратор школы.',

  proof: 'Подтвердите, что это вы',
  proofPassword: 'Дальше важные настройки. Введите пароль ещё раз.',
  proofFactor: 'Дальше важные настройки. Подтвердите вторым шагом.',
  passwordField: 'Пароль',
  goOn: 'Продолжить',
  cancel: 'Отмена',

  appTitle: 'Приложение с кодами',
  scan: 'Откройте приложение с кодами и наведите его на рисунок.',
  qr: 'QR-код для приложения',
  openApp: 'Приложение на этом же телефоне? Откройте его',
  typeKey: 'Не получается навести? Введите в приложении ключ:',
  firstCode: 'Код, который показало приложение',
  confirm: 'Включить',
  toSecurity: 'Вход и безопасность',

  codesTitle: 'Коды восстановления',
  codesText:
    'Если телефона не будет под рукой, вместо кода из приложения подойдёт один из этих. Каждый действует один раз. Больше мы их не покажем: распечатайте или сохраните.',
  printCodes: 'Распечатать',
  saveCodes: 'Сохранить файлом',
  codesFile: 'Коды восстановления Парты.txt',
  codesHead: (login: string) => `Парта, коды восстановления. Логин: ${login}`,
  codesKept: 'Коды у меня, продолжить',

  devices: 'Где выполнен вход',
  devicesText: 'Не узнаёте устройство? Завершите на нём сеанс и смените пароль.',
  thisDevice: 'это устройство',
  unknownBrowser: 'Неизвестный браузер',
  began: (moment: string) => `Вход ${moment}`,
  seen: (moment: string) => `последняя активность ${moment}`,
  end: 'Завершить',
  endNamed: (device: string, moment: string) => `Завершить сеанс: ${device}, вход ${moment}`,
  endOthers: 'Выйти на всех других устройствах',
  onlyThis: 'На других устройствах вход не выполнен.',
  today: (time: string) => `сегодня в ${time}`,
  yesterday: (time: string) => `вчера в ${time}`,
  onDay: (day: string, time: string) => `${day} в ${time}`,
};

export type SecurityWords = typeof ru;
