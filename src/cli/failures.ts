import { ConfigFault } from '#platform/config-fault.ts';
import { StartFailure } from '#platform/db/start-failure.ts';
import { CommandFailure } from './command.ts';
import type { CliWords } from './ru.ts';

/** One sentence with the way out for a fault the person can mend, or `null` when it is a fault of Parta. */
export function failureSentence(error: unknown, words: CliWords): string | null {
  if (error instanceof CommandFailure) return error.message;
  if (error instanceof StartFailure) return withFacts(words.startFailures[error.code], error.facts);
  if (error instanceof ConfigFault) return words.configFaults[error.code](error.setting);
  if (!(error instanceof Error)) return null;
  const fault: SystemFault = error;
  return sentences[fault.code ?? '']?.(fault, words) ?? null;
}

type SystemFault = Error & { code?: string; path?: string; port?: number; syscall?: string };
type Sentence = (fault: SystemFault, words: CliWords) => string;

const withFacts = (sentence: string, facts: StartFailure['facts']) =>
  sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(facts[name] ?? ''));

const unreadable: Sentence = (fault, words) =>
  fault.syscall === 'listen'
    ? words.portForbidden(String(fault.port ?? ''))
    : words.unreadable(fault.path ?? '');

const withHint = (sentence: string, words: CliWords) => `${sentence} ${words.helpHint}`;

/** Node quotes the offending name first: Unknown option '--prot'. */
const quoted = (fault: SystemFault) => /'([^']*?)(?: <value>)?'/.exec(fault.message)?.[1] ?? '';

const sentences: Record<string, Sentence> = {
  EADDRINUSE: (fault, words) => words.portTaken(String(fault.port ?? '')),
  EACCES: unreadable,
  EPERM: unreadable,
  EROFS: unreadable,
  ENOENT: (fault, words) => words.missingPath(fault.path ?? ''),
  ENOTDIR: (fault, words) => words.missingPath(fault.path ?? ''),
  ENOSPC: (_fault, words) => words.diskFull,
  EDQUOT: (_fault, words) => words.diskFull,
  EMFILE: (_fault, words) => words.tooManyFiles,
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (fault, words) => withHint(words.unknownOption(quoted(fault)), words),
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (fault, words) => {
    const wording = fault.message.includes('does not take') ? words.needlessValue : words.missingValue;
    return withHint(wording(quoted(fault)), words);
  },
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (fault, words) =>
    withHint(words.needlessOperand(quoted(fault)), words),
};
