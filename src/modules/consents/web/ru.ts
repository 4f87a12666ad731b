import { pluralRussian as plural } from '#web/words.ts';
import type { PurposeCode } from '../purposes/rules.ts';
import type { Whose } from '../signing/facts.ts';
import type { ConsentState, SignedWord } from '../signing/rules.ts';

const people = (count: number) =>
  plural(count, { one: 'человека', few: 'человека', many: 'человек', other: 'человека' });

/** Words of consents: the family’s page and the school’s. */
export const ru = {
  family: {
    title: 'Согласия',
    titleFirst: 'Согласия на обработку данных',
    toAccount: 'Учётная запись',
    about:
      'Школа спрашивает разрешения на то, чего может и не делать. Каждое согласие отдельное и добровольное: отказ не влияет ни на учёбу, ни на дневник.',
    duty: 'Журнал и дневник школа ведёт по закону. На это согласие не нужно, поэтому здесь его нет.',
    paper:
      'Ответ записывается под вашим входом. Если школе нужна подпись на бумаге, бланк напечатают в канцелярии.',
    skip: 'Решить позже',
    goOn: 'Продолжить',
    nothing: 'Подписывать нечего',
    nothingText:
      'Согласия подписывают родители и опекуны с правом «Документы» и сами ученики с 14 лет. Если вы ждали увидеть здесь ребёнка, обратитесь в школу.',
    nothingAsked: 'Сейчас школа ни о чём не спрашивает.',
    self: 'Ваши согласия',
    stage: {
      child: 'До 14 лет отвечает родитель или опекун.',
      teen: 'С 14 лет нужны два ответа: ученика и одного из родителей или опекунов.',
      adult: 'С 18 лет отвечает только сам ученик.',
    },
    left: 'Вы больше не учитесь в этой школе: новых вопросов она не задаёт, а данное раньше можно отозвать.',
    states: {
      stands: 'дано',
      forNow: 'нужно подтвердить',
      again: 'нужно подтвердить',
      refused: 'нет согласия',
      waits: 'ждёт ответа',
    } satisfies Record<ConsentState, string>,
    forNow: (day: string) =>
      `Прежнее решение действует до ${day}. После этого без новых ответов согласия не будет.`,
    again: 'Прежнее согласие больше не действует: изменился текст или ученику исполнилось 18.',
    awaitsGuardian: 'Ждём ответа одного из родителей или опекунов.',
    awaitsStudent: 'Ждём ответа ученика.',
    awaitsYou: 'Ждём вашего ответа.',
    textOf: (version: number, day: string) => `Редакция ${version} от ${day}`,
    aboutWhom: (name: string) => `Ученик: ${name}.`,
    effectTitle: 'Что изменит отзыв',
    effects: {
      gosuslugi:
        'Parta сама пока ничего на Госуслуги не передаёт. Школа увидит отзыв и не вправе передавать сведения дальше; переданное раньше хранит получатель.',
      notices:
        'Рассылок по этому согласию в Parta пока нет. Школа увидит отзыв и не вправе присылать такие сообщения. Коды для входа и восстановления пароля приходят без этого согласия.',
      photo:
        'Parta ничего не публикует. Школа увидит отзыв и обязана прекратить публикации; уже опубликованное просите удалить.',
      ratings:
        'Рейтингов, которые видят другие, в Parta нет. Школа увидит отзыв и обязана снять опубликованное.',
      portfolio: 'Открытого портфолио в Parta пока нет. Школа увидит отзыв.',
      chat: 'Чата в Parta пока нет. Школа увидит отзыв.',
    } satisfies Record<PurposeCode, string>,
    effect:
      'Школа увидит отзыв и обязана прекратить обработку для этой цели. Сама программа ничего при этом не отключает.',
    acts: { yes: 'Даю согласие', no: 'Не даю согласия', withdrawn: 'Отозвать согласие' } satisfies Record<
      SignedWord,
      string
    >,
    actNamed: (act: string, title: string, name: string) => `${act}: ${title}, ${name}`,
    done: {
      yes: 'Согласие записано.',
      no: 'Отказ записан.',
      withdrawn: 'Согласие отозвано.',
    } satisfies Record<SignedWord, string>,
    whose: { you: 'вы', student: 'ученик', guardian: 'другой родитель или опекун' } satisfies Record<
      Whose,
      string
    >,
    said: {
      yes: 'согласие',
      no: 'отказ',
      withdrawn: 'отзыв',
    } satisfies Record<SignedWord, string>,
    onPaper: 'на бумаге',
    past: 'больше не учитывается',
    version: (version: number) => `редакция ${version}`,
    answered: 'Кто ответил',
    nobody: 'Пока никто не ответил.',
    history: 'Все ответы',
  },
  office: {
    title: (schoolClass: string) => `Согласия: ${schoolClass}`,
    chooseSchool: 'Школа',
    nowhere: 'Здесь показаны согласия классов',
    nowhereText: 'Страница открыта классным руководителям и канцелярии школы.',
    place: 'Класс',
    purposes: 'Что спрашивает школа',
    purpose: 'Согласие',
    about:
      'Отвечают сами семьи на странице «Согласия» или подписывают бланк. Ведение журнала согласия не требует.',
    summary: (signed: number, all: number) => `Подписали ${signed} из ${all}`,
    show: 'Показать',
    filters: {
      all: 'всех',
      signed: 'подписавших',
      refused: 'отказавшихся',
      waits: 'не ответивших',
      again: 'кого спросить заново',
    },
    nobodyFiltered: 'Таких в классе нет.',
    empty: 'В классе никого нет',
    emptyText: 'Ученики появятся здесь после зачисления.',
    noPurposes: 'Школа ничего не спрашивает',
    noPurposesText: 'Администратор включает согласия на странице «Что спрашивает школа».',
    columns: {
      student: 'Ученик',
      state: 'Состояние',
      words: 'Кто ответил',
      awaits: 'Кого ждём',
      act: 'Действие',
    },
    states: {
      stands: 'подписано',
      forNow: 'спросить заново',
      again: 'спросить заново',
      refused: 'отказ',
      waits: 'нет ответа',
    } satisfies Record<ConsentState, string>,
    until: (day: string) => `действует до ${day}`,
    awaits: 'ждём: ',
    awaitsGuardian: 'родителя или опекуна',
    awaitsStudent: 'ученика',
    noSigner: 'подписать некому: нет родителя с правом «Документы»',
    noBirthday: 'нет даты рождения',
    word: (who: string, word: string, day: string) => `${who}: ${word} ${day}`,
    words: { yes: 'согласие', no: 'отказ', withdrawn: 'отзыв' } satisfies Record<SignedWord, string>,
    onPaper: 'на бумаге',
    version: (version: number) => `редакция ${version}`,
    self: 'ученик',
    register: 'Бумага',
    registerNamed: (name: string) => `Зарегистрировать бумагу: ${name}`,
    blank: 'Бланк',
    blankNamed: (name: string) => `Напечатать бланк: ${name}`,
    blanks: 'Бланки класса',
    blanksOf: (count: number) =>
      `Напечатать ${plural(count, { one: 'бланк', few: 'бланка', many: 'бланков', other: 'бланка' })}`,
    printing: 'Готовим…',
    paper: {
      title: 'Подписанный бланк',
      signer: 'Кто подписал',
      word: 'Что в бумаге',
      words: { yes: 'согласие', no: 'отказ', withdrawn: 'отзыв согласия' } satisfies Record<
        SignedWord,
        string
      >,
      version: 'Редакция текста',
      signedOn: 'Дата подписи',
      receivedBy: 'Кто принял',
      save: 'Записать',
      saved: 'Бумага записана',
      note: 'Оригинал храните в школе. Если человек позже ответил иначе, учитывается поздний ответ.',
      dayMissing: 'Укажите дату, которая стоит в бумаге',
    },
    setUp: {
      title: 'Что спрашивает школа',
      toClasses: 'К классам',
      about:
        'Одно согласие — одна цель и один документ. Тексты здесь примерные: прежде чем собирать подписи, покажите их юристу или ответственному за персональные данные.',
      readOnly: 'Менять согласия может администратор школы.',
      asked: 'спрашиваем',
      notAsked: 'не спрашиваем',
      switchOn: 'Спрашивать',
      switchOff: 'Не спрашивать',
      switchNamed: (act: string, title: string) => `${act}: ${title}`,
      switchedOn: 'Теперь школа об этом спрашивает',
      switchedOff: 'Больше не спрашиваем: данное раньше ничего не открывает, его можно отозвать',
      edit: 'Изменить текст',
      editNamed: (title: string) => `Изменить текст: ${title}`,
      add: 'Добавить согласие',
      addTitle: 'Новое согласие',
      name: 'Название',
      body: 'Текст',
      bodyHint: 'Пустая строка отделяет абзацы.',
      current: (version: number) => `Действует: редакция ${version}`,
      next: (version: number) => `Новая редакция ${version}`,
      askAgain: 'Спросить заново тех, кто уже согласился',
      askAgainCount: (count: number) =>
        count === 0
          ? 'Пока никто не согласился: спрашивать заново некого.'
          : `Заново спросим ${people(count)}. Пока они не ответят, их прежнее согласие не действует.`,
      askNobody: 'Прежние согласия остаются в силе. Так поступают, когда исправлена опечатка.',
      save: 'Сохранить редакцию',
      saved: (asked: number) =>
        asked === 0 ? 'Редакция сохранена' : `Редакция сохранена, заново спросим ${people(asked)}`,
      added: 'Согласие добавлено',
      unchanged: 'Текст не изменён',
      cancel: 'Отмена',
      versions: 'Все редакции',
      versionFrom: (version: number, day: string) => `Редакция ${version} от ${day}`,
      again: 'спросила заново',
      print: 'Отпечаток SHA-256',
      titleMissing: 'Назовите согласие',
      bodyMissing: 'Напишите текст',
    },
  },
};

export type ConsentsWords = typeof ru;
