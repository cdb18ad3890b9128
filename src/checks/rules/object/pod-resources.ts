import { containerExample, podExample } from './examples';
import { ContainerAt } from './pod';
import { amountIn, checkResources } from './resources';
import { Broken, Rule, forRecords, isGiven, isText } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';

export const podResources: Rule = {
  id: 'pod-resources',
  why: 'the resources of a whole Pod are cpu, memory and huge pages, and its containers must fit in them',
  since: '1.34',
  fix: 'raise the resources of the Pod, or lower those of its containers; of others than cpu, memory and huge pages only containers can have some',
  bad: podExample('resources: {limits: {ephemeral-storage: 1Gi}}'),
  good: podExample('resources: {limits: {memory: 1Gi}}'),
};

export const containerClaims: Rule = {
  id: 'container-resource-claims',
  why: 'a container gets devices from the resourceClaims of its Pod, by their names',
  since: '1.34',
  fix: 'name one of resourceClaims of the Pod, each once',
  bad: containerExample('resources: {claims: [{name: gpu}]}'),
  good: podExample('resourceClaims: [{name: gpu, resourceClaimTemplateName: gpu}]', "containers: [{name: web, image: 'httpd:2.4', resources: {claims: [{name: gpu}]}}]"),
};

export const POD_RESOURCE_RULES = [podResources, containerClaims];

/** What containers may have from 1.34 on: claims of devices. */
export function checkContainerClaims(resources: unknown, spec: Record<string, any>, at: string, broken: Broken) {
  const claims = listOf(recordOf(resources).claims);
  if (claims.length === 0) { return; }
  const known = new Set(listOf(spec.resourceClaims).map(claim => recordOf(claim).name));
  const names = new Set<string>();
  const seen = new Set<string>();
  forRecords(claims, ({ name, request }, index) => {
    const path = `${at}/claims/${index}`;
    if (name === '') { broken(containerClaims, `${path}/name`, 'the name of the claim is empty'); }
    if (!isText(name)) { return; }
    if (!known.has(name)) { broken(containerClaims, `${path}/name`, `the Pod has no resource claim ${show(name)}`); }
    if (isText(request) && !DNS_LABEL.fits(request)) { broken(containerClaims, `${path}/request`, `${show(request)} is no name of a request`, `write ${DNS_LABEL.mustBe}`); }
    const key = isText(request) ? `${name}/${request}` : name;
    // The whole claim has all of its requests.
    if (seen.has(key) || seen.has(name) || !isText(request) && names.has(name)) { broken(containerClaims, `${path}/name`, `the claim ${show(key)} is there already`); }
    seen.add(key);
    names.add(name);
  });
}

type Amounts = Readonly<Record<string, any>>;

/** The resources of a Pod, and whether its containers fit in them. */
export function checkPodResources(spec: Record<string, any>, containers: readonly ContainerAt[], broken: Broken, model: ApiModel) {
  if (!isRecord(spec.resources) || !model.holds(podResources)) { return; }
  const at = '/spec/resources';
  if (recordOf(spec.os).name === 'windows') {
    broken(podResources, at, 'a Pod of Windows has no resources of its own', 'write them for its containers');
    return;
  }
  if (isGiven(spec.resources.claims)) { broken(podResources, `${at}/claims`, 'a Pod as a whole has no claims', 'write them for its containers'); }
  for (const list of ['limits', 'requests']) { checkNames(recordOf(spec.resources[list]), `${at}/${list}`, broken); }
  const { limits, requests } = withDefaults(spec.resources, containers);
  checkResources({ limits, requests }, at, broken, 'the Pod');
  checkFits(limits, requests, containers, at, broken);
}

function isOfPod(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');
}

function checkNames(amounts: Amounts, at: string, broken: Broken) {
  for (const name of Object.keys(amounts)) {
    if (!isOfPod(name)) { broken(podResources, `${at}${pointer(name)}`, `a Pod as a whole has no ${show(name)}`); }
  }
}

/** The resources that a Pod can have; others were told. */
function ofPod(amounts: unknown): Record<string, any> {
  return Object.fromEntries(Object.entries(recordOf(amounts)).filter(([name]) => isOfPod(name)));
}

const namesOf = (...lists: Amounts[]) => [...new Set(lists.flatMap(list => Object.keys(list)))];

/** What the server fills in: the sum of the containers' requests, else the limit; the sum of their limits of huge pages. */
function withDefaults({ limits, requests }: Record<string, any>, containers: readonly ContainerAt[]): { limits: Amounts; requests: Amounts } {
  const filledLimits = ofPod(limits);
  const filledRequests = ofPod(requests);
  const given = Object.keys(filledLimits).length > 0 || Object.keys(filledRequests).length > 0;
  const fill = (target: Record<string, any>, name: string, amount: bigint) => {
    if (given && amount > 0n && target[name] === undefined) { target[name] = quantityOf(amount); }
  };
  const ofContainers = containers.map(({ container }) => recordOf(container.resources));
  for (const name of namesOf(...ofContainers.flatMap(({ limits: most, requests: least }) => [recordOf(most), recordOf(least)])).filter(isOfPod)) {
    if (name.startsWith('hugepages-')) {
      fill(filledLimits, name, together(containers, name, limitOf));
    } else {
      fill(filledRequests, name, together(containers, name, requestOf));
    }
  }
  for (const name of Object.keys(filledLimits)) {
    if (filledRequests[name] === undefined) { filledRequests[name] = filledLimits[name]; }
  }
  return { limits: filledLimits, requests: filledRequests };
}

/** As people write it. */
function quantityOf(nano: bigint): string {
  const [whole, thousandth] = [10n ** 9n, 10n ** 6n];
  if (nano % whole === 0n) { return String(nano / whole); }
  return nano % thousandth === 0n ? `${nano / thousandth}m` : `${nano}n`;
}

const limitOf = (resources: Amounts, name: string) => amountIn(recordOf(resources.limits)[name]);
const requestOf = (resources: Amounts, name: string) => amountIn(recordOf(resources.requests)[name]) ?? limitOf(resources, name);

/** How much containers use together: all at once, or an init container and the sidecars that were started before it. */
function together(containers: readonly ContainerAt[], name: string, amountOf: (resources: Amounts, name: string) => bigint | undefined): bigint {
  let sidecars = 0n;
  let running = 0n;
  let most = 0n;
  for (const { container, init, sidecar } of [...containers.filter(found => found.init), ...containers.filter(found => !found.init)]) {
    const amount = amountOf(recordOf(container.resources), name) ?? 0n;
    if (sidecar) { sidecars += amount; }
    if (!init) { running += amount; }
    const now = sidecars + running + (init && !sidecar ? amount : 0n);
    most = now > most ? now : most;
  }
  return most;
}

function checkFits(limits: Amounts, requests: Amounts, containers: readonly ContainerAt[], at: string, broken: Broken) {
  const tooSmall = (list: string, name: string, amount: unknown) =>
    broken(podResources, `${at}/${list}${pointer(name)}`, `the Pod ${list === 'limits' ? 'may use' : 'requests'} ${show(amount)} of ${name}, less than its containers together`);
  for (const name of Object.keys(requests)) {
    const amount = amountIn(requests[name]);
    if (amount !== undefined && together(containers, name, requestOf) > amount) { tooSmall('requests', name, requests[name]); }
  }
  for (const name of Object.keys(limits)) {
    const amount = amountIn(limits[name]);
    if (amount === undefined) { continue; }
    if (name.startsWith('hugepages-')) {
      if (together(containers, name, limitOf) > amount) { tooSmall('limits', name, limits[name]); }
      continue;
    }
    for (const { container, at: where, init } of containers) {
      const own = init ? undefined : limitOf(recordOf(container.resources), name);
      if (own !== undefined && own > amount) {
        broken(podResources, `${where}/resources/limits${pointer(name)}`, `the container may use more ${name} than its whole Pod, ${show(limits[name])}`);
      }
    }
  }
}

