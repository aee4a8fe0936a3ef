import { planRequest } from '@shapegate/client';
import type { Arguments } from '../../arguments.ts';
import { readLook } from '../../format/look.ts';
import { formatPretty } from '../../format/pretty.ts';
import { checkSpecs } from '../../gate/checked-specs.ts';
import { write } from '../../terminal.ts';
import { askService, printJson } from './service.ts';

/** `shapegate plan`: the request as it would be sent, or a list of them where the file holds several specs. */
export async function plan(args: Arguments): Promise<number> {
  const { specs, reports } = await checkSpecs(args);
  if (specs.length === 0) {
    write(2, formatPretty(reports, readLook(2)));
    return 1;
  }
  return askService(async () => {
    const endpoint = args.text('endpoint-url');
    const profile = args.text('profile');
    const plans = [];
    for (const { valid } of specs) plans.push(await planRequest(valid, { endpoint, profile }));
    printJson(plans.length === 1 ? plans[0] : plans);
    return 0;
  });
}
