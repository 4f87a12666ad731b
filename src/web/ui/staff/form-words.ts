import type { Worded } from '../../words.ts';

const ru = {
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
    changes: 'Changes not saved',
    save: 'Save',
    takeBack: 'Take back',
    showNew: 'Show what is saved',
    changedElsewhere:
      'Somebody else saved this while you were typing. Your changes are still here: compare and enter them anew.',
  },
};
