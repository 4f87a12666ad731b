export type StartFailureCode = keyof typeof sentences;

export type StartFailureFacts = Readonly<Record<string, string | number>>;

/**
 * Why the database does not start, as one sentence ready to print. The command line may word `code`
 * and `facts` in Russian itself.
 */
export class StartFailure extends Error {
  readonly code: StartFailureCode;
  readonly facts: StartFailureFacts;

  constructor(code: StartFailureCode, facts: StartFailureFacts = {}) {
    super(sentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')));
    this.name = 'StartFailure';
    this.code = code;
    this.facts = facts;
  }
}

const sentences = {
  addressMissing: 'The database addresses {variables} are missing: set them beside DATABASE_URL.',
  binariesMissing:
    'No PostgreSQL is installed for this machine ({platform}): run "npm ci" without --omit=optional, or set DATABASE_URL.',
  dataDirInUse:
    'The data folder {path} is used by another running Parta (process {pid}): stop that one first.',
  dataDirOtherVersion:
    'The data folder {path} belongs to PostgreSQL {found}, this Parta brings {expected}: restore a backup into a new folder.',
  dataDirUnreadable:
    'The data folder {path} cannot be used ({reason}): give its owner the right to read and write it.',
  databaseUnreachable: 'The database does not answer ({reason}): check its address and that it is running.',
  diskFull: 'The disk with {path} is full: free some space and start again.',
  migrationChanged:
    'The migration {file} was changed after it had been applied: restore the file and write a new one.',
  migrationLate:
    'The migration {file} is older than {latest}, which has been applied: give it a later time stamp.',
  migrationFailed: 'The migration {file} failed ({reason}): nothing of it was applied.',
  migrationMissing:
    'The migration {file} has been applied to this database but its file is gone: this Parta is older.',
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
  userMissing: 'Parta was started as root and the system has no user "{user}": start it as an ordinary user.',
} as const;
