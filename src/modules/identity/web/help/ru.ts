import { topics } from './topics-ru.ts';
import type { HelpWords } from './words.ts';

/** Words of «Помощь» around its topics. */
export const ru: HelpWords = {
  title: 'Помощь',
  about: 'Как войти в дневник и журнал и что делать, если не получается.',
  near: 'Читайте также',
  toSignIn: 'Ко входу',
  toAccount: 'Учётная запись',
  ways: {
    '/code': 'Войти по коду с талона',
    '/sign-in': 'Войти по логину и паролю',
    '/recovery': 'Восстановить доступ по почте',
    '/contacts': 'Привязать почту',
    '/security': 'Вход и безопасность',
    '/account': 'Учётная запись',
    '/account/add': 'Ввести код с талона',
    '/account/children': 'Отправить заявку в школу',
  },
  links: {
    signIn: 'Как войти?',
    code: 'Нет талона или код не подходит?',
    recovery: 'Не получается восстановить доступ?',
    ownPassword: 'Как проходит первый вход',
    contacts: 'Как поможет почта',
    secondStep: 'Не получается подтвердить вход?',
    joining: 'Как добавить ребёнка или школу',
    account: 'Помощь',
  },
  topics,
};
