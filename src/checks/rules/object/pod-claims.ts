import { podExample } from './examples';
import { Broken, Rule, forRecords, forRepeated, isGiven } from './rule';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const podClaims: Rule = {
  id: 'pod-resource-claims',
  why: 'a Pod knows a claim of devices by a name of its own, and either uses one that exists or has one made from a template',
  since: '1.34',
  fix: 'write exactly one of resourceClaimName and resourceClaimTemplateName, and another name for each claim',
  bad: podExample('resourceClaims: [{name: gpu}]'),
  good: podExample('resourceClaims: [{name: gpu, resourceClaimTemplateName: gpu}]'),
};

export function checkPodClaims(spec: Record<string, any>, broken: Broken) {
  const at = '/spec/resourceClaims';
  forRecords(spec.resourceClaims, (claim, index) => {
    const given = [claim.resourceClaimName, claim.resourceClaimTemplateName].filter(isGiven).length;
    if (given !== 1) { broken(podClaims, `${at}/${index}`, `the claim ${show(claim.name ?? '')} names ${given === 0 ? 'neither a claim nor a template' : 'both a claim and a template'}`); }
  });
  forRepeated(listOf(spec.resourceClaims), claim => recordOf(claim).name, (claim, index) =>
    broken(podClaims, `${at}/${index}/name`, `the claim ${show(claim.name)} is there already`));
}
