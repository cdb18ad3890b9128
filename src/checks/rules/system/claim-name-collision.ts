import { setYaml, together } from './examples';
import { ordinalsOf } from '../../../kubernetes/workload';
import { Claim, stemOf } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const withClaim = (app: string, claim: string) => setYaml(app, [`containers: [{name: db, image: redis:7.4.1, volumeMounts: [{name: ${claim}, mountPath: /data}]}]`],
  `volumeClaimTemplates: [{metadata: {name: ${claim}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]`);

const example = (one: string, two: string) => together(withClaim('b-c', one), withClaim('c', two));

export const claimNameCollision: Check = {
  id: 'claim-name-collision',
  why: 'claims are named TEMPLATE-SET-ORDINAL, so two StatefulSets can come to the same names: their pods then write to one volume',
  run: function* (_, { claims }) {
    const byStem = new Map<string, Claim>();
    for (const claim of claims.all) {
      if (claim.path === '') { continue; }
      const stem = `${claim.namespace}/${stemOf(claim)}`;
      const other = byStem.get(stem);
      if (!other) { byStem.set(stem, claim); continue; }
      if (other.from.metadata?.name === claim.from.metadata?.name || !overlap(claim, other)) { continue; }
      yield {
        object: claim.from,
        path: `${claim.path}/metadata/name`,
        message: `${titleOf(claim.from)} makes the claim ${claim.title}, and ${titleOf(other.from)} makes ${other.title}: they share volumes`,
        fix: 'give one of the claim templates another name',
      };
    }
  },
  bad: example('a', 'a-b'),
  good: example('data', 'data'),
};

function overlap(a: Claim, b: Claim): boolean {
  const [left, right] = [ordinalsOf(a.from), ordinalsOf(b.from)];
  return left.first <= right.last && right.first <= left.last;
}
