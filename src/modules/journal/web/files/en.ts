import type { FileWords } from './ru.ts';

export const files: FileWords = {
  title: 'Files of the homework',
  attach: 'Attach files',
  hint: 'or drop them here',
  inFile: 'See the file.',
  noText: 'Without a text the homework is taken back: families do not see the files either.',
  remove: 'Take off',
  removeNamed: (name) => `Take off the file ${name}`,
  removed: (name) => `The file “${name}” was taken off`,
  putBack: 'Put back',
  sending: (name) => `Sending ${name}`,
  stop: 'Cancel',
  stopNamed: (name) => `Do not send ${name}`,
  again: 'Try again',
  putAway: 'Got it',
};
