export { createAccount } from './accounts/commands.ts';
export { hashPassword } from './password-hashes.ts';
export { grantRole } from './roles/commands.ts';
