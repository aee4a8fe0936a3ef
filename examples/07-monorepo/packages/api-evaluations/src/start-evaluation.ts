import { createGate } from '@shapegate/validator';
import { EvaluationsClient, StartEvaluationCommand } from './generated/client/index.ts';
import { api, startEvaluation } from './generated/index.ts';

const [, , endpoint] = process.argv;
const token = process.env.EVALUATIONS_TOKEN ?? '';
const account = '111122223333';
const gate = createGate(api, { target: { region: 'eu-central-1', account } });

const checked = startEvaluation()
  .name('support-bot-release')
  .modelArn(`arn:aws:bedrock:eu-central-1:${account}:imported-model/k3j9x2mq7p1a`)
  .questions('s3://acme-evaluations-eu-central-1/support-bot/')
  .metrics(['accuracy', 'toxicity'])
  .threshold(0.9)
  .check(gate);

if (checked.verdict === 'valid') {
  const client = new EvaluationsClient({ endpoint, token: { token } });
  const { id } = await client.send(new StartEvaluationCommand(checked.request.input));
  console.log(`started ${id}`);
} else {
  console.error(checked.verdict === 'invalid' ? checked.findings : checked);
  process.exitCode = 1;
}
