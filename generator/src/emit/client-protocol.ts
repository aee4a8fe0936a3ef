import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ServiceShape } from '../model/model.ts';
import { createClientEvent, readMapping, readMember } from './client-subject.ts';

/** A protocol that a client can speak, the preferred one first; the class stands in `@aws-sdk/core/protocols`. */
const protocols: readonly { trait: string; className: string; isRpc: boolean }[] = [
  { trait: 'aws.protocols#restJson1', className: 'AwsRestJsonProtocol', isRpc: false },
  { trait: 'smithy.protocols#rpcv2Cbor', className: 'AwsSmithyRpcV2CborProtocol', isRpc: true },
  { trait: 'aws.protocols#awsJson1_1', className: 'AwsJson1_1Protocol', isRpc: true },
  { trait: 'aws.protocols#awsJson1_0', className: 'AwsJson1_0Protocol', isRpc: true },
  { trait: 'aws.protocols#restXml', className: 'AwsRestXmlProtocol', isRpc: false },
  { trait: 'aws.protocols#awsQuery', className: 'AwsQueryProtocol', isRpc: true },
  { trait: 'aws.protocols#ec2Query', className: 'AwsEc2QueryProtocol', isRpc: true },
];

/** The protocol that a service's client speaks. */
export interface ClientProtocol {
  readonly className: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Chooses the protocol; null with an event where the service names none that a client can speak. */
export function chooseProtocol(service: ServiceShape): { protocol: ClientProtocol | null; events: ModelEvent[] } {
  const found = protocols.find(({ trait }) => service.traits.has(trait));
  if (found === undefined) {
    const known = protocols.map(({ trait }) => `\`${trait}\``).join(', ');
    const event = createClientEvent(
      service,
      'ClientProtocol',
      'error',
      `service \`${service.id}\` has no protocol that a client can speak, expected one of ${known}`,
      "put the protocol's trait on the service, or leave `client` out of what is generated",
    );
    return { protocol: null, events: [event] };
  }
  const settings: Record<string, string> = { version: service.version };
  if (found.isRpc) settings.serviceTarget = service.id.slice(service.id.indexOf('#') + 1);
  const namespace = readMember(readMapping(service, 'xmlNamespace'), 'uri');
  if (namespace !== undefined) settings.xmlNamespace = namespace;
  return { protocol: { className: found.className, settings }, events: [] };
}
