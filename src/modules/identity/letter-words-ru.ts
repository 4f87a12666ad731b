const nbsp = '\u00A0';

/** Words of the letters about accounts. */
export const ru = {
  contactSubject: 'Подтвердите адрес',
  contactText: 'Чтобы привязать этот адрес к вашей учётной записи в Парте, введите код:',
  recoverySubject: 'Код для восстановления доступа',
  recoveryText: 'Чтобы задать новый пароль в Парте, введите код:',
  codeLasts: (minutes: number) =>
    `Код действует ${minutes}${nbsp}минут. Никому его не сообщайте: сотрудники школы кода не спрашивают.`,
  contactUnasked: 'Если вы не указывали этот адрес, ничего делать не нужно: без кода он не будет привязан.',
  recoveryUnasked:
    'Если вы не просили восстановить доступ, ничего делать не нужно: пароль останется прежним.',
  changedSubject: 'Адрес почты изменён',
  changedText: 'Этот адрес больше не привязан к вашей учётной записи в Парте: письма и коды сюда не придут.',
  passwordSubject: 'Пароль изменён',
  passwordText: (login: string) =>
    `Пароль учётной записи «${login}» в Парте изменён по коду из письма. На всех устройствах нужно войти заново.`,
  notices: {
    requestDecided: { subject: 'По вашей заявке есть решение', text: 'Школа рассмотрела вашу заявку.' },
    requestEnds: {
      subject: 'Заявка скоро закроется',
      text: 'Школа ещё не решила по вашей заявке, и через несколько дней она закроется. Если вы не показали документ в школе, покажите его.',
    },
  } as Readonly<
    Record<'requestDecided' | 'requestEnds', { readonly subject: string; readonly text: string }>
  >,
  noticeAt: (address: string) => `Откройте: ${address}`,
  noticeIn: 'Откройте в Парте «Учётная запись», «Добавить ребёнка или школу», затем заявки.',
  alarmSubjects: {
    newDevice: 'Вход с нового устройства',
    nightSignIn: 'Вход ночью',
  } as Readonly<Record<'newDevice' | 'nightSignIn', string>>,
  alarmText: (login: string, at: string) => `В учётную запись «${login}» в Парте вошли: ${at}.`,
  alarmDevice: (device: string) => `Устройство: ${device}.`,
  alarmNext:
    'Это были вы? Тогда ничего делать не нужно. Если нет, откройте в Парте «Вход и безопасность»: завершите все другие сеансы и смените пароль.',
  notYou: 'Если это сделали не вы, сразу сообщите классному руководителю или администратору школы.',
  footer: 'Письмо отправил школьный дневник «Парта». Отвечать на него не нужно.',
};

export type LetterWords = typeof ru;
