import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const clientFolder = 'dist/client';
const familyEntries = ['src/web/family.ts', 'src/web/sign-in.ts'];
const staffEntries = ['src/web/staff.tsx'];
const familyManifest = '.vite/family.json';
const staffManifest = '.vite/staff.json';

/**
 * One `vite build` makes all builds, the browser's first: the renderer carries the browser builds'
 * file names, so that it needs no look-up and reads no file while it serves. Families and staff have builds of their
 * own: in one build every file both use would carry what the staff's pages alone need, to a phone on a slow network.
 */
export default defineConfig({
  appType: 'custom',
  publicDir: 'src/web/public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: { assetsInlineLimit: 0, target: ['chrome111', 'safari16.4', 'firefox114'] },
  // One copy of Preact on the server: the string renderer, hooks and signals must share it.
  ssr: { noExternal: true },
  builder: {
    async buildApp(builder) {
      const { client, family, ssr } = builder.environments;
      if (!client || !family || !ssr) throw new Error('All builds are needed.');
      await builder.build(client);
      await builder.build(family);
      await builder.build(ssr);
      await compressFolder(clientFolder);
    },
  },
  environments: {
    client: {
      build: {
        outDir: clientFolder,
        manifest: staffManifest,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: staffEntries },
      },
    },
    family: {
      consumer: 'client',
      build: {
        outDir: clientFolder,
        emptyOutDir: false,
        copyPublicDir: false,
        manifest: familyManifest,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: familyEntries },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/ssr',
        ssr: true,
        emitAssets: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { render: 'src/web/document.tsx' },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
  plugins: [browserFiles()],
});

/** Gives `virtual:browser-files` to the renderer: which files each source became in the browser. */
function browserFiles(): Plugin {
  const name = 'virtual:browser-files';
  let isDevelopment = false;
  return {
    name: 'parta-browser-files',
    configResolved(config) {
      isDevelopment = config.command === 'serve';
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      if (isDevelopment) return 'export const manifest = null;';
      const [staff, family] = await Promise.all(
        [staffManifest, familyManifest].map((file) => readFile(join(clientFolder, file), 'utf8')),
      );
      return `export const manifest = { ...${staff}, ...${family} };`;
    },
  };
}

const compressible = new Set(['.js', '.css', '.svg', '.json', '.webmanifest']);

/** Writes `.br` and `.gz` beside each text file once, so that no request pays for compression. */
async function compressFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${path}.br`, brotliCompressSync(content, { params: quality }));
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
