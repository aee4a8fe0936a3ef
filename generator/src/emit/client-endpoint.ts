import type { JsonObject, JsonValue, ModelEvent } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { Model, OperationShape, ServiceShape } from '../model/model.ts';
import { createClientEvent, readMapping, readMember } from './client-subject.ts';
import { printLiteral } from './escape.ts';
import type { TypeScriptSource } from './file.ts';

/** Where the client's configuration holds the value of a built-in parameter. */
const builtIns: Readonly<Record<string, string>> = {
  'AWS::Region': 'region',
  'AWS::UseFIPS': 'useFipsEndpoint',
  'AWS::UseDualStack': 'useDualstackEndpoint',
  'AWS::Auth::AccountId': 'accountId',
  'SDK::Endpoint': 'endpoint',
};

/** The rules without their documentation, which nothing reads at run time. */
function dropDocumentation(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(dropDocumentation);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key, part]) => key !== 'documentation' || typeof part !== 'string');
  return Object.fromEntries(kept.map(([key, part]) => [key, dropDocumentation(part)]));
}

/** The rule set of a service; undefined where the model has none. */
export function readRuleSet(service: ServiceShape): JsonObject | undefined {
  return readMapping(service, 'smithy.rules#endpointRuleSet');
}

function readParameters(ruleSet: JsonObject): { name: string; builtIn: string | undefined; required: boolean }[] {
  const parameters = isObject(ruleSet.parameters) ? ruleSet.parameters : {};
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      const parameter = isObject(value) ? value : {};
      const required = parameter.required === true && parameter.default === undefined;
      return { name, builtIn: readMember(parameter, 'builtIn'), required };
    });
}

/** Writes `endpoint.ts`: the rules, and where each parameter comes from. */
export function emitEndpoint(service: ServiceShape): { source: TypeScriptSource | null; events: ModelEvent[] } {
  const ruleSet = readRuleSet(service);
  if (ruleSet === undefined) return { source: null, events: [] };
  const events: ModelEvent[] = [];
  const instructions: Record<string, JsonObject> = {};
  for (const { name, builtIn, required } of readParameters(ruleSet)) {
    const key = builtIn !== undefined && Object.hasOwn(builtIns, builtIn) ? builtIns[builtIn] : undefined;
    if (key !== undefined) instructions[name] = { type: 'builtInParams', name: key };
    else if (required && builtIn !== undefined)
      events.push(
        createClientEvent(
          service,
          'ClientEndpointParameter',
          'warning',
          `the client has no value for the endpoint parameter \`${name}\` (\`${builtIn}\`)`,
        ),
      );
  }
  const source: TypeScriptSource = {
    kind: 'typescript',
    path: 'endpoint.ts',
    emitter: 'client endpoint',
    statements: [
      { kind: 'import', from: '@shapegate/client/runtime', types: ['EndpointRules'] },
      { kind: 'import', from: '@smithy/types', types: ['EndpointParameterInstructions'] },
      {
        kind: 'const',
        name: 'endpointParameters',
        doc: { text: 'Where the parameters of the endpoint rules come from, for every operation.' },
        type: 'EndpointParameterInstructions',
        value: printLiteral(instructions),
      },
      {
        kind: 'const',
        name: 'endpointRules',
        doc: { text: "How the service's address follows from the Region and the settings, as the model says." },
        type: 'EndpointRules',
        value: `{\n  parameters: endpointParameters,\n  ruleSet: ${printLiteral(dropDocumentation(ruleSet), 1)},\n}`,
      },
    ],
  };
  return { source, events };
}

/** An operation's own endpoint parameters, beside those of the service; events where the client cannot follow. */
export function readOperationParameters(
  model: Model,
  operation: OperationShape,
): { parameters: JsonObject; events: ModelEvent[] } {
  const parameters: Record<string, JsonValue> = {};
  const fixed = readMapping(operation, 'smithy.rules#staticContextParams') ?? {};
  for (const [name, entry] of Object.entries(fixed)) {
    if (isObject(entry)) parameters[name] = { type: 'staticContextParams', value: entry.value ?? '' };
  }
  const input = model.shapes.get(operation.input);
  if (input?.type === 'structure') {
    for (const member of input.members.values()) {
      const name = readMember(readMapping(member, 'smithy.rules#contextParam'), 'name');
      if (name !== undefined) parameters[name] = { type: 'contextParams', name: member.name };
    }
  }
  const paths = readMapping(operation, 'smithy.rules#operationContextParams');
  const events = paths
    ? [
        createClientEvent(
          operation,
          'ClientEndpointParameter',
          'warning',
          `the client does not fill the endpoint parameters ${Object.keys(paths)
            .map((name) => `\`${name}\``)
            .join(', ')} from paths`,
        ),
      ]
    : [];
  return { parameters, events };
}
