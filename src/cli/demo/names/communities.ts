import { boys, girls, men, women } from './first-names.ts';
import { surnames } from './surnames.ts';

export type Gender = 'male' | 'female';

/** Families who choose names from one tradition. */
export type Community = {
  /** Families out of a thousand. */
  readonly share: number;
  readonly surnames: readonly string[];
  readonly boys: readonly string[];
  readonly girls: readonly string[];
  readonly men: readonly string[];
  readonly women: readonly string[];
  /** How a patronymic is made; «none» where the papers have none. */
  readonly patronymic: 'russian' | 'oglu' | 'none';
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const russian: Community = { share: 868, surnames, boys, girls, men, women, patronymic: 'russian' };

const tatar: Community = {
  share: 52,
  surnames: words(`Хабибуллин Гарипов Сафин Валиев Ахметов Шарипов Закиров Галиев Хасанов Нуриев Мухаметзянов
    Гильмутдинов Зарипов Сабиров Каримов Фаттахов Рахимов Гайнутдинов Юсупов Насыров Мингазов Хайруллин`),
  boys: words('Тимур Амир Карим Самир Ильдар Данияр Рамиль Булат Камиль Эмиль Артур Азат Айдар Марат Ильяс'),
  girls: words(
    'Амина Ясмина Самира Камилла Азалия Диана Эльвина Алия Сабина Лиана Аделина Дарина Гузель Алсу',
  ),
  men: words(
    'Рустам Ильдар Марат Ринат Рамиль Айрат Альберт Фарид Рашид Радик Ильнур Дамир Наиль Азат Булат',
  ),
  women: words(
    'Альбина Гульнара Лилия Эльвира Алсу Гузель Алия Резеда Венера Лейсан Ильмира Зульфия Рамиля Дина',
  ),
  patronymic: 'russian',
};

const bashkir: Community = {
  ...tatar,
  share: 12,
  surnames: words('Янгиров Байгузин Кутлугильдин Ишмуратов Рахматуллин Султангареев Исянбаев Абдрахманов'),
};

const chuvash: Community = {
  ...russian,
  share: 10,
  surnames: words('Айдушев Илюткин Пидейкин Чураков Яндулов Салмин Атласкин Эсливанов Тимиргалиев'),
};

const caucasian: Community = {
  share: 22,
  surnames: words(`Магомедов Алиев Гаджиев Абдулаев Ибрагимов Исмаилов Курбанов Багомедов Дзагоев Цараев
    Хетагуров Тлеуж Шогенов Бероев`),
  boys: words('Магомед Ахмед Ислам Расул Али Гасан Шамиль Амирхан Мурад Руслан Аслан Заур'),
  girls: words('Патимат Амина Хадижат Марьям Аминат Зарема Мадина Фатима Асият Алана Милана Диана'),
  men: words('Магомед Руслан Мурад Шамиль Расул Арсен Аслан Заур Казбек Тамерлан Гасан Ахмед'),
  women: words('Мадина Зарема Патимат Залина Фатима Асият Марьям Джамиля Индира Лаура Заира Аида'),
  patronymic: 'russian',
};

const armenian: Community = {
  share: 14,
  surnames: words('Арутюнян Саргсян Григорян Петросян Мкртчян Хачатрян Карапетян Оганесян Тер-Ованесян'),
  boys: words('Давид Арман Тигран Артур Эрик Нарек Гор Алекс Марк Левон'),
  girls: words('Мане Нарэ Милена Сона Ани Мариам Лилит Арпи Эвелина Анаит'),
  men: words('Армен Ашот Гагик Карен Самвел Артур Тигран Вардан Арсен Арам'),
  women: words('Ануш Лусине Гаяне Нарине Карине Асмик Сусанна Армине Мариам Рузанна'),
  patronymic: 'russian',
};

const azerbaijani: Community = {
  share: 7,
  surnames: words('Мамедов Гусейнов Аббасов Рзаев Джафаров Гасанов Алекперов'),
  boys: words('Эльвин Рашад Али Тимур Нихат Юсиф Кянан'),
  girls: words('Нармин Айсу Зейнаб Айлин Захра Лала Фидан'),
  men: words('Рашад Эльчин Вугар Ильгар Самир Фарид Эмин'),
  women: words('Севиндж Айгюн Гюльнара Ламия Наргиз Рена Эльнара'),
  patronymic: 'oglu',
};

const korean: Community = {
  ...russian,
  share: 8,
  surnames: words('Ким Цой Пак Ли Хан Тен Хван Югай Ногай Эм Огай'),
};

const vietnamese: Community = {
  share: 4,
  surnames: words('Нгуен Чан Фам Буй Данг'),
  boys: ['Минь Дык', 'Хоанг Лонг', 'Ань Туан', 'Куанг Хай'],
  girls: ['Тхи Хыонг', 'Минь Ань', 'Тхи Лан', 'Хонг Нюнг'],
  men: ['Ван Тхань', 'Дык Хунг', 'Куок Бао', 'Суан Чыонг'],
  women: ['Тхи Май', 'Тхи Туйет', 'Тху Ха', 'Ким Зунг'],
  patronymic: 'none',
};

const german: Community = {
  ...russian,
  share: 3,
  surnames: words('Фогель Гофман Рейнгардт Штейнбрехер Кох'),
};

/** Everybody who lives in the town, the most numerous first. */
export const communities: readonly Community[] = [
  russian,
  tatar,
  caucasian,
  armenian,
  bashkir,
  chuvash,
  korean,
  azerbaijani,
  vietnamese,
  german,
];
