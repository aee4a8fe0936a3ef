// Collects the licences of the packages whose code stands in a bundle: each asks to be handed on with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const inPackage = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** What a package says of its licence: its files, or where it has none, its manifest. */
function readLicence(folder) {
  const { name, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const said = [license, author?.name ?? author].filter((text) => text !== undefined).join(', ');
  return [name, texts.length > 0 ? texts.join('\n\n') : `Its manifest says: ${said}`];
}

/** An esbuild plugin that adds to the map the licence of each package that the bundle takes code from. */
export function collectLicences(licences) {
  return {
    name: 'collect-licences',
    setup({ initialOptions, onEnd }) {
      onEnd(({ metafile }) => {
        const folders = Object.keys(metafile?.inputs ?? {}).flatMap((file) => inPackage.exec(file) ?? []);
        for (const folder of new Set(folders)) {
          const [name, text] = readLicence(resolve(initialOptions.absWorkingDir, folder));
          licences.set(name, text);
        }
      });
    },
  };
}

/** The licences as one text, each once, below the names of the packages that it is of. */
export function writeLicences(licences) {
  const owners = new Map();
  for (const name of [...licences.keys()].sort()) {
    const text = licences.get(name);
    owners.set(text, [...(owners.get(text) ?? []), name]);
  }
  return [...owners].map(([text, names]) => `=== ${names.join(' ')}\n\n${text}\n`).join('\n');
}

/** Reads what `writeLicences` wrote. */
export function readLicences(text) {
  const [, ...parts] = text.split(/^=== (.+)\n/m);
  const licences = new Map();
  for (let index = 0; index < parts.length; index += 2)
    for (const name of parts[index].split(' ')) licences.set(name, parts[index + 1].trim());
  return licences;
}
