import { deleteModel as deleteServiceModel, findModel, listModels as listServiceModels } from '@shapegate/client';
import type { Arguments } from '../../arguments.ts';
import { escapeLine } from '../../format/escape.ts';
import { write } from '../../terminal.ts';
import { askService, createClient, printJson, readClientOptions } from './service.ts';

function tellMissing(name: string): number {
  write(2, `there is no imported model \`${escapeLine(name)}\` in this account and Region\n`);
  return 1;
}

/** `shapegate models list` */
export function listModels(args: Arguments): Promise<number> {
  return askService(async () => {
    const name = args.text('name-contains');
    const models: unknown[] = [];
    const filter = name === undefined ? {} : { nameContains: name };
    for await (const model of listServiceModels(createClient(readClientOptions(args)), filter)) models.push(model);
    printJson(models);
    return 0;
  });
}

/** `shapegate models get` */
export function getModel(args: Arguments): Promise<number> {
  const name = args.positionals[0] ?? '';
  return askService(async () => {
    const model = await findModel(createClient(readClientOptions(args)), name);
    if (model === null) return tellMissing(name);
    printJson(model);
    return 0;
  });
}

/** `shapegate models delete` */
export function deleteModel(args: Arguments): Promise<number> {
  const name = args.positionals[0] ?? '';
  return askService(async () => {
    if (!(await deleteServiceModel(createClient(readClientOptions(args)), name))) return tellMissing(name);
    write(2, `deleted ${escapeLine(name)}\n`);
    return 0;
  });
}
