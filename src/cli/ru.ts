import type { ConfigFaultCode } from '#platform/config-fault.ts';
import type { StartFailureCode } from '#platform/db/start-failure.ts';
import type { RunWords } from '#tools/run/run.ts';

/** Sentences of the command line. Each names the fault and the way out. */
export const words = {
  usage: 'Применение',
  commandsTitle: 'Команды',
  optionsTitle: 'Параметры',
  commandPlace: 'КОМАНДА',
  optionsPlace: '[параметры]',
  valuePlace: 'ЗНАЧЕНИЕ',
  help: 'показать эту справку',
  version: 'показать версию',
  language: 'язык сообщений: ru или en (или переменная PARTA_LANG)',
  tagline: 'Парта — школьный дневник и классный журнал с открытым кодом.',
  moreHelp: 'Подробно о команде: parta КОМАНДА --help',
  helpHint: 'Список команд и параметров: parta --help.',

  unknownCommand: (name: string) => `Нет команды «${name}».`,
  unknownOption: (name: string) => `Нет параметра «${name}».`,
  missingValue: (name: string) => `Параметру «${name}» нужно значение.`,
  needlessValue: (name: string) => `Параметру «${name}» значение не нужно.`,
  needlessOperand: (name: string) => `Лишнее слово в команде: «${name}».`,
  unknownLanguage: (name: string) => `Нет языка «${name}»: есть ru и en.`,

  portTaken: (port: string) =>
    `Порт ${port} занят: закройте программу, которая его держит, или укажите другой, например --port 8081.`,
  portForbidden: (port: string) =>
    `Порт ${port} открыть не разрешено: укажите номер от 1024 и выше, например --port 8080.`,
  diskFull: 'На диске нет места: освободите его и повторите команду.',
  unreadable: (path: string) =>
    `Нет доступа к «${path}»: дайте права пользователю, который запускает Парту, или укажите другую папку (--data).`,
  missingPath: (path: string) => `Не найдено: «${path}». Проверьте путь и повторите команду.`,
  tooManyFiles: 'Слишком много открытых файлов: поднимите предел (ulimit -n) и повторите команду.',
  unexpected: (message: string) =>
    `Непредвиденная ошибка: ${message}. Ниже подробности; приложите их к сообщению об ошибке.`,
  stopTimedOut: 'Остановка не завершилась вовремя, процесс прерван.',

  migrated: (count: number) => `Применено миграций: ${count}.`,
  nothingToMigrate: 'База данных уже в нужном виде.',

  serving: (url: string) => `Парта работает: ${url}`,
  setUp: (url: string, code: string) =>
    `Школы ещё нет: откройте ${url} и введите код ${code}. Он действует один раз и до следующего запуска.`,
  developing: (url: string) => `Разработка: ${url} (правки видны сразу)`,

  buildingWeb: 'Собираю страницы…',
  webBuildFailed: 'Страницы не собрались: исправьте ошибку ниже и повторите команду.',
  webBuilderMissing: 'Страницы не собраны, а сборщик не установлен: выполните «npm ci» и повторите команду.',

  unknownStep: (name: string, known: string) => `Нет шага «${name}»: есть ${known}.`,
  noChromium:
    'Для проверок в браузере нужен Chromium: установите его («sudo apt-get install chromium») или назовите путь в переменной PARTA_CHROMIUM.',
  chromiumNotInstalled: (reason: string) =>
    `Chromium не установился (${reason}): установите его сами («apt-get install chromium») или назовите путь в переменной PARTA_CHROMIUM.`,
  installingChromium: 'Устанавливаю Chromium из пакетов Debian…',
  run: {
    steps: {
      types: 'типы',
      lint: 'правила языка',
      format: 'оформление',
      deadCode: 'лишний код',
      modules: 'границы модулей',
      sql: 'миграции',
      schema: 'схема базы',
      rules: 'правила и API',
      journeys: 'пути в браузере',
    },
    seconds: (seconds: number) => `${seconds.toFixed(1).replace('.', ',')} с`,
    tests: (passed: number) => `прошло ${passed}`,
    failed: (failed: number) => `не прошло ${failed}`,
    skipped: (skipped: number) => `пропущено ${skipped}`,
  } satisfies RunWords,

  configFaults: {
    portInvalid: (setting: string) => `Порт «${setting}» не годится: нужно число от 0 до 65535.`,
    fileSizeInvalid: (setting: string) =>
      `PARTA_FILE_MB = «${setting}» не годится: нужно число мегабайт от 1 до 200.`,
    tlsIncomplete: (setting: string) => `Для HTTPS нужны и сертификат, и ключ: не хватает --${setting}.`,
    plainHttpOffLoopback: (setting: string) =>
      `По адресу ${setting} без HTTPS пароли идут открытым текстом: задайте --tls-cert и --tls-key, прокси (--trust-proxy) или согласитесь явно (--insecure-http).`,
    secretsBroken: (setting: string) =>
      `Файл ключей ${setting} испорчен: восстановите его из резервной копии.`,
    smtpInvalid: (setting: string) =>
      `PARTA_SMTP «${setting}» не годится: нужен адрес вида smtp://логин:пароль@узел:587 или smtps://….`,
    mailFromInvalid: (setting: string) =>
      `PARTA_MAIL_FROM «${setting}» не годится: нужен адрес, от которого уходят письма, например «Школа № 7 <diary@school.example>».`,
    dkimInvalid: (setting: string) =>
      `PARTA_DKIM «${setting}» не годится: нужно «домен:селектор:путь к файлу ключа».`,
    originInvalid: (setting: string) =>
      `PARTA_ORIGIN «${setting}» не годится: нужен адрес вида https://diary.school.example.`,
    bounceIncomplete: (setting: string) =>
      `Чтобы замечать вернувшиеся письма, задайте и ${setting}: нужны PARTA_SMTP, PARTA_BOUNCE_ADDRESS и PARTA_BOUNCE_IMAP.`,
    bounceAddressInvalid: (setting: string) =>
      `PARTA_BOUNCE_ADDRESS «${setting}» не годится: нужен адрес вида bounces@school.example, до «@» не больше 31 знака.`,
    bounceImapInvalid: (setting: string) =>
      `PARTA_BOUNCE_IMAP «${setting}» не годится: нужно imaps://логин:пароль@узел[:порт][/ящик].`,
  } satisfies Record<ConfigFaultCode, (setting: string) => string>,

  /** `{name}` is a fact of the failure. */
  startFailures: {
    addressMissing: 'Не хватает адресов базы данных {variables}: задайте их рядом с DATABASE_URL.',
    binariesMissing:
      'Для этой системы ({platform}) нет PostgreSQL: выполните «npm ci» без --omit=optional или задайте DATABASE_URL.',
    dataDirInUse:
      'Папку данных {path} уже использует другая Парта (процесс {pid}): остановите её или укажите другую папку (--data).',
    dataDirOtherVersion:
      'Папка данных {path} создана PostgreSQL {found}, а эта Парта работает с {expected}: восстановите резервную копию в новую папку.',
    dataDirUnreadable:
      'Папку данных {path} нельзя использовать ({reason}): дайте её владельцу право читать и писать или укажите другую (--data).',
    databaseUnreachable: 'База данных не отвечает ({reason}): проверьте её адрес и что она запущена.',
    diskFull: 'На диске с папкой {path} нет места: освободите его и запустите снова.',
    migrationChanged:
      'Миграция {file} изменена после того, как была применена: верните файл и напишите новую миграцию.',
    migrationLate: 'Миграция {file} старше уже применённой {latest}: дайте ей более поздний номер.',
    migrationFailed: 'Миграция {file} не применилась ({reason}): в базе ничего не изменилось.',
    migrationMissing:
      'К базе применена миграция {file}, которой в этой Парте нет: запустите более новую версию Парты.',
    migrationName: 'Имя миграции {file} не вида YYYY-MM-DD-HHMM_words.sql: переименуйте её.',
    migrationTwice: 'У миграций {file} и {other} один и тот же номер: измените один из них.',
    ownerAddressMissing: 'Для миграций нужен адрес владельца базы: задайте DATABASE_OWNER_URL.',
    parentNotPassable:
      'PostgreSQL работает от имени пользователя {user}, а ему закрыта папка {folder}: выберите папку данных вне её, например --data /var/lib/parta.',
    postgresWontStart: 'PostgreSQL не запускается ({reason}): подробности в {log}.',
    roleMissing:
      'Нет роли {role}, а {user} не вправе её создать: выполните от имени администратора «create role {role}».',
    rolePrivileged: 'Сервер подключён как {role} и обходит ограду школ ({reason}): укажите обычную роль.',
    secretsMissing:
      'Файл {path} с паролями этой базы пропал или испорчен: восстановите его из резервной копии.',
    userMissing:
      'Парта запущена от root, а пользователя «{user}» в системе нет: запустите её от обычного пользователя.',
  } satisfies Record<StartFailureCode, string>,
};

export type CliWords = typeof words;
