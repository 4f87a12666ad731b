import type { Facts, RosterFaultWords } from './ru.ts';

const text = (facts: Facts, name: string) => String(facts[name] ?? '');
const value = (facts: Facts) => `«${text(facts, 'value')}»`;
const near = (facts: Facts) => (facts['near'] === undefined ? '' : `; похоже на «${text(facts, 'near')}»`);

/** `field` in the facts is worded before the sentence is asked for. */
export const rosterFaults: RosterFaultWords = {
  'table.unknown': (facts) => `на листе «${text(facts, 'sheet')}» нет знакомых заголовков, лист пропущен`,
  'header.missing': (facts) => `нет обязательного столбца «${text(facts, 'field')}»`,
  'header.double': (facts) =>
    `столбец «${text(facts, 'title')}» уже есть (${text(facts, 'first')}), оставьте один`,
  'column.unknown': (facts) => `столбец «${text(facts, 'title')}» незнаком и не загружен`,
  'column.notKept': (facts) => `столбец «${text(facts, 'title')}» в Парте не хранится и не загружен`,
  'row.headerAgain': () => 'строка повторяет заголовок и пропущена',
  'row.double': (facts) => `${text(facts, 'name')} уже есть в ${text(facts, 'other')}, строка пропущена`,
  'row.conflict': (facts) =>
    `${text(facts, 'name')} уже есть в ${text(facts, 'other')}, но ${text(facts, 'field')} там другое: оставьте одну строку`,
  'cell.formula': (facts) => `${text(facts, 'field')}: в ячейке формула; вставьте её значение`,
  'cell.broken': (facts) => `${text(facts, 'field')}: в ячейке ошибка ${text(facts, 'value')}`,
  'cell.missing': (facts) => `не заполнено обязательное поле «${text(facts, 'field')}»`,
  'cell.tooLong': (facts) =>
    `${text(facts, 'field')}: ${text(facts, 'length')} знаков, а можно не больше ${text(facts, 'limit')}`,
  'name.badSigns': (facts) =>
    `${text(facts, 'field')} ${value(facts)}: можно только буквы, дефис, пробел и точку`,
  'date.notADate': (facts) => `${text(facts, 'field')} ${value(facts)} — не дата, нужно ДД.ММ.ГГГГ`,
  'date.impossible': (facts) => `${text(facts, 'field')} ${text(facts, 'value')} не существует`,
  'date.outOfRange': (facts) =>
    `${text(facts, 'field')} ${text(facts, 'value')} вне пределов: от ${text(facts, 'from')} до ${text(facts, 'to')}`,
  'gender.unknown': (facts) => `пол ${value(facts)} не распознан: нужно М или Ж`,
  'snils.digits': (facts) =>
    `${text(facts, 'field')} ${value(facts)}: цифр ${text(facts, 'length')}, а нужно ${text(facts, 'limit')}`,
  'snils.control': (facts) =>
    `${text(facts, 'field')} ${value(facts)}: контрольное число не сходится, должно быть ${text(facts, 'control')}`,
  'snils.taken': (facts) => `СНИЛС принадлежит другому человеку: ${text(facts, 'name')}`,
  'snils.differs': (facts) =>
    `${text(facts, 'name')} с этой датой рождения или телефоном уже есть, но СНИЛС там другой`,
  'class.unknown': (facts) => `класс ${value(facts)} не распознан: нужно, например, 7Б, 7-Б или 7 «Б»`,
  'class.absent': (facts) => `класса ${text(facts, 'value')} нет в школе`,
  'phone.bad': (facts) => `${text(facts, 'field')} ${value(facts)} не похож на номер и не загружен`,
  'email.bad': (facts) => `${text(facts, 'field')} ${value(facts)} не похож на адрес и не загружен`,
  'kinship.unknown': (facts) =>
    `родство ${value(facts)} не распознано: мать, отец, бабушка, дедушка, опекун или другое`,
  'guardian.incomplete': (facts) => `${text(facts, 'field')}: данные родителя есть, а фамилии и имени нет`,
  'subgroup.bad': (facts) => `подгруппа ${value(facts)}: нужно «предмет=группа; предмет=группа»`,
  'subject.unknown': (facts) => `предмета ${value(facts)} нет в школе${near(facts)}`,
  'subject.similar': (facts) => `предмета ${value(facts)} нет в школе${near(facts)}: исправьте название`,
  'teacher.unknown': (facts) => `учителя ${value(facts)} нет среди сотрудников${near(facts)}`,
  'teacher.ambiguous': (facts) =>
    `учителей ${value(facts)} в школе несколько: напишите имя и отчество полностью`,
  'hours.bad': (facts) => `часов в неделю ${value(facts)}: нужно число от 0 до ${text(facts, 'limit')}`,
  'journalKind.unknown': (facts) => `вид журнала ${value(facts)} не распознан: урочный или внеурочный`,
  'homeroom.twice': (facts) =>
    `классный руководитель ${text(facts, 'value')} уже назван в ${text(facts, 'other')}: ${text(facts, 'name')}`,
  'group.empty': (facts) =>
    `в группе «${text(facts, 'group')}» нет учеников: назовите их в столбце «Подгруппа»`,
  'rows.keptBack': (facts) =>
    `учеников, которых нет в файле: ${text(facts, 'count')}; пока есть строки с ошибками, никто не выбывает`,
  'classes.untouched': (facts) => `классы, которых нет в файле, не тронуты: ${text(facts, 'classes')}`,
};
