import { testRules, object } from './rule-cases';

const labelled = (labels: string) => object(`{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {${labels}}}}`);
const AT = 'pod-security-label /metadata/labels/pod-security.kubernetes.io~1';

describe('namespaces', () => {
  testRules([
    ['levels and versions', labelled('pod-security.kubernetes.io/enforce: privileged, pod-security.kubernetes.io/warn-version: v1.27, pod-security.kubernetes.io/audit-version: latest')],
    ['a level that is none', labelled('pod-security.kubernetes.io/audit: strict'), `${AT}audit`],
    ['a version that is none', labelled('pod-security.kubernetes.io/enforce-version: "1.27"'), `${AT}enforce-version`],
    ['labels of others', labelled('pod-security.example.com/enforce: strict')],
  ]);
});
