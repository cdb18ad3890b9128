import { ordinalsOf } from '../../../kubernetes/workload';
import { Claim, stemOf } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (one: string, two: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: b-c}
spec:
  serviceName: b-c
  selector: {matchLabels: {app: one}}
  template:
    metadata: {labels: {app: one}}
    spec: {containers: [{name: main, image: mysql:8.0.40, volumeMounts: [{name: ${one}, mountPath: /data}]}]}
  volumeClaimTemplates: [{metadata: {name: ${one}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: c}
spec:
  serviceName: c
  selector: {matchLabels: {app: two}}
  template:
    metadata: {labels: {app: two}}
    spec: {containers: [{name: main, image: mysql:8.0.40, volumeMounts: [{name: ${two}, mountPath: /data}]}]}
  volumeClaimTemplates: [{metadata: {name: ${two}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
---
apiVersion: v1
kind: Service
metadata: {name: b-c}
spec: {clusterIP: None, selector: {app: one}}
---
apiVersion: v1
kind: Service
metadata: {name: c}
spec: {clusterIP: None, selector: {app: two}}
`;

export const claimNameCollision: Check = {
  id: 'claim-name-collision',
  why: 'claims are named TEMPLATE-SET-ORDINAL, so two StatefulSets can come to the same names: their pods then write to one volume',
  severity: 'error',
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
