import { listOf, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { ALLOCATED, isService } from '../changes/service';
import { Update } from '../changes/update';

type Spec = Record<string, any>;

function address({ before, after }: Update): ChangeStatement[] {
  const [old, next] = specs(before, after);
  if (old.type === 'ExternalName' || next.type === 'ExternalName') { return []; }
  const [from, to] = [listOf(old.clusterIPs)[0], listOf(next.clusterIPs)[0]];
  if (from === to || from === undefined || to === undefined) { return changedSecond(listOf(old.clusterIPs), listOf(next.clusterIPs), '/spec/clusterIPs'); }
  const message = to === 'None'
    ? 'the Service has an address, and a Service with an address never becomes headless'
    : `the address of a Service never changes (${from === ALLOCATED ? 'it has one' : from} → ${to})`;
  return [{ path: '/spec/clusterIP', message }];
}

/** A second address or family may come and go; it may not become another one. */
function changedSecond(before: readonly unknown[], after: readonly unknown[], path: string): ChangeStatement[] {
  if (before.length < 2 || after.length < 2 || before[1] === after[1]) { return []; }
  return [{ path, message: `the second entry of a Service never changes (${before[1]} → ${after[1]}); remove it first` }];
}

function families({ before, after }: Update): ChangeStatement[] {
  const [old, next] = specs(before, after);
  if (old.clusterIP === 'None' && next.clusterIP === 'None') { return []; }
  const [from, to] = [listOf(old.ipFamilies)[0], listOf(next.ipFamilies)[0]];
  if (from === to || from === undefined || to === undefined) { return changedSecond(listOf(old.ipFamilies), listOf(next.ipFamilies), '/spec/ipFamilies'); }
  return [{ path: '/spec/ipFamilies', message: `the first IP family of a Service never changes (${from} → ${to})` }];
}

/** Only a Service that becomes single-stack lets its second family go. */
function secondFamily({ before, after }: Update): ChangeStatement[] {
  const [old, next] = specs(before, after);
  const policy = next.ipFamilyPolicy ?? old.ipFamilyPolicy;
  const isReduced = listOf(old.ipFamilies).length === 2 && listOf(next.ipFamilies).length === 1;
  if (!isReduced || policy === undefined || policy === 'SingleStack' || next.type === 'ExternalName') { return []; }
  return [{ path: '/spec/ipFamilies', message: `the second IP family of a Service stays as long as its policy is ${policy}` }];
}

function loadBalancerClass({ before, after }: Update): ChangeStatement[] {
  const [old, next] = specs(before, after);
  if (old.type !== 'LoadBalancer' || next.type !== 'LoadBalancer' || old.loadBalancerClass === next.loadBalancerClass) { return []; }
  return [{ path: '/spec/loadBalancerClass', message: 'loadBalancerClass can be set only when the Service becomes a LoadBalancer' }];
}

function healthCheckNodePort({ before, after }: Update): ChangeStatement[] {
  const [old, next] = specs(before, after);
  const needs = (spec: Spec) => spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local';
  if (!needs(old) || !needs(next) || old.healthCheckNodePort === next.healthCheckNodePort) { return []; }
  return [{ path: '/spec/healthCheckNodePort', message: 'the health check port of a Service never changes' }];
}

function specs(before: Update['before'], after: Update['after']): [Spec, Spec] {
  return [recordOf(before.spec), recordOf(after.spec)];
}

const TRANSITIONS = [
  {
    id: 'service-cluster-ip',
    fields: 'spec.clusterIP, spec.clusterIPs',
    why: 'an address is given once and stays; only a Service that was ExternalName gets a new one. A clusterIP left out of the new manifest is kept',
    fix: 'create a second Service under another name, or delete this one first (its address and DNS name are gone in between)',
    find: address,
  },
  {
    id: 'service-ip-family',
    fields: 'spec.ipFamilies',
    why: 'the first IP family belongs to the address and stays with it; a headless Service has no address, and its families are free',
    fix: 'keep the first family; a second one can be added',
    find: families,
  },
  {
    id: 'service-second-family',
    fields: 'spec.ipFamilies, spec.ipFamilyPolicy',
    why: 'a Service of two IP families keeps both until its policy says that it has one',
    fix: 'write ipFamilyPolicy: SingleStack as well',
    find: secondFamily,
  },
  {
    id: 'service-load-balancer-class',
    fields: 'spec.loadBalancerClass',
    why: 'the load balancer that serves a Service is chosen when it becomes a LoadBalancer',
    fix: 'change the type to ClusterIP first, then back with the new class (the external address changes)',
    find: loadBalancerClass,
  },
  {
    id: 'service-health-check-port',
    fields: 'spec.healthCheckNodePort',
    why: 'load balancers know the port already',
    fix: 'keep the port, or leave the field out',
    find: healthCheckNodePort,
  },
];

export const SERVICE_RULES: readonly Rule[] = TRANSITIONS.map(({ id, fields, why, fix, find }) => ({
  id,
  title: `Service: ${fields}`,
  effect: 'refused',
  kinds: ['Service'],
  fields,
  why,
  fix,
  updated: update => isService(update.after) ? find(update) : [],
}));
