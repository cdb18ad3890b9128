import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoModule } from './go-module';
import { versionOf } from './minors';

const KWOK = 'sigs.k8s.io/kwok';
/** What kwok does with nodes and pods, from its own module. */
const KWOK_STAGES = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast'];

const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const;
const COMPONENTS_OF_NODES = ['kubelet', 'kube-proxy'] as const;
type Component = typeof COMPONENTS[number] | typeof COMPONENTS_OF_NODES[number];

/** The path of a program of Kubernetes, of the version that the minor's go.mod names. */
export function kubernetes(minor: string, name: Component): string {
  const version = versionOf(minor);
  // Without them the server calls itself v0.0.0, and refuses to work with others.
  const fields = { gitVersion: `v${version}`, gitMajor: '1', gitMinor: minor.split('.')[1], gitTreeState: 'clean' };
  return new GoModule(minor).program({
    name,
    package: `k8s.io/kubernetes/cmd/${name}`,
    linkerFlags: Object.entries(fields).map(([field, value]) => `-X k8s.io/component-base/version.${field}=${value}`).join(' '),
    // The code for cloud providers, which later versions no longer have, does not build.
    tags: minor === '1.27' ? 'providerless' : undefined,
  });
}

export const etcd = () => new GoModule('tools').program({ name: 'etcd', package: 'go.etcd.io/etcd/server/v3' });

export const kwok = () => new GoModule('tools').program({ name: 'kwok', package: `${KWOK}/cmd/kwok` });

/** A file with the stages of kwok that we use. */
export function kwokStages(): string {
  const tools = new GoModule('tools');
  return tools.file('stages.yaml', target => {
    const source = join(tools.sourceOf(KWOK), 'kustomize', 'stage');
    const files = KWOK_STAGES.flatMap(stage => readdirSync(join(source, stage)).map(file => join(source, stage, file)));
    const stages = files.filter(file => file.endsWith('.yaml') && !file.endsWith('kustomization.yaml'));
    writeFileSync(target, stages.map(file => readFileSync(file, 'utf8')).join('\n---\n'));
  });
}

/** Builds all that a cluster needs and that was never built. */
export function buildAll(minor: string, nodes: 'simulated' | 'real'): void {
  const components = nodes === 'real' ? [...COMPONENTS, ...COMPONENTS_OF_NODES] : COMPONENTS;
  for (const name of components) { kubernetes(minor, name); }
  etcd();
  if (nodes === 'simulated') {
    kwok();
    kwokStages();
  }
}
