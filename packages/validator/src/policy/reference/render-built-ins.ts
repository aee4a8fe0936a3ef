import { writeFlow } from '../../rule/write-flow.ts';
import type { BuiltIn, BuiltInExample, ParameterKind } from '../built-in/built-in.ts';
import { builtIns } from '../built-in/catalogue.ts';
import { writeCode, writeTable } from './render-entry.ts';

const kinds: Readonly<Record<ParameterKind, string>> = {
  pointers: 'a pointer, or a list of them',
  texts: 'a list of texts',
  values: 'a list of texts, numbers and booleans',
  textsByName: 'lists of texts by name',
  accounts: 'a list of accounts of 12 digits, in quotes',
  regions: 'a list of names of Regions',
  buckets: 'a list of texts',
  roles: 'a list of texts',
  pattern: 'a regular expression',
};

function writeExample({ input, target = {}, hits }: BuiltInExample): string {
  const { region, account } = target;
  const sent = [region === undefined ? '' : `to ${region}`, account === undefined ? '' : `by ${account}`]
    .filter((part) => part !== '')
    .join(' ');
  const said =
    hits.length === 0
      ? ['# passes']
      : hits.map(({ pointer, message }) => `# ${pointer === '' ? '' : `${pointer}: `}${message}`);
  return [`${writeFlow(input)}${sent === '' ? '' : `  # sent ${sent}`}`, ...said].join('\n');
}

function writeBuiltIn({ name, summary, parameters, examples }: BuiltIn): string {
  const rows = Object.entries(parameters).map(([parameter, { kind, required, description }]) => [
    writeCode(parameter),
    kinds[kind],
    required ? 'yes' : '',
    description,
  ]);
  const uses = [...new Set(examples.map((example) => writeFlow(example.with)))].map((given) => {
    const shown = examples.filter((example) => writeFlow(example.with) === given);
    return `\`\`\`yaml\nuses: ${name}\nwith: ${given}\n\`\`\`\n\n\`\`\`yaml\n${shown.map(writeExample).join('\n\n')}\n\`\`\``;
  });
  return [`### ${name}`, summary, writeTable(['parameter', 'value', 'required', ''], rows), ...uses].join('\n\n');
}

/** The section of the rules that are written already. */
export function renderBuiltIns(): string {
  return `## Built-ins

Rules that are written already: \`uses\` names one and \`with\` holds its parameters. Such a rule may have a \`when\`, and a \`message\` in place of the one that is shown here; it needs no tests. \`on\` leads from the input to a member of the model, or it is refused. What is absent passes all but required-tags, require-member and same-tags.

${builtIns.map(writeBuiltIn).join('\n\n')}`;
}
