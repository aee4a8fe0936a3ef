// Made by Shapegate (emitter: client endpoint). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import type { EndpointRules } from '@shapegate/client/runtime';
import type { EndpointParameterInstructions } from '@smithy/types';

/** Where the parameters of the endpoint rules come from, for every operation. */
export const endpointParameters: EndpointParameterInstructions = {
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
};

/** How the service's address follows from the Region and the settings, as the model says. */
export const endpointRules: EndpointRules = {
  parameters: endpointParameters,
  ruleSet: {
    version: '1.0',
    parameters: {
      Region: { type: 'String', builtIn: 'AWS::Region', required: false },
      UseDualStack: { type: 'Boolean', builtIn: 'AWS::UseDualStack', required: true, default: false },
      UseFIPS: { type: 'Boolean', builtIn: 'AWS::UseFIPS', required: true, default: false },
      Endpoint: { type: 'String', builtIn: 'SDK::Endpoint', required: false },
    },
    rules: [
      {
        type: 'tree',
        conditions: [{ fn: 'isSet', argv: [{ ref: 'Endpoint' }] }],
        rules: [
          {
            type: 'error',
            conditions: [{ fn: 'booleanEquals', argv: [{ ref: 'UseFIPS' }, true] }],
            error: 'Invalid Configuration: FIPS and custom endpoint are not supported',
          },
          {
            type: 'error',
            conditions: [{ fn: 'booleanEquals', argv: [{ ref: 'UseDualStack' }, true] }],
            error: 'Invalid Configuration: Dualstack and custom endpoint are not supported',
          },
          {
            type: 'endpoint',
            conditions: [],
            endpoint: { url: { ref: 'Endpoint' }, properties: {}, headers: {} },
          },
        ],
      },
      {
        type: 'tree',
        conditions: [
          { fn: 'isSet', argv: [{ ref: 'Region' }] },
          { fn: 'aws.partition', argv: [{ ref: 'Region' }], assign: 'PartitionResult' },
        ],
        rules: [
          {
            type: 'tree',
            conditions: [
              { fn: 'booleanEquals', argv: [{ ref: 'UseFIPS' }, true] },
              { fn: 'booleanEquals', argv: [{ ref: 'UseDualStack' }, true] },
            ],
            rules: [
              {
                type: 'endpoint',
                conditions: [
                  {
                    fn: 'booleanEquals',
                    argv: [{ fn: 'getAttr', argv: [{ ref: 'PartitionResult' }, 'supportsFIPS'] }, true],
                  },
                  {
                    fn: 'booleanEquals',
                    argv: [
                      { fn: 'getAttr', argv: [{ ref: 'PartitionResult' }, 'supportsDualStack'] },
                      true,
                    ],
                  },
                ],
                endpoint: {
                  url: 'https://bedrock-fips.{Region}.{PartitionResult#dualStackDnsSuffix}',
                  properties: {},
                  headers: {},
                },
              },
              {
                type: 'error',
                conditions: [],
                error: 'FIPS and DualStack are enabled, but this partition does not support one or both',
              },
            ],
          },
          {
            type: 'tree',
            conditions: [{ fn: 'booleanEquals', argv: [{ ref: 'UseFIPS' }, true] }],
            rules: [
              {
                type: 'endpoint',
                conditions: [
                  {
                    fn: 'booleanEquals',
                    argv: [{ fn: 'getAttr', argv: [{ ref: 'PartitionResult' }, 'supportsFIPS'] }, true],
                  },
                ],
                endpoint: {
                  url: 'https://bedrock-fips.{Region}.{PartitionResult#dnsSuffix}',
                  properties: {},
                  headers: {},
                },
              },
              {
                type: 'error',
                conditions: [],
                error: 'FIPS is enabled but this partition does not support FIPS',
              },
            ],
          },
          {
            type: 'tree',
            conditions: [{ fn: 'booleanEquals', argv: [{ ref: 'UseDualStack' }, true] }],
            rules: [
              {
                type: 'endpoint',
                conditions: [
                  {
                    fn: 'booleanEquals',
                    argv: [
                      { fn: 'getAttr', argv: [{ ref: 'PartitionResult' }, 'supportsDualStack'] },
                      true,
                    ],
                  },
                ],
                endpoint: {
                  url: 'https://bedrock.{Region}.{PartitionResult#dualStackDnsSuffix}',
                  properties: {},
                  headers: {},
                },
              },
              {
                type: 'error',
                conditions: [],
                error: 'DualStack is enabled but this partition does not support DualStack',
              },
            ],
          },
          {
            type: 'endpoint',
            conditions: [],
            endpoint: {
              url: 'https://bedrock.{Region}.{PartitionResult#dnsSuffix}',
              properties: {},
              headers: {},
            },
          },
        ],
      },
      { type: 'error', conditions: [], error: 'Invalid Configuration: Missing Region' },
    ],
  },
};
