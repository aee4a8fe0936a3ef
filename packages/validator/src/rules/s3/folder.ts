import { quoteValue } from '../../rule/quote-value.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import { ruleOn } from '../rule-on.ts';
import { examineS3Uri } from './examine-uri.ts';
import { folderTrait, type S3UriTrait } from './parameters.ts';

interface Facts {
  readonly name: string;
  readonly ending: string;
  readonly isArchive: boolean;
  readonly file: string;
}

const archives = ['.tar.gz', '.tar.bz2', '.tar.xz', '.tar.zst', '.tgz', '.tar', '.zip', '.7z', '.gz', '.zst', '.rar'];
const files = [
  '.safetensors',
  '.gguf',
  '.ggml',
  '.bin',
  '.pt',
  '.pth',
  '.ckpt',
  '.onnx',
  '.h5',
  '.json',
  '.jsonl',
  '.csv',
  '.parquet',
];

export const rule = ruleOn<'string', S3UriTrait>(
  'shapegate#s3Uri',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'The URI names the folder that holds the files, not an archive of it and not one of the files.',
  why: 'The service looks for the files directly below the URI and unpacks nothing; the request is accepted and fails later.',
  help: ({ isArchive, file }) =>
    isArchive
      ? `Unpack the archive in S3 and name the folder that holds \`${file}\`.`
      : `Name the folder that holds \`${file}\`, with a slash at its end.`,
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-folders.html, and the model, where it names the file',
  related: ['s3/uri', 's3/whole-bucket'],
  parameters: folderTrait,
  check(value, { trait }) {
    if (trait.folderOf === undefined || examineS3Uri(value, trait) !== null) return [];
    const key = parseS3Uri(value)?.key ?? '';
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (name === '') return [];
    const endsName = (ending: string) => name.length > ending.length && name.toLowerCase().endsWith(ending);
    const archive = archives.find(endsName);
    const ending = archive ?? files.find(endsName);
    if (ending === undefined) return [];
    const facts = { name, ending, isArchive: archive !== undefined, file: trait.folderOf };
    const folder = value.slice(0, value.length - name.length);
    if (name !== trait.folderOf) return [{ at: '', facts }];
    return [{ at: '', facts, fix: { title: 'name its folder', kind: 'replace', pointer: '', value: folder } }];
  },
  message: ({ name, isArchive, file }) =>
    `${quoteValue(name)} is ${isArchive ? 'an archive' : 'a file'}, expected the folder that holds \`${file}\``,
  good: [
    { value: 's3://acme-reports/nightly/' },
    { value: 's3://acme-reports/nightly-v2.5' },
    { value: 's3://acme-reports/nightly.tar.gz/' },
    { value: 's3://acme-reports/config.json/nightly' },
    { value: 's3://acme-reports/binary' },
    { value: 's3://acme-reports/nightly.json', trait: {} },
  ],
  bad: [
    {
      value: 's3://acme-reports/nightly/output.tar.gz',
      at: '',
      message: '`output.tar.gz` is an archive, expected the folder that holds `config.json`',
    },
    {
      value: 's3://acme-reports/nightly/config.json',
      at: '',
      message: '`config.json` is a file, expected the folder that holds `config.json`',
    },
    {
      value: 's3://acme-reports/nightly/part-00001.safetensors',
      at: '',
      message: '`part-00001.safetensors` is a file, expected the folder that holds `config.json`',
    },
    {
      value: 's3://acme-reports/NIGHTLY.ZIP',
      at: '',
      message: '`NIGHTLY.ZIP` is an archive, expected the folder that holds `config.json`',
    },
  ],
});
