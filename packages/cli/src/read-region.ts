import type { Arguments } from './arguments.ts';
import { ToolProblem } from './tool-problem.ts';

/** `--region` as it was given; throws ToolProblem where it cannot be a Region's name. */
export function readRegion(args: Arguments): string | undefined {
  const region = args.text('region');
  if (region === undefined || /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region)) return region;
  throw new ToolProblem(`--region is \`${region}\``, 'Give the name of a Region, such as eu-central-1.');
}
