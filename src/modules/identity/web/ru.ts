/** Words of the module's refusals; `facts` as the contract names them. */
export const ru = {
  problems: {
    'signIn.wrong': 'Логин или пароль не подошли. Проверьте раскладку клавиатуры и повторите.',
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
