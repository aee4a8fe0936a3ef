// What a process of its own does for `models.ts`, in plain node with the built package, as users have it: reads a model, with `parse` by `JSON.parse` alone, and prints what that took, in milliseconds and MiB. `node bench/read-model.mjs parse|read FILE`
import { readFileSync } from 'node:fs';

const [task, file] = process.argv.slice(2);
// Loading a package is not reading a model, and neither is opening a file.
const built = task === 'read' ? await import('@shapegate/generator/models') : null;
const text = readFileSync(file, 'utf8');
const started = performance.now();
if (built === null) {
  JSON.parse(text);
  console.log(JSON.stringify({ parse: performance.now() - started }));
} else {
  const assembled = built.assembleModel([{ file, text }]);
  const loaded = performance.now();
  built.checkModel(assembled);
  const checked = performance.now();
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ load: loaded - started, check: checked - loaded, peak }));
}
