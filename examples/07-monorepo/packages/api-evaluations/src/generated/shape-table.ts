// Made by Shapegate (emitter: shape table). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import type { ShapeTable } from '@shapegate/validator/runtime';

/** What rules, policies, gate and emulator know of the API. */
export const table: ShapeTable = {
  service: {
    id: 'acme.evaluations#Evaluations',
    version: '2026-11-01',
    title: 'Evaluations',
    sdkId: 'Evaluations',
    endpointPrefix: null,
    signingName: null,
    protocol: 'aws.protocols#restJson1',
    defaultOperation: null,
    traits: {},
  },
  operations: {
    GetEvaluation: {
      http: { method: 'GET', uri: '/evaluations/{id}', code: 200 },
      input: 'GetEvaluationInput',
      output: 'GetEvaluationOutput',
      errors: ['NoSuchEvaluation'],
      traits: { readonly: {} },
    },
    StartEvaluation: {
      http: { method: 'POST', uri: '/evaluations', code: 202 },
      input: 'StartEvaluationInput',
      output: 'StartEvaluationOutput',
      errors: ['NoSuchModel'],
      traits: {},
    },
  },
  shapes: {
    EvaluationId: {
      type: 'string',
      traits: { pattern: { pattern: '^ev-[0-9a-f]{16}$', regexp: '^ev-[0-9a-f]{16}$' } },
    },
    EvaluationName: {
      type: 'string',
      traits: {
        'shapegate#nameAlphabet': { characters: 'a-z0-9-', first: 'a-z', single: '-', replacement: '-' },
        length: { min: 1, max: 40 },
        pattern: { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', regexp: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
      },
    },
    GetEvaluationInput: {
      type: 'structure',
      members: { id: { target: 'EvaluationId', required: true, traits: { httpLabel: {} } } },
    },
    GetEvaluationOutput: {
      type: 'structure',
      members: { scores: { target: 'Scores' }, status: { target: 'Status', required: true } },
    },
    ImportedModelArn: {
      type: 'string',
      traits: {
        'shapegate#arn': { service: 'bedrock', resourceType: 'imported-model', sendersAccount: true },
        length: { max: 1011 },
      },
    },
    Metric: { type: 'enum', values: ['accuracy', 'faithfulness', 'toxicity'] },
    Metrics: {
      type: 'list',
      member: { target: 'Metric' },
      traits: { length: { min: 1, max: 8 }, uniqueItems: {} },
    },
    NoSuchEvaluation: {
      type: 'structure',
      members: { message: { target: 'String' } },
      traits: { error: 'client', httpError: 404 },
    },
    NoSuchModel: {
      type: 'structure',
      members: { message: { target: 'String' } },
      traits: { error: 'client', httpError: 404 },
    },
    QuestionsUri: {
      type: 'string',
      traits: {
        'shapegate#s3Uri': { keyCharacters: 'a-zA-Z0-9_.-', folderOf: 'questions.jsonl' },
        length: { max: 1024 },
      },
    },
    Score: { type: 'double', traits: { range: { min: 0, max: 1 } } },
    Scores: { type: 'map', key: { target: 'Metric' }, value: { target: 'Score' } },
    StartEvaluationInput: {
      type: 'structure',
      members: {
        metrics: { target: 'Metrics', required: true },
        modelArn: { target: 'ImportedModelArn', required: true },
        name: { target: 'EvaluationName', required: true },
        questions: { target: 'QuestionsUri', required: true },
        threshold: { target: 'Score' },
      },
    },
    StartEvaluationOutput: { type: 'structure', members: { id: { target: 'EvaluationId', required: true } } },
    Status: { type: 'enum', values: ['failed', 'passed', 'running'] },
    String: { type: 'string' },
  },
  plan: {
    EvaluationName: {
      traits: {
        'shapegate#nameAlphabet': { characters: 'a-z0-9-', first: 'a-z', single: '-', replacement: '-' },
      },
    },
    ImportedModelArn: {
      traits: {
        'shapegate#arn': { service: 'bedrock', resourceType: 'imported-model', sendersAccount: true },
      },
    },
    QuestionsUri: {
      traits: { 'shapegate#s3Uri': { keyCharacters: 'a-zA-Z0-9_.-', folderOf: 'questions.jsonl' } },
    },
    StartEvaluationInput: {
      members: {
        modelArn: { target: 'ImportedModelArn' },
        name: { target: 'EvaluationName' },
        questions: { target: 'QuestionsUri' },
      },
    },
  },
};
