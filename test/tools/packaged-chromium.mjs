// @ts-check
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const cache = join(import.meta.dirname, '../../node_modules/.cache/askwell-chromium');

/**
 * Unpacks the Chromium that lies inside @sparticuz/chromium, once for each version (about two seconds, 210 MB).
 * The package's own `executablePath()` unpacks to one fixed place in the temporary folder, where two runs collide, and
 * its `args` switch off web security, which would make every test of a Content Security Policy worthless.
 * @returns {Promise<{ executablePath: string, env: NodeJS.ProcessEnv }>}
 */
export async function packagedChromium() {
  const home = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const folder = join(cache, version);
  if (!existsSync(join(folder, 'chromium'))) await unpack(join(home, 'bin'), folder);

  const env = { ...process.env };
  const hasNss = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].some((lib) =>
    existsSync(join(lib, 'libnss3.so')),
  );
  if (!hasNss) env.LD_LIBRARY_PATH = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  return { executablePath: join(folder, 'chromium'), env };
}

/**
 * @param {string} bin
 * @param {string} folder
 */
async function unpack(bin, folder) {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  // tar-fs is a dependency of @sparticuz/chromium, so it is resolved from there.
  const { extract } = createRequire(join(bin, '../package.json'))('tar-fs');
  /** @type {(file: string, target: NodeJS.WritableStream) => Promise<void>} */
  const decompress = (file, target) => pipeline(createReadStream(join(bin, file)), createBrotliDecompress(), target);
  await Promise.all([
    decompress('chromium.br', createWriteStream(join(partial, 'chromium'), { mode: 0o755 })),
    decompress('al2023.tar.br', extract(partial)),
    decompress('swiftshader.tar.br', extract(partial)),
    decompress('fonts.tar.br', extract(join(partial, 'fonts'))),
  ]);
  writeFileSync(
    join(partial, 'fonts/fonts.conf'),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
      `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another run was faster: its copy is as good as ours.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}
