export { failureWord } from './operations/create-model-import-job.ts';
export type { Emulator, EmulatorOptions } from './server.ts';
export { defaultAccessKeyId, defaultSecretAccessKey, emulatorAccount, startEmulator } from './server.ts';
