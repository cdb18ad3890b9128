import { kindGatesIn } from '../../../scripts/api-model/kind-gates';

const GO = `
import (
	certificatesapiv1beta1 "k8s.io/api/certificates/v1beta1"
)
	if resource := "clustertrustbundles"; apiResourceConfigSource.ResourceEnabled(certificatesapiv1beta1.SchemeGroupVersion.WithResource(resource)) {
		if utilfeature.DefaultFeatureGate.Enabled(features.ClusterTrustBundle) {
	}
	if resource := "certificatesigningrequests"; apiResourceConfigSource.ResourceEnabled(certificatesapiv1beta1.SchemeGroupVersion.WithResource(resource)) {
		storage[resource] = csrStorage
		if utilfeature.DefaultFeatureGate.Enabled(features.Other) {
`;

test('a resource needs the gate that is asked for right below it', () => {
  expect([...kindGatesIn(GO)]).toEqual([['io.k8s.api.certificates.v1beta1/clustertrustbundles', 'ClusterTrustBundle']]);
});
