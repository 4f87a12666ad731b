import type { LetterWords } from './letter-words-ru.ts';

export const en: LetterWords = {
  contactSubject: 'Confirm your address',
  contactText: 'To join this address to your account in Parta, enter the code:',
  recoverySubject: 'Code to get back in',
  recoveryText: 'To set a new password in Parta, enter the code:',
  codeLasts: (minutes) =>
    `The code is good for ${minutes} minutes. Tell it to nobody: the school never asks for it.`,
  contactUnasked: 'If you did not give this address, do nothing: without the code it will not be joined.',
  recoveryUnasked: 'If you did not ask for it, do nothing: the password stays as it is.',
  changedSubject: 'Your e-mail address was changed',
  changedText:
    'This address is no longer joined to your account in Parta: letters and codes will not come here.',
  passwordSubject: 'Your password was changed',
  passwordText: (login) =>
    `The password of the account "${login}" in Parta was changed by a code from a letter. All devices have to sign in again.`,
  notices: {
    requestDecided: {
      subject: 'Your request has been decided',
      text: 'The school has looked at your request.',
    },
    requestEnds: {
      subject: 'Your request ends soon',
      text: 'The school has not decided your request yet, and it ends in a few days. If you have not shown the document at school, please do.',
    },
  },
  noticeAt: (address) => `Open: ${address}`,
  noticeIn: 'In Parta open “Account”, “Add a child or a school”, then your requests.',
  alarmSubjects: { newDevice: 'Sign-in from a new device', nightSignIn: 'Sign-in at night' },
  alarmText: (login, at) => `Somebody signed in to the account "${login}" in Parta: ${at}.`,
  alarmDevice: (device) => `Device: ${device}.`,
  alarmNext:
    'Was it you? Then do nothing. If not, open “Sign-in and security” in Parta: end all other sessions and change the password.',
  notYou: 'If it was not you, tell the homeroom teacher or the school administrator at once.',
  footer: 'This letter was sent by the school diary Parta. It needs no answer.',
};
