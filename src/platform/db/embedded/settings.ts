import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/**
 * How the embedded PostgreSQL runs: for one school on a small machine, durable, reachable by its
 * socket only, and with no personal data in its log (no statements, no key values).
 */
export function engineSettings(socketFolder: string): Readonly<Record<string, string>> {
  const memory = Math.floor(totalmem() / megabyte);
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: '40',
    superuser_reserved_connections: '3',
    shared_buffers: `${within(Math.floor(memory / 8), 64, 512)}MB`,
    effective_cache_size: `${within(Math.floor(memory / 2), 128, 4096)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    // Hot statements take a millisecond; compiling one takes fifty.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
