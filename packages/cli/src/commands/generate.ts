import type { GenerateTarget } from '@shapegate/generator';
import type { Arguments } from '../arguments.ts';
import { ConfigurationFinder } from '../config/find-configurations.ts';
import { escapeLine, escapeText } from '../format/escape.ts';
import { chooseStyle } from '../format/style.ts';
import { hasColor, write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';

interface Job {
  readonly root: string;
  readonly targets: readonly GenerateTarget[];
}

const artefacts = ['types', 'builder', 'schema', 'validator', 'client'] as const;
type Artefact = (typeof artefacts)[number];

function readArtefacts(texts: readonly string[]): Artefact[] {
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim());
  for (const word of words)
    if (!artefacts.includes(word as Artefact))
      throw new ToolProblem(`--emit has \`${word}\``, `Known are ${artefacts.join(', ')}.`);
  return words as Artefact[];
}

/** What the command line asks for; null where it leaves that to the configuration. */
function readJob(args: Arguments): Job | null {
  const model = args.texts('model');
  const emit = args.texts('emit');
  const out = args.text('out');
  const operation = args.text('operation');
  const given = [model.length > 0, emit.length > 0, out !== undefined];
  if (!given.includes(true) && operation === undefined) return null;
  if (given.includes(false))
    throw new ToolProblem(
      '--model, --emit and --out belong together',
      'Give all three, or none and a `generate` in shapegate.yaml.',
    );
  const operations = operation === undefined ? {} : { operations: operation.split(',') };
  return {
    root: process.cwd(),
    targets: [Object.assign({ model, emit: readArtefacts(emit), out: out ?? '' }, operations)],
  };
}

function findJob(): Job {
  const configuration = new ConfigurationFinder().find(process.cwd()).find(({ says }) => says.generate !== undefined);
  const targets = configuration?.says.generate ?? [];
  if (configuration === undefined || targets.length === 0)
    throw new ToolProblem(
      'nothing says what to generate',
      'Give --model, --emit and --out, or write `generate` in shapegate.yaml.',
    );
  return { root: configuration.folder, targets };
}

/** `shapegate generate`: writes what is asked for, or with `--check` compares; 1 for a refused model or a stale file. */
export async function generate(args: Arguments): Promise<number> {
  const { root, targets } = readJob(args) ?? findJob();
  const { generate: generateFiles } = await import('@shapegate/generator');
  const check = args.flag('check');
  const { events, problems, changes, diff, files } = await generateFiles({ root, targets, check });
  const style = chooseStyle(hasColor(2));
  for (const {
    file,
    range: { start },
    severity,
    rule,
    message,
    help,
    shape,
  } of events) {
    if (severity === 'note' || severity === 'suppressed') continue;
    const mark = severity === 'error' || severity === 'danger' ? style.error(severity) : style.warning(severity);
    const subject = shape === null ? '' : ` ${escapeLine(shape)}`;
    write(
      2,
      `${escapeLine(file)}:${start.line}:${start.column} ${mark} ${rule}${subject}\n  ${escapeText(message)}\n${help === '' ? '' : `  help ${escapeText(help)}\n`}`,
    );
  }
  if (problems.length > 0) throw new ToolProblem(problems.join('\n'));
  if (events.some(({ severity }) => severity === 'error')) return 1;
  if (check) {
    write(1, diff);
    const stale = `${changes.length} of ${files} generated files ${changes.length === 1 ? 'is' : 'are'} not what the model makes; run \`shapegate generate\`\n`;
    write(2, changes.length === 0 ? `${files} generated files are as the model makes them\n` : stale);
    return changes.length === 0 ? 0 : 1;
  }
  for (const { file, after } of changes) write(1, `${after === null ? 'removed' : 'wrote'} ${escapeLine(file)}\n`);
  if (changes.length === 0) write(2, `${files} generated files are as the model makes them\n`);
  return 0;
}
