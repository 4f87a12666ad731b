/** Words of «Вход и безопасность». */
export const ru = {
  title: 'Вход и безопасность',
  toAccount: 'Учётная запись',
  password: 'Пароль',
  passwordText: 'Если его мог подсмотреть кто-то ещё, смените: на других устройствах сеансы завершатся.',
  changePassword: 'Сменить пароль',
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
