import type { CliWords } from './ru.ts';

export const words: CliWords = {
  usage: 'Usage',
  commandsTitle: 'Commands',
  optionsTitle: 'Options',
  commandPlace: 'COMMAND',
  optionsPlace: '[options]',
  valuePlace: 'VALUE',
  help: 'show this help',
  version: 'show the version',
  language: 'language of messages: ru or en (or the variable PARTA_LANG)',
  tagline: 'Parta: an open-source school diary and class journal.',
  moreHelp: 'More about a command: parta COMMAND --help',
  helpHint: 'For commands and options: parta --help.',

  unknownCommand: (name) => `There is no command "${name}".`,
  unknownOption: (name) => `There is no option "${name}".`,
  missingValue: (name) => `The option "${name}" needs a value.`,
  needlessValue: (name) => `The option "${name}" takes no value.`,
  needlessOperand: (name) => `The command does not take "${name}".`,
  unknownLanguage: (name) => `There is no language "${name}": only ru and en.`,

  portTaken: (port) =>
    `Port ${port} is taken: close the program that holds it or choose another, for example --port 8081.`,
  portForbidden: (port) =>
    `Opening port ${port} is not permitted: choose a number from 1024 on, for example --port 8080.`,
  diskFull: 'The disk is full: free some space and repeat the command.',
  unreadable: (path) =>
    `No access to "${path}": grant it to the user who runs Parta or choose another folder (--data).`,
  missingPath: (path) => `Not found: "${path}". Check the path and repeat the command.`,
  tooManyFiles: 'Too many open files: raise the limit (ulimit -n) and repeat the command.',
  unexpected: (message) => `Unexpected error: ${message}. Attach the details below to your report.`,
  stopTimedOut: 'Stopping took too long, the process was ended.',

  migrated: (count) => `Migrations applied: ${count}.`,
  nothingToMigrate: 'The database has its form already.',

  setUp: (url, code) =>
    `There is no school yet: open ${url} and enter the code ${code}. It works once, until the next start.`,
  serving: (url) => `Parta serves: ${url}`,
  developing: (url) => `Development: ${url} (changes show at once)`,

  buildingWeb: 'Building the pages…',
  webBuildFailed: 'The pages could not be built: mend the error below and repeat the command.',
  webBuilderMissing:
    'The pages are not built and the builder is not installed: run "npm ci" and repeat the command.',

  unknownStep: (name, known) => `There is no step "${name}": only ${known}.`,
  noChromium:
    'Browser checks need Chromium: install it ("sudo apt-get install chromium") or name its path in PARTA_CHROMIUM.',
  chromiumNotInstalled: (reason) =>
    `Chromium could not be installed (${reason}): install it yourself ("apt-get install chromium") or name its path in PARTA_CHROMIUM.`,
  installingChromium: "Installing Chromium from Debian's packages…",
  run: {
    steps: {
      types: 'types',
      lint: 'lint',
      format: 'format',
      deadCode: 'dead code',
      modules: 'module graph',
      sql: 'migrations',
      schema: 'schema',
      rules: 'rules and API',
      journeys: 'journeys',
    },
    seconds: (seconds) => `${seconds.toFixed(1)} s`,
    tests: (passed) => `${passed} passed`,
    failed: (failed) => `${failed} failed`,
    skipped: (skipped) => `${skipped} skipped`,
  },

  configFaults: {
    portInvalid: (setting) => `The port "${setting}" will not do: a number from 0 to 65535 is needed.`,
    fileSizeInvalid: (setting) => `PARTA_FILE_MB = "${setting}" will not do: 1 to 200 megabytes are needed.`,
    tlsIncomplete: (setting) => `HTTPS needs both the certificate and the key: --${setting} is missing.`,
    plainHttpOffLoopback: (setting) =>
      `At ${setting} without HTTPS passwords travel in the clear: give --tls-cert and --tls-key, a proxy (--trust-proxy), or agree explicitly (--insecure-http).`,
    secretsBroken: (setting) => `The key file ${setting} is broken: restore it from a backup.`,
    smtpInvalid: (setting) =>
      `PARTA_SMTP "${setting}" will not do: an address like smtp://login:password@host:587 or smtps://… is needed.`,
    mailFromInvalid: (setting) =>
      `PARTA_MAIL_FROM "${setting}" will not do: the address letters come from is needed, such as "School 7 <diary@school.example>".`,
    dkimInvalid: (setting) =>
      `PARTA_DKIM "${setting}" will not do: "domain:selector:path of the key" is needed.`,
    originInvalid: (setting) =>
      `PARTA_ORIGIN "${setting}" will not do: an address such as https://diary.school.example is needed.`,
    bounceIncomplete: (setting) =>
      `To notice letters that come back, set ${setting} too: PARTA_SMTP, PARTA_BOUNCE_ADDRESS and PARTA_BOUNCE_IMAP are needed.`,
    bounceAddressInvalid: (setting) =>
      `PARTA_BOUNCE_ADDRESS "${setting}" will not do: an address such as bounces@school.example is needed, with at most 31 signs before the "@".`,
    bounceImapInvalid: (setting) =>
      `PARTA_BOUNCE_IMAP "${setting}" will not do: imaps://login:password@host[:port][/mailbox] is needed.`,
  },

  startFailures: {
    addressMissing: 'The database addresses {variables} are missing: set them beside DATABASE_URL.',
    binariesMissing:
      'No PostgreSQL is installed for this machine ({platform}): run "npm ci" without --omit=optional, or set DATABASE_URL.',
    dataDirInUse:
      'The data folder {path} is used by another running Parta (process {pid}): stop that one or choose another folder (--data).',
    dataDirOtherVersion:
      'The data folder {path} belongs to PostgreSQL {found}, this Parta brings {expected}: restore a backup into a new folder.',
    dataDirUnreadable:
      'The data folder {path} cannot be used ({reason}): give its owner the right to read and write it, or choose another (--data).',
    databaseUnreachable: 'The database does not answer ({reason}): check its address and that it is running.',
    diskFull: 'The disk with {path} is full: free some space and start again.',
    migrationChanged:
      'The migration {file} was changed after it had been applied: restore the file and write a new one.',
    migrationLate:
      'The migration {file} is older than {latest}, which has been applied: give it a later time stamp.',
    migrationFailed: 'The migration {file} failed ({reason}): nothing of it was applied.',
    migrationMissing:
      'The migration {file} has been applied to this database, but this Parta does not have it: start a newer one.',
    migrationName: 'The migration {file} is not named YYYY-MM-DD-HHMM_words.sql: rename it.',
    migrationTwice: 'The migrations {file} and {other} have the same time stamp: give one of them another.',
    ownerAddressMissing: 'Migrations need the address of the owner: set DATABASE_OWNER_URL.',
    parentNotPassable:
      'PostgreSQL runs as the user {user}, who may not enter {folder}: choose a data folder outside it, for example --data /var/lib/parta.',
    postgresWontStart: 'PostgreSQL does not start ({reason}): see {log}.',
    roleMissing:
      'The role {role} is missing and {user} may not create it: run as an administrator "create role {role}".',
    rolePrivileged:
      'The server is connected as {role}, who passes the school fence ({reason}): use an ordinary role.',
    secretsMissing:
      'The file {path} with the passwords of this database is gone or broken: restore it from a backup.',
    userMissing:
      'Parta was started as root and the system has no user "{user}": start it as an ordinary user.',
  },
};
