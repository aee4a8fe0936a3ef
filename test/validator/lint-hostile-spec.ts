// Lints one hostile spec in a process of its own and prints what it cost, as JSON.
import { lintText } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { hostileSpecs } from './hostile-specs.ts';

const { text, format, operation } = hostileSpecs[process.argv[2] ?? '']?.() ?? { text: '', format: 'yaml' };
const before = process.resourceUsage().maxRSS;
const started = performance.now();
const options = { file: 'a.yaml', format, api, target: { region: 'eu-central-1', account: '111122223333' } } as const;
const { documentCount, findings } = lintText(text, operation === undefined ? options : { ...options, operation });
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
const ofProcessor = (user + system) / 1e6;
let unsafe = '';
let longest = 0;
for (const { message, help, fix } of findings) {
  const said = [message, help, fix?.title ?? ''].join(' ');
  longest = Math.max(longest, said.length);
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(said)) unsafe = said;
}
const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
const kilobytes = process.resourceUsage().maxRSS;
console.log(
  JSON.stringify({
    seconds,
    ofProcessor,
    kilobytes,
    before,
    documentCount,
    findings: findings.length,
    rules,
    unsafe,
    longest,
  }),
);
