export { hashPassword } from './password-hashes.ts';
export { grantRole, type RoleGrant } from './roles/commands.ts';
export {
  accessGivenSince,
  issueAccounts,
  loginsLike,
  oneTimePassword,
  personsWithAccount,
  type IssuedAccount,
} from './accounts/bulk-commands.ts';
export { loginSource } from './accounts/login-rules.ts';
export { endRoles, grantRoles, heldRoles, type HeldRole } from './roles/bulk-commands.ts';
export { rolesOfPosition } from './roles/rules.ts';
export { passwordFault, shortestPassword, wordsOfLogin } from './password-strength.ts';
export { givePassword } from './accounts/commands.ts';
export { resetFactorOf } from './second-factor/commands.ts';
export { signInOn } from './sign-in/commands.ts';
export { tellAccount } from './notices/commands.ts';
