import type { ProblemWords } from './ru.ts';

const megabytes = ({ limit }: Readonly<Record<string, unknown>>) => Math.floor(Number(limit) / (1024 * 1024));

const kindsRu = 'PDF, фото JPEG и PNG, DOCX, XLSX, PPTX, ODT, ODS, ODP, TXT, MP3, M4A';
const reasonsRu: Readonly<Record<string, string>> = {
  empty: 'Файл пустой: выберите другой.',
  damaged: 'Файл повреждён или скачан не до конца. Откройте его у себя, сохраните заново и повторите.',
  encrypted: 'Файл закрыт паролем. Сохраните его без пароля.',
  html: 'Внутри это веб-страница, а не документ. Веб-страницы не прикрепляем: сохраните её как PDF или дайте ссылку в тексте.',
  svg: 'Рисунки SVG не прикрепляем: в них бывают программы. Сохраните рисунок как PNG.',
  script: 'Внутри это программа (сценарий), а не документ. Программы не прикрепляем.',
  executable: 'Внутри это программа. Программы не прикрепляем.',
  macros: 'В документе есть макросы. Сохраните его без макросов: DOCX, XLSX, PPTX или PDF.',
  oldOffice: 'Это старый формат Word, Excel или PowerPoint. Сохраните файл как DOCX, XLSX, PPTX или PDF.',
  archive: 'Архивы не прикрепляем. Прикрепите файлы из него по одному.',
  bomb: 'В распакованном виде документ слишком велик. Сохраните его как PDF.',
  heic: 'Фото в формате HEIC откроют не все. Сохраните его как JPEG.',
  video: 'Видео не прикрепляем: дайте на него ссылку в тексте задания.',
  notUtf8: 'Текст в старой кодировке. Сохраните его в UTF-8 или как DOCX.',
};
const otherRu = `Такие файлы не прикрепляем. Можно: ${kindsRu}.`;

const kindsEn = 'PDF, JPEG and PNG pictures, DOCX, XLSX, PPTX, ODT, ODS, ODP, TXT, MP3, M4A';
const reasonsEn: Readonly<Record<string, string>> = {
  empty: 'The file is empty: choose another one.',
  damaged: 'The file is damaged or was not downloaded to its end. Open it, save it anew and try again.',
  encrypted: 'The file is locked with a password. Save it without one.',
  html: 'Inside, this is a web page and no document. Web pages are not attached: save it as PDF or put a link in the text.',
  svg: 'SVG drawings are not attached: they can hold programs. Save the drawing as PNG.',
  script: 'Inside, this is a program (a script) and no document. Programs are not attached.',
  executable: 'Inside, this is a program. Programs are not attached.',
  macros: 'The document has macros. Save it without them: DOCX, XLSX, PPTX or PDF.',
  oldOffice: 'This is an old format of Word, Excel or PowerPoint. Save the file as DOCX, XLSX, PPTX or PDF.',
  archive: 'Archives are not attached. Attach the files in it one by one.',
  bomb: 'Unpacked, the document is too large. Save it as PDF.',
  heic: 'Not everybody can open a HEIC photograph. Save it as JPEG.',
  video: 'Films are not attached: put a link in the text of the homework.',
  notUtf8: 'The text is in an old encoding. Save it as UTF-8 or DOCX.',
};
const otherEn = `Such files are not attached. Possible: ${kindsEn}.`;

/** Why a file was not taken, whoever wanted to attach it. */
export const fileProblems: Readonly<Record<'ru' | 'en', ProblemWords>> = {
  ru: {
    'files.kindRefused': ({ reason }) => reasonsRu[String(reason)] ?? otherRu,
    'files.tooLarge': (facts) =>
      `Файл больше ${megabytes(facts)}\u00A0МБ. Уменьшите его или дайте ссылку в тексте.`,
    'files.cutShort': 'Файл не дошёл целиком. Проверьте сеть и повторите.',
    'files.noRoom': 'На сервере школы мало места: новые файлы пока не принимаем. Сообщите администратору.',
    'homework.notGiven': 'Сначала напишите задание: файлы прикрепляют к тексту.',
    'homework.tooManyFiles': ({ limit }) =>
      `К одному заданию можно прикрепить не больше ${Number(limit)}\u00A0файлов.`,
    'homework.filesTooLarge': (facts) => `Вместе файлы задания больше ${megabytes(facts)}\u00A0МБ.`,
    'homework.fileGone': 'Файл убран больше недели назад, вернуть его нельзя. Прикрепите его ещё раз.',
  },
  en: {
    'files.kindRefused': ({ reason }) => reasonsEn[String(reason)] ?? otherEn,
    'files.tooLarge': (facts) =>
      `The file is larger than ${megabytes(facts)}\u00A0MB. Make it smaller or put a link in the text.`,
    'files.cutShort': 'The file did not arrive whole. Check the network and try again.',
    'files.noRoom': 'The school’s server is short of room: no new files for now. Tell the administrator.',
    'homework.notGiven': 'Write the homework first: files belong to its text.',
    'homework.tooManyFiles': ({ limit }) =>
      `One piece of homework holds ${Number(limit)}\u00A0files at most.`,
    'homework.filesTooLarge': (facts) => `Together the files are larger than ${megabytes(facts)}\u00A0MB.`,
    'homework.fileGone':
      'The file was taken off more than a week ago and cannot be put back. Attach it again.',
  },
};
