export {
  createAccount,
  disableAccount,
  joinPerson,
  replacePassword,
  type By,
  type NewAccount,
} from './accounts/commands.ts';
export { hashPassword, type Pepper } from './password-hashes.ts';
export { endRole, grantRole, type RoleGrant } from './roles/commands.ts';
