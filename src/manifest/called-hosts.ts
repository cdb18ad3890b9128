import { isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';

/** A variable of such a name holds hosts, alone or in a list. */
export const HOST_VARIABLE = /(^|_)(HOST|HOSTS|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|ADDRESSES|ENDPOINT|ENDPOINTS|BROKERS|NODES|PEERS)$/i;

/** A host of one word that a program is told to call: `mysql`, `mysql:3306`, `redis://cache:6379/0`. */
export interface CalledHost {
  readonly host: string;
  readonly port?: number;
}

const WORD = '([a-z][a-z0-9-]*[a-z0-9])';

/** The whole text is a host, perhaps with its port. */
const ALONE = new RegExp(`^${WORD}(?::(\\d{2,5}))?$`);

/** In an address: what follows the scheme, or the name and password of a user. A name with a dot is no single word. */
const IN_ADDRESS = new RegExp(`[a-z0-9+]://(?:[^\\s/@"']*@)?${WORD}(?::(\\d{2,5}))?(?=[\\s/?,;"')]|$)`, 'g');

/** In a script: what is asked whether it answers. */
const IN_SCRIPT = new RegExp(`\\bnc(?:\\s+-[a-z]+(?:\\s+\\d+)?)*\\s+${WORD}\\s+(\\d{2,5})\\b|/dev/tcp/${WORD}/(\\d{2,5})\\b`, 'g');

/** The hosts in the value of a variable, or of a key that becomes one. */
export function hostsInVariable(name: string, value: unknown): CalledHost[] {
  if (typeof value !== 'string') { return []; }
  const alone = HOST_VARIABLE.test(name) ? ALONE.exec(value) : null;
  return alone ? [called(alone[1], alone[2])] : hostsInText(value);
}

/** The hosts of addresses in a text. */
export function hostsInText(text: string): CalledHost[] {
  return text.includes('://') ? [...text.matchAll(IN_ADDRESS)].map(([, host, port]) => called(host, port)) : [];
}

/** The hosts that a command or a script of a container waits for or calls. */
export function hostsInScript(text: string): CalledHost[] {
  const asked = /\bnc\b|\/dev\/tcp\//.test(text) ? [...text.matchAll(IN_SCRIPT)].map(([, host, port, other, otherPort]) => called(host ?? other, port ?? otherPort)) : [];
  return [...asked, ...hostsInText(text)];
}

function called(host: string, port: string | undefined): CalledHost {
  return { host, ...port !== undefined && { port: Number(port) } };
}

/** True if names of one word are looked up in the namespace of the pod, and nowhere else that is written here. */
export function usesClusterDns({ dnsPolicy, hostNetwork, dnsConfig }: Record<string, any>): boolean {
  const isOfCluster = dnsPolicy === undefined ? hostNetwork !== true : dnsPolicy === 'ClusterFirstWithHostNet' || dnsPolicy === 'ClusterFirst' && hostNetwork !== true;
  return isOfCluster && listOf(recordOf(dnsConfig).searches).length === 0;
}

/** Names that the pod finds without DNS. */
export function ownNames({ hostAliases, hostname }: Record<string, any>): ReadonlySet<string> {
  return new Set(['localhost', textOf(hostname), ...listOf(hostAliases).filter(isRecord).flatMap(({ hostnames }) => listOf(hostnames).map(textOf))]);
}
