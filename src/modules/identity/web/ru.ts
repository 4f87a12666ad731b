/** Words of the module's refusals; `facts` as the contract names them. */
export const ru = {
  problems: {
    'signIn.wrong': 'Логин или пароль не подошли. Проверьте раскладку клавиатуры и повторите.',
    'signIn.wrongCode': 'Такого кода нет, или им уже воспользовались. Проверьте, как он набран.',
    'signIn.factorNeeded': 'Нужен ещё код из приложения.',
    'signIn.wrongFactor':
      'Код не подошёл. Возьмите новый: каждый действует один раз и около полминуты. Проверьте и часы на телефоне.',
    'proof.wrongPassword': 'Пароль не подошёл. Проверьте раскладку клавиатуры и повторите.',
    'factor.wrongFirstCode':
      'Код не подошёл. Дождитесь в приложении следующего и введите его; часы телефона должны идти точно.',
    'factor.resetRefused': (facts: Facts): string =>
      facts['why'] === 'own'
        ? 'Свой второй шаг меняют на странице «Вход и безопасность».'
        : facts['why'] === 'otherSchool'
          ? 'Эта учётная запись открывает и другую школу. Второй шаг снимет тот, кто обслуживает сервер.'
          : 'Учётная запись закрыта.',
    'factor.passkeyNotMade': 'Ключ доступа не создан. Попробуйте ещё раз.',
    'signIn.slipExpired': 'Срок талона истёк. Попросите новый у классного руководителя или в школе.',
    'ownPassword.tooShort': (facts: Facts) =>
      `Слишком короткий пароль: нужно не меньше ${Number(facts['limit'])}\u00A0знаков.`,
    'ownPassword.tooLong': 'Слишком длинный пароль: не больше 128\u00A0знаков.',
    'ownPassword.tooEasy':
      'Такой пароль легко подобрать. Возьмите несколько случайных слов, например «трактор лунный кисель».',
    'ownPassword.notRepeated': 'Пароли не совпали. Введите один и тот же пароль дважды.',
    'ownPassword.sameAsCurrent': 'Это прежний пароль. Придумайте другой.',
    'ownPassword.currentWrong': 'Нынешний пароль не подошёл.',
    'joining.own': 'Это талон вашей собственной учётной записи: всё, что он открывает, у вас уже есть.',
    'joining.student':
      'Это талон самого ученика: он входит по нему сам. Чтобы видеть его дневник, попросите в школе талон родителя.',
    'joining.staff': 'Это талон сотрудника: войдите по нему отдельно.',
    'joining.guarded': 'Эту учётную запись защищает второй шаг входа. Сначала войдите в неё и отключите его.',
    'contacts.noMail': 'Школа не отправляет писем.',
    'contacts.emailInvalid': 'Это не похоже на адрес почты. Нужен адрес вида ivanova@mail.ru.',
    'contacts.emailRefused': 'Почтовый сервер не принимает писем на этот адрес. Проверьте, как он набран.',
    'contacts.mailUnreachable':
      'Письмо сейчас не отправить: почтовый сервер не отвечает. Повторите через минуту.',
    'contacts.codeWrong': (facts: Facts) =>
      `Код не подошёл. Осталось ${counted(Number(facts['left']), ['попытка', 'попытки', 'попыток'])}.`,
    'contacts.codeOver': 'Этот код больше не действует. Попросите новый.',
    'contacts.slowDown': (facts: Facts) =>
      `На этот адрес уже отправлено несколько писем. Новое можно попросить через ${waiting(secondsIn(facts))}.`,
    'challenge.slowDown': (facts: Facts) =>
      `Из вашей сети отправлено слишком много таких форм. Повторите через ${waiting(secondsIn(facts))} или включите в браузере JavaScript.`,
    'recovery.over': 'Время вышло, или код набран неверно слишком много раз. Начните заново.',
    'accessSlips.notListed': 'Кого-то из выбранных в этом списке уже нет. Обновите страницу.',
    'accessSlips.refused': 'Кому-то из выбранных талон выдать нельзя. Обновите страницу.',
    'signIn.slowDown': (facts: Facts) =>
      `Слишком много неудачных попыток. Повторите через ${waiting(secondsIn(facts))}.`,
    'signIn.busy': (facts: Facts) =>
      `Сейчас входит очень много людей. Повторите через ${waiting(secondsIn(facts))}.`,
  },
};

export type IdentityWords = typeof ru;

type Facts = Readonly<Record<string, unknown>>;

function secondsIn(facts: Facts): number {
  return Math.max(1, Math.ceil(Number(facts['seconds'] ?? 1)));
}

/** After «через»: accusative. */
function waiting(seconds: number): string {
  if (seconds < 60) return counted(seconds, ['секунду', 'секунды', 'секунд']);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return counted(minutes, ['минуту', 'минуты', 'минут']);
  return counted(Math.ceil(minutes / 60), ['час', 'часа', 'часов']);
}

const plural = new Intl.PluralRules('ru');

function counted(count: number, [one, few, many]: readonly [string, string, string]): string {
  const rule = plural.select(count);
  return `${count}\u00A0${rule === 'one' ? one : rule === 'few' ? few : many}`;
}
