import { type Channel, hasColor, isTerminal } from '../terminal.ts';

/** What the place can show to which a text is written. */
export interface Look {
  readonly color: boolean;
  /** True where OSC 8 makes a link of a text. */
  readonly links: boolean;
  /** Columns of a line; null where lines may have any length. */
  readonly width: number | null;
}

/** How a text looks that goes to a file. */
export const plainLook: Look = { color: false, links: false, width: null };

type Environment = Readonly<Record<string, string | undefined>>;

const linkingPrograms = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio'];

/** True for a terminal that says that it knows OSC 8, by one of the variables that these terminals set; others may print it. */
export function supportsLinks(env: Environment): boolean {
  const forced = env.FORCE_HYPERLINK;
  if (forced !== undefined) return forced !== '' && forced !== '0';
  if (env.CI !== undefined || env.TMUX !== undefined || env.STY !== undefined) return false;
  return (
    linkingPrograms.includes(env.TERM_PROGRAM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    env.WT_SESSION !== undefined ||
    env.DOMTERM !== undefined ||
    Number(env.KONSOLE_VERSION ?? 0) >= 201200 ||
    /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/.test(env.TERM ?? '')
  );
}

function readWidth(channel: Channel): number | null {
  const columns = process.env.COLUMNS ?? '';
  if (/^[1-9]\d{0,4}$/.test(columns)) return Number(columns);
  if (!isTerminal(channel)) return null;
  // Some say 0 where they do not know.
  return process[channel === 1 ? 'stdout' : 'stderr'].columns || null;
}

/** What standard output or standard error can show: colours and links on a terminal alone, and COLUMNS for the width. */
export function readLook(channel: Channel): Look {
  const color = hasColor(channel);
  return { color, links: color && supportsLinks(process.env), width: readWidth(channel) };
}
