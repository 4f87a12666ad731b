import type { Facts, RosterFaultWords } from './ru.ts';

const text = (facts: Facts, name: string) => String(facts[name] ?? '');
const value = (facts: Facts) => `"${text(facts, 'value')}"`;
const near = (facts: Facts) =>
  facts['near'] === undefined ? '' : `; it looks like "${text(facts, 'near')}"`;

export const rosterFaults: RosterFaultWords = {
  'table.unknown': (facts) => `the sheet "${text(facts, 'sheet')}" has no header we know and was passed over`,
  'header.missing': (facts) => `the column "${text(facts, 'field')}" is missing`,
  'header.double': (facts) =>
    `the column "${text(facts, 'title')}" is there already (${text(facts, 'first')}): keep one`,
  'column.unknown': (facts) => `the column "${text(facts, 'title')}" is unknown and was not loaded`,
  'column.notKept': (facts) => `the column "${text(facts, 'title')}" is not kept in Parta and was not loaded`,
  'row.headerAgain': () => 'the row repeats the header and was passed over',
  'row.double': (facts) =>
    `${text(facts, 'name')} is in ${text(facts, 'other')} already, the row was passed over`,
  'row.conflict': (facts) =>
    `${text(facts, 'name')} is in ${text(facts, 'other')} already with another ${text(facts, 'field')}: keep one row`,
  'cell.formula': (facts) => `${text(facts, 'field')}: the cell holds a formula; paste its value`,
  'cell.broken': (facts) => `${text(facts, 'field')}: the cell holds the error ${text(facts, 'value')}`,
  'cell.missing': (facts) => `the field "${text(facts, 'field')}" must not be empty`,
  'cell.tooLong': (facts) =>
    `${text(facts, 'field')}: ${text(facts, 'length')} signs, while ${text(facts, 'limit')} are allowed`,
  'name.badSigns': (facts) =>
    `${text(facts, 'field')} ${value(facts)}: only letters, hyphen, blank and full stop are allowed`,
  'date.notADate': (facts) => `${text(facts, 'field')} ${value(facts)} is no date; write DD.MM.YYYY`,
  'date.impossible': (facts) => `${text(facts, 'field')} ${text(facts, 'value')} does not exist`,
  'date.outOfRange': (facts) =>
    `${text(facts, 'field')} ${text(facts, 'value')} is out of range: from ${text(facts, 'from')} to ${text(facts, 'to')}`,
  'gender.unknown': (facts) => `gender ${value(facts)} is unknown: М or Ж is needed`,
  'snils.digits': (facts) =>
    `${text(facts, 'field')} ${value(facts)}: ${text(facts, 'length')} digits, while ${text(facts, 'limit')} are needed`,
  'snils.control': (facts) =>
    `${text(facts, 'field')} ${value(facts)}: the control number is wrong, it should be ${text(facts, 'control')}`,
  'snils.taken': (facts) => `the SNILS belongs to somebody else: ${text(facts, 'name')}`,
  'snils.differs': (facts) =>
    `${text(facts, 'name')} with this date of birth or phone is there already, with another SNILS`,
  'class.unknown': (facts) =>
    `class ${value(facts)} was not understood: write, for example, 7Б, 7-Б or 7 «Б»`,
  'class.absent': (facts) => `there is no class ${text(facts, 'value')} in the school`,
  'phone.bad': (facts) =>
    `${text(facts, 'field')} ${value(facts)} does not look like a number and was not loaded`,
  'email.bad': (facts) =>
    `${text(facts, 'field')} ${value(facts)} does not look like an address and was not loaded`,
  'kinship.unknown': (facts) =>
    `kinship ${value(facts)} was not understood: мать, отец, бабушка, дедушка, опекун or другое`,
  'guardian.incomplete': (facts) => `${text(facts, 'field')}: a guardian without last and first name`,
  'subgroup.bad': (facts) => `subgroup ${value(facts)}: write "subject=group; subject=group"`,
  'subject.unknown': (facts) => `there is no subject ${value(facts)} in the school${near(facts)}`,
  'subject.similar': (facts) =>
    `there is no subject ${value(facts)} in the school${near(facts)}: correct the name`,
  'teacher.unknown': (facts) => `nobody on the staff is called ${value(facts)}${near(facts)}`,
  'teacher.ambiguous': (facts) =>
    `several on the staff are called ${value(facts)}: write first and middle name in full`,
  'hours.bad': (facts) =>
    `hours a week ${value(facts)}: a number from 0 to ${text(facts, 'limit')} is needed`,
  'journalKind.unknown': (facts) => `journal kind ${value(facts)} was not understood: урочный or внеурочный`,
  'homeroom.twice': (facts) =>
    `the homeroom teacher of ${text(facts, 'value')} is named in ${text(facts, 'other')} already: ${text(facts, 'name')}`,
  'group.empty': (facts) =>
    `the group "${text(facts, 'group')}" has no students: name them in the column "Подгруппа"`,
  'rows.keptBack': (facts) =>
    `${text(facts, 'count')} students are not in the file; while rows have errors nobody leaves`,
  'classes.untouched': (facts) =>
    `classes that are not in the file stay as they are: ${text(facts, 'classes')}`,
};
