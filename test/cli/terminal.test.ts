import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bin, environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

/** Runs a command with standard output, standard error or both on a terminal of its own, and feeds pipes after a while. */
const terminal = `
import fcntl, json, os, pty, struct, sys, termios, threading, time
task = json.loads(sys.argv[1])
main, side = pty.openpty()
fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack('HHHH', 24, task['columns'], 0, 0))
def feed(path, text, seconds):
    time.sleep(seconds)
    with open(path, 'w') as pipe: pipe.write(text)
for pipe in task['pipes']:
    os.mkfifo(pipe['path'])
    threading.Thread(target=feed, args=(pipe['path'], pipe['text'], pipe['seconds']), daemon=True).start()
child = os.fork()
if child == 0:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    for channel in (1, 2): os.dup2(side if channel in task['channels'] else nothing, channel)
    os.chdir(task['folder'])
    os.execve(task['command'][0], task['command'], task['env'])
os.close(side)
while True:
    try: piece = os.read(main, 65536)
    except OSError: break
    if not piece: break
    sys.stdout.buffer.write(piece)
os.waitpid(child, 0)
`;

const hasPython = spawnSync('python3', ['-c', 'import pty, fcntl']).status === 0;
if (!hasPython) console.log('skip: no python3 with pty, so nothing is tried on a terminal');
const onTerminal = hasPython ? test : test.skip;

interface Pipe {
  readonly path: string;
  readonly text: string;
  /** After how long it has something to read. */
  readonly seconds: number;
}

interface TerminalOptions {
  readonly folder: string;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** 1 and 2, those that are on the terminal. */
  readonly channels?: readonly number[];
  readonly pipes?: readonly Pipe[];
}

function show(args: readonly string[], options: TerminalOptions): string {
  const { folder, columns = 80, env = {}, channels = [1, 2], pipes = [] } = options;
  const whole = { ...environment, TERM: 'xterm-256color', ...env };
  const task = { folder, columns, channels, pipes, env: whole, command: [process.execPath, bin, ...args] };
  const { status, stdout, stderr } = spawnSync('python3', ['-c', terminal, JSON.stringify(task)], {
    encoding: 'utf8',
    env: environment,
  });
  assert.is(status, 0, stderr);
  return stdout.replaceAll('\r\n', '\n');
}

const esc = '\u001b';

/** Lints three specs of which the second lets itself be waited for. */
function lintSlowly(options: Omit<TerminalOptions, 'folder' | 'pipes'>, seconds = 1.1): string {
  const names = ['a.yaml', 'b.yaml', 'c.yaml'];
  const { path, remove } = makeFolder({ 'a.yaml': goodSpec('nightly-a-1'), 'c.yaml': goodSpec('nightly-c-1') });
  const pipes = [{ path: join(path, 'b.yaml'), text: goodSpec('nightly-b-1'), seconds }];
  const shown = show(['lint', '--format', 'json', ...names], { folder: path, pipes, ...options });
  remove();
  return shown;
}

onTerminal('a long run says on a terminal how far it is, and takes the line away', () => {
  const shown = lintSlowly({ channels: [2] });
  assert.is(shown, `\rlinting: 2 of 3 files${esc}[K\r${esc}[K`);
});

onTerminal('results follow where the line was', () => {
  const shown = lintSlowly({});
  assert.ok(shown.startsWith(`\rlinting: 2 of 3 files${esc}[K\r${esc}[K{\n  "version": 1`), shown.slice(0, 80));
});

onTerminal('a narrow terminal gets a part of the line, and one that is too narrow none', () => {
  assert.is(lintSlowly({ channels: [2], columns: 20 }), `\rlinting: 2 of 3 fil${esc}[K\r${esc}[K`);
  assert.is(lintSlowly({ channels: [2], columns: 10 }), '');
});

onTerminal('a short run, CI, a dumb terminal and NO_COLOR get no line', () => {
  assert.is(lintSlowly({ channels: [2] }, 0), '');
  for (const env of [{ CI: 'true' }, { TERM: 'dumb' }, { NO_COLOR: '1' }])
    assert.is(lintSlowly({ channels: [2], env }), '');
});

onTerminal('standard error that goes elsewhere has no line on the terminal of the results', () => {
  assert.not.match(lintSlowly({ channels: [1] }), /linting/);
});

/** A folder whose name has to be escaped in a link. */
function makeWrong(): { path: string; remove(): void } {
  const folder = makeFolder({ 'specs/a b%.yaml': goodSpec('nightly-a-1').replace('role/model-import', 'user/ada') });
  mkdirSync(join(folder.path, 'empty'));
  return folder;
}

onTerminal('a terminal gets colours, and links where it says that it knows them', () => {
  const { path, remove } = makeWrong();
  const plain = show(['lint', 'specs'], { folder: path });
  assert.ok(plain.includes(`${esc}[31merror${esc}[0m`));
  assert.not.ok(plain.includes(`${esc}]8;;`));
  const linked = show(['lint', 'specs'], { folder: path, env: { VTE_VERSION: '7600' } });
  assert.ok(linked.includes(`${esc}]8;;file://`));
  assert.ok(linked.includes('/specs/a%20b%25.yaml'));
  remove();
});

onTerminal('NO_COLOR, a dumb terminal and a pipe get neither colours nor links', () => {
  const { path, remove } = makeWrong();
  const VTE_VERSION = '7600';
  const piped = run(['lint', 'specs'], { cwd: path, env: { ...environment, TERM: 'xterm-256color', VTE_VERSION } });
  assert.not.ok(piped.stdout.includes(esc));
  for (const more of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
    const shown = show(['lint', 'specs'], { folder: path, env: { VTE_VERSION, ...more } });
    assert.not.ok(shown.includes(esc), JSON.stringify(more));
    assert.is(shown, piped.stdout);
  }
  remove();
});

test.run();
