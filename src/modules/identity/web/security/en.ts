import type { SecurityWords } from './ru.ts';

export const en: SecurityWords = {
  title: 'Sign-in and security',
  toAccount: 'Account',
  password: 'Password',
  passwordText: 'If somebody may have seen it, change it: sessions on other devices will end.',
  changePassword: 'Change the password',
  devices: 'Where you are signed in',
  devicesText: 'A device you do not know? End its session and change your password.',
  thisDevice: 'this device',
  unknownBrowser: 'Unknown browser',
  began: (moment) => `Signed in ${moment}`,
  seen: (moment) => `last active ${moment}`,
  end: 'End',
  endNamed: (device, moment) => `End the session: ${device}, signed in ${moment}`,
  endOthers: 'Sign out on all other devices',
  onlyThis: 'You are not signed in on any other device.',
  today: (time) => `today at ${time}`,
  yesterday: (time) => `yesterday at ${time}`,
  onDay: (day, time) => `on ${day} at ${time}`,
};
