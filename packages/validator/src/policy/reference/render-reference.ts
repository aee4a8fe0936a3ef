import { writeFlow } from '../../rule/write-flow.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../../shape/json.ts';
import { languageFunctions } from '../language/functions/language-functions.ts';
import { exampleInput, exampleMembers } from './example-request.ts';
import { budgetLimits, type LimitEntry, policyLimits, sourceLimits } from './limit-entries.ts';
import { literals } from './literals.ts';
import { macros } from './macros.ts';
import { failures, mistakes } from './mistakes.ts';
import { omissions } from './omissions.ts';
import { operators } from './operators.ts';
import { renderBuiltIns } from './render-built-ins.ts';
import { writeCode, writeExamples, writeFunction, writeRefused, writeTable } from './render-entry.ts';
import { ruleMistakes } from './rule-mistakes.ts';
import { types } from './types.ts';
import { variables } from './variables.ts';

const introduction = `# The policy language

The reference of what a [policy](policies.md) can say: its expressions are a subset of [CEL](https://cel.dev), checked against the model of the API when the policy is loaded, and bounded when they are evaluated. [Policies in ten minutes](policies.md) teaches it with one policy from the first rule to the package.

This page is made from the declarations in \`packages/validator/src/policy\`, and a test evaluates every example on it.`;

/**
 * The reference of the policy language as a Markdown page.
 * @param schema the JSON Schema of policy files, which says what each key of a rule is for
 */
export function renderLanguageReference(schema: JsonObject): string {
  const sections = [
    renderDocument(schema),
    renderRule(schema),
    renderRequest(),
    renderVariables(),
    renderTypes(),
    renderLiterals(),
    renderOperators(),
    renderMacros(),
    `## Functions\n\n${languageFunctions.map(writeFunction).join('\n\n')}`,
    renderBuiltIns(),
    renderMistakes(),
    renderFailures(),
    renderLimits(),
    renderOmissions(),
  ];
  return `${[introduction, listContents(sections), ...sections].join('\n\n')}\n`;
}

/** The titles of the sections, each a link to it. */
function listContents(sections: readonly string[]): string {
  const titles = sections.map((section) => section.slice('## '.length, section.indexOf('\n')));
  return titles.map((title) => `- [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`).join('\n');
}

/** The text under a key; empty where there is none. */
function textUnder(value: JsonValue, key: string): string {
  const text = isObject(value) ? ownValue(value, key) : undefined;
  return typeof text === 'string' ? text : '';
}

/** A sentence as the end of another. */
function firstSmall(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The mapping under a path of keys. */
function dig(value: JsonValue, ...keys: readonly string[]): JsonObject {
  let at = value;
  for (const key of keys) at = (isObject(at) ? ownValue(at, key) : undefined) ?? {};
  return isObject(at) ? at : {};
}

/** What each key of a mapping says, by the schema. */
function writeKeys(schema: JsonObject, properties: JsonObject): string {
  const rows = Object.entries(properties).map(([name, said]) => {
    const reference = textUnder(said, '$ref').replace('#/definitions/', '');
    const named = reference === '' ? {} : dig(schema, 'definitions', reference);
    return [writeCode(name), textUnder(said, 'description') || textUnder(named, 'description')];
  });
  return writeTable(['key', 'what it says'], rows);
}

function renderDocument(schema: JsonObject): string {
  return `## A document

A policy file is YAML or JSON and holds one document or several.

${writeKeys(schema, dig(schema, 'properties'))}

A document of kind \`PolicyTests\` has \`tests\` alone. A document of kind \`Policy\` has \`rules\`, and \`for\` with them, or \`extends\`, or both. One that only states rules of others anew may leave \`for\` out.`;
}

function renderRule(schema: JsonObject): string {
  return `## A rule

${writeKeys(schema, dig(schema, 'definitions', 'rule', 'properties'))}

A rule is asked like this: where \`when\` is not true it has nothing to say; then \`assert\` must be true, with \`each\` of every element of the list. It has exactly one of \`assert\` and \`uses\`, and with \`assert\` a \`message\` and \`tests\`.

- \`when\` and \`assert\` are expressions that give a bool; \`each\` is a path into the input, such as \`input.tags\`.
- \`message\` is text with expressions between \`{{\` and \`}}\`. A value stands in backticks, long ones shortened; a list of single values is written out, up to ten, and of any other list and of a map only the kind. A value that cannot be had is written as \`…\`, for the finding itself stands.
- What \`when\` guards may be read in \`each\`, \`assert\` and \`message\`; what is known where \`assert\` is false may be read in \`message\`.
- A test is one of these: ${firstSmall(textUnder(dig(schema, 'definitions', 'tests', 'items'), 'description'))} What it does not say of the target is \`eu-central-1\` and \`111122223333\`. A rule needs one that passes and one that fails, which has to be one that the model itself takes.`;
}

function renderRequest(): string {
  const yaml = Object.entries(exampleInput).map(([name, value]) => `${name}: ${writeFlow(value)}`);
  const rows = Object.entries(exampleMembers).map(([name, said]) => [writeCode(name), said]);
  return `## The request of the examples

The examples below are typed against the input of a small operation, \`StartLoad\`:

${writeTable(['member', 'what the model says'], rows)}

They are evaluated on this request, which is sent to \`eu-central-1\`; nothing says by whom:

\`\`\`yaml
${yaml.join('\n')}
\`\`\``;
}

function renderVariables(): string {
  const parts = variables.map(({ name, summary, examples }) =>
    [`### ${writeCode(name)}`, summary, writeExamples(examples)].filter((part) => part !== '').join('\n\n'),
  );
  return `## Variables\n\n${parts.join('\n\n')}`;
}

function renderTypes(): string {
  const names: Readonly<Record<string, string>> = { record: 'structure', dyn: 'any value', nullable: '… or null' };
  const rows = Object.entries(types).map(([kind, { from, summary }]) => [names[kind] ?? kind, from, summary]);
  return `## Types

Types are read from the model, with its lengths, ranges, patterns and enumerations. No value is converted: what the model calls a string is compared with strings.

${writeTable(['type', 'in the model', 'values'], rows)}`;
}

function renderLiterals(): string {
  const rows = Object.entries(literals).map(([kind, { form, summary }]) => [kind, form, summary]);
  const examples = Object.values(literals).flatMap((entry) => entry.examples);
  return `## Literals\n\n${writeTable(['type', 'form', 'value'], rows)}\n\n${writeExamples(examples)}\n\nA comment begins with \`//\` and ends with the line.`;
}

function renderOperators(): string {
  const levels = [...new Set(operators.map(({ level }) => level))];
  const rows = levels.map((level) => [
    String(level),
    operators
      .filter((entry) => entry.level === level)
      .map(({ form }) => writeCode(form))
      .join(' '),
  ]);
  const parts = operators.map(({ form, signatures, summary, examples }) =>
    [
      `### ${writeCode(form)}`,
      signatures.length === 0 ? '' : signatures.map(writeCode).join(', '),
      summary,
      writeExamples(examples),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return `## Operators

What stands first binds tighter; operators of one level are read from the left, \`? :\` from the right. Brackets say otherwise.

${writeTable(['', 'operators'], rows)}

In the signatures \`number\` is any of int, uint and double; \`t\` is any type, the same at each place.

${parts.join('\n\n')}`;
}

function renderMacros(): string {
  const parts = Object.entries(macros).map(([name, { form, signatures, summary, examples }]) =>
    [`### ${name}`, writeCode(form), signatures.map(writeCode).join(', '), summary, writeExamples(examples)].join(
      '\n\n',
    ),
  );
  return `## Macros

A macro goes through a list, or through the keys of a map, and gives each element a name of your choice for the expression beside it. \`has\` is one as well, for what it is given is not evaluated.

${parts.join('\n\n')}`;
}

function renderMistakes(): string {
  const parts = Object.values(mistakes).map(
    ({ title, summary, examples }) => `### ${title}\n\n${summary}\n\n${writeRefused(examples)}`,
  );
  return `## What is refused when a policy is loaded

Each is \`policy/invalid\` at its place in the policy file, and exit status 2: a policy that is broken lets nothing pass. All mistakes of a policy are told at once.

${parts.join('\n\n')}

### Mistakes around the expressions

A rule is refused as well whose tests are missing or do not hold, whose \`at\` leads nowhere, whose id is in a group of built-in rules, or whose parameters do not fit:

${writeRules()}`;
}

function writeRules(): string {
  return ruleMistakes
    .map(({ rule, said }) => {
      const lines = said.flatMap(({ message, help }) => (help === '' ? [message] : [message, help]));
      return `\`\`\`yaml\n${rule}\n${lines.map((line) => `# ${line}`).join('\n')}\n\`\`\``;
    })
    .join('\n\n');
}

function renderFailures(): string {
  const rows = failures.map(({ source, fails, why }) => [why, writeCode(source), fails]);
  return `## What fails on a request

Some things are known only when the request is there. A rule that fails is \`policy/runtime\`, an error: the request does not pass. \`&&\` and \`||\` do without the side that fails where the other one decides, and so do \`all\` and \`exists\` where another element decides.

${writeTable(['', 'expression', 'message'], rows)}`;
}

function renderLimits(): string {
  const write = (limits: readonly LimitEntry[]) =>
    writeTable(
      ['', 'at most', 'beyond it'],
      limits.map(({ what, most, unit, message }) => [what, `${most.toLocaleString('en-US')} ${unit}`, message]),
    );
  return `## Limits

An expression or a message beyond one of these is refused:

${write(sourceLimits)}

A rule beyond one of these fails on the request:

${write(budgetLimits)}

Policies that are beyond one of these together are refused:

${write(policyLimits)}

A step is about one operation, or 32 characters of text that are read. \`matches\` takes time in proportion to the text and to the size of the pattern, never more.`;
}

function renderOmissions(): string {
  const rows = omissions.map(({ what, source, instead, message }) => [what, writeCode(source), message, instead]);
  return `## What of CEL is left out

${writeTable(['', 'for example', 'message', 'in its place'], rows)}

What is there behaves as CEL's specification says. The checker differs in these:

- It is stricter. An optional member needs a guard that stands before it, a key of a map too; a comparison with a foregone outcome, an unknown member in \`has\` and \`has\` of a required member are refused.
- It is looser in one thing: ints, uints and doubles may be compared with each other.
- Timestamps of the model are moments, and numbers are what the model calls them, so neither needs a conversion.`;
}
