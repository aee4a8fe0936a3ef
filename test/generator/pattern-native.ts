import { Worker } from 'node:worker_threads';

const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  const expression = new RegExp(workerData.pattern, 'u');
  parentPort.postMessage(String(expression.test(workerData.text)));
`;

/** Matches with JavaScript's own engine in a worker, and kills it when it takes longer. */
export function runNative(pattern: string, text: string, milliseconds: number): Promise<'true' | 'false' | 'killed'> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, execArgv: [], workerData: { pattern, text } });
    const timer = setTimeout(() => {
      resolve('killed');
      void worker.terminate();
    }, milliseconds);
    worker.on('message', (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
