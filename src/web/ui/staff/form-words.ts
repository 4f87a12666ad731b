import type { Worded } from '../../words.ts';

const ru = {
  download: 'Скачать',
  asExcel: 'Таблица Excel (XLSX)',
  asCsv: 'Текст с разделителями (CSV)',
  noTable: 'Таблицы на странице сейчас нет.',
  changes: 'Несохранённые изменения',
  save: 'Сохранить',
  takeBack: 'Вернуть как было',
  showNew: 'Показать сохранённое',
  changedElsewhere:
    'Пока вы правили, это сохранил кто-то другой. Ваши правки ещё здесь: сверьте и внесите заново.',
};

/** Words of forms that are saved as a whole. */
export const formWords: Worded<typeof ru> = {
  ru,
  en: {
    download: 'Download',
    asExcel: 'Excel workbook (XLSX)',
    asCsv: 'Separated text (CSV)',
    noTable: 'There is no table on the page now.',
    changes: 'Changes not saved',
    save: 'Save',
    takeBack: 'Take back',
    showNew: 'Show what is saved',
    changedElsewhere:
      'Somebody else saved this while you were typing. Your changes are still here: compare and enter them anew.',
  },
};
