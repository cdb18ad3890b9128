import { betaExceptionsIn, isOnByDefault } from '../../../scripts/api-model/served';

const GO = `
import (
	flowcontrolv1beta3 "k8s.io/kubernetes/pkg/apis/flowcontrol/v1beta3"
	storagev1beta1 "k8s.io/api/storage/v1beta1"
)
	legacyBetaEnabledByDefaultResources = []schema.GroupVersionResource{
		flowcontrolv1beta3.SchemeGroupVersion.WithResource("flowschemas"), // remove in 1.32
	}
	betaAPIGroupVersionsDisabledByDefault = []schema.GroupVersion{
		storagev1beta1.SchemeGroupVersion,
	}
`;

const kind = (apiVersion: string, type: string, resource: string) =>
  ({ apiVersion, type, resource, kind: 'Kind', use: 'object', namespaced: false }) as const;

test('the exceptions are the beta resources of the list, by the package of their types', () => {
  expect([...betaExceptionsIn(GO)]).toEqual(['io.k8s.api.flowcontrol.v1beta3/flowschemas']);
  expect([...betaExceptionsIn('nothing')]).toEqual([]);
});

test.each([
  ['apps/v1', 'io.k8s.api.apps.v1.StatefulSet', 'statefulsets', true],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'io.k8s.api.flowcontrol.v1beta3.FlowSchema', 'flowschemas', true],
  ['storage.k8s.io/v1beta1', 'io.k8s.api.storage.v1beta1.VolumeAttributesClass', 'volumeattributesclasses', false],
  ['storage.k8s.io/v1alpha1', 'io.k8s.api.storage.v1alpha1.VolumeAttributesClass', 'volumeattributesclasses', false],
])('%s %s: on by default %#', (apiVersion, type, resource, on) => {
  expect(isOnByDefault(kind(apiVersion, type, resource), betaExceptionsIn(GO))).toBe(on);
});
