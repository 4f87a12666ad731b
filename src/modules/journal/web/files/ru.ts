/** Words of the files of homework. */
export const files = {
  title: 'Файлы задания',
  attach: 'Прикрепить файлы',
  hint: 'или перетащите их сюда',
  /** The text of homework that is all in its file. */
  inFile: 'Задание в файле.',
  noText: 'Без текста задание снято: семьи не видят и файлы.',
  remove: 'Убрать',
  removeNamed: (name: string) => `Убрать файл ${name}`,
  removed: (name: string) => `Файл «${name}» убран`,
  putBack: 'Вернуть',
  sending: (name: string) => `Отправляем ${name}`,
  stop: 'Отменить',
  stopNamed: (name: string) => `Не отправлять ${name}`,
  again: 'Повторить',
  putAway: 'Понятно',
};

export type FileWords = typeof files;
