import { BedrockClient, BedrockServiceException, type ClientConfiguration, ClientError } from '@shapegate/client';
import type { Arguments } from '../../arguments.ts';
import { escapeText, writeJson } from '../../format/escape.ts';
import { readRegion } from '../../read-region.ts';
import { write } from '../../terminal.ts';
import { ToolProblem } from '../../tool-problem.ts';

/** How the client is set up by the command line. */
export function readClientOptions(args: Arguments): ClientConfiguration {
  return { profile: args.text('profile'), endpoint: args.text('endpoint-url'), region: readRegion(args) };
}

/** The client of the import operations. Throws ToolProblem for an endpoint that is no URL. */
export function createClient(configuration: ClientConfiguration): BedrockClient {
  try {
    return new BedrockClient(configuration);
  } catch (error) {
    throw explainSetUp(error);
  }
}

function explainSetUp(error: unknown): unknown {
  return error instanceof ClientError ? new ToolProblem(error.message, error.help) : error;
}

/**
 * Does something with the service. What the service answers with is told with its exception's name, exit status 1;
 * where nothing could be asked, ToolProblem is thrown.
 */
export async function askService(ask: () => Promise<number>): Promise<number> {
  try {
    return await ask();
  } catch (error) {
    if (!isServiceException(error)) throw explainSetUp(error);
    write(2, `${escapeText(`${error.name}: ${error.message}`)}\n`);
    return 1;
  }
}

function isServiceException(error: unknown): error is Error {
  return error instanceof BedrockServiceException || (error instanceof Error && '$fault' in error);
}

/** Prints what the service has said, as JSON. */
export function printJson(value: unknown): void {
  write(1, writeJson(value));
}
