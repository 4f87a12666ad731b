#!/usr/bin/env node
// The starter. It must run on a bare Node 20 with nothing installed: plain JavaScript, no dependencies.
// It installs what the lockfile names and goes on in src/cli/main.ts with a Node that runs TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const cli = join(root, 'src', 'cli', 'main.ts');
const nodePackage = `node-${process.platform}-${process.arch}`;
const bundledNode = join(modules, nodePackage, 'bin', 'node');
/** From this version on Node runs TypeScript as it is. */
const oldestNode = [22, 18];

/** What npm says → what the person can do, in both languages. */
const noRights = [
  `Нет права писать в папку ${root}: запустите команду от имени её владельца.`,
  `No right to write to ${root}.`,
];
const noNetwork = [
  'Реестр npm недоступен, зависимости не установились: проверьте сеть (или настройку registry) и повторите команду.',
  'The npm registry cannot be reached.',
];
const installFailures = {
  EACCES: noRights,
  EPERM: noRights,
  EROFS: noRights,
  ENOSPC: [
    'На диске нет места для зависимостей: освободите около 1 ГБ и повторите команду.',
    'The disk is full.',
  ],
  EUSAGE: [
    'package.json и package-lock.json расходятся: выполните «npm install» и повторите команду.',
    'package.json and package-lock.json disagree: run "npm install".',
  ],
  EAI_AGAIN: noNetwork,
  ENOTFOUND: noNetwork,
  ECONNREFUSED: noNetwork,
  ECONNRESET: noNetwork,
  ETIMEDOUT: noNetwork,
  ERR_SOCKET_TIMEOUT: noNetwork,
  ENETUNREACH: noNetwork,
};

if (!isInstalled()) install();
if (runsTypeScript()) await import(pathToFileURL(cli).href);
else if (existsSync(bundledNode)) goOnWith(bundledNode);
else {
  fail(
    `Нужен Node.js ${oldestNode.join('.')} или новее, а запущен ${process.versions.node}, и для этой системы готового нет. ` +
      'Установите новый Node.js и повторите команду.',
    `Node.js ${oldestNode.join('.')} or newer is needed.`,
  );
}

function runsTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** npm leaves a list of what it has installed; an interrupted installation leaves none. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(modules, '.package-lock.json'));
  if (wanted === null || present === null) return false;
  // An optional package that failed to download is passed over by npm in silence.
  if (wanted[`node_modules/${nodePackage}`] && !runsTypeScript() && !existsSync(bundledNode)) return false;
  const withTools = process.env.NODE_ENV !== 'production';
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = present[path];
    if (installed !== undefined) return installed.version === entry.version;
    return entry.optional === true || (entry.dev === true && !withTools);
  });
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  } catch {
    return null;
  }
}

function install() {
  process.stderr.write('Устанавливаю зависимости…\n');
  const done = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutOwnTools() },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (done.status === 0) return;
  if (done.error?.code === 'ENOENT') {
    fail('Не найден npm: установите его вместе с Node.js и повторите команду.', 'npm was not found.');
  }
  const said = done.stderr ?? '';
  const code = /npm (?:error|ERR!) code (\S+)/.exec(said)?.[1] ?? `код ${done.status ?? done.signal}`;
  const [ru, en] = installFailures[code] ?? [
    `Зависимости не установились (${code}): проверьте связь с реестром npm и повторите команду. Подробности покажет «npm ci».`,
    `Dependencies were not installed (${code}); "npm ci" tells more.`,
  ];
  fail(ru, en);
}

/** npm ci removes node_modules, so npm must not run on the Node that lies there. */
function pathWithoutOwnTools() {
  const parts = (process.env.PATH ?? '').split(delimiter);
  const others = parts.filter((part) => !part.startsWith(modules));
  return others.some((part) => existsSync(join(part, 'node'))) ? others.join(delimiter) : process.env.PATH;
}

/** The channel tells the child when this process dies without a word, so nothing is left behind. */
function goOnWith(node) {
  const child = spawn(node, [cli, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    fail(
      `Не запускается ${node} (${error.code ?? error.message}): установите Node.js ${oldestNode.join('.')} или новее и повторите команду.`,
      'The bundled Node.js does not start.',
    );
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

function fail(ru, en) {
  process.stderr.write(`${ru}\n${en}\n`);
  process.exit(1);
}
