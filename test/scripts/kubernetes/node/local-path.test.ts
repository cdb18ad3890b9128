import { localPathClass } from '../../../../scripts/kubernetes/node/local-path';
import { driverOf } from '../../../../src/kubernetes/provisioners';

test('volumes are made where their pod is, cannot grow, and go with their claim, unless a class says otherwise', () => {
  expect(localPathClass('a')).toMatchObject({ metadata: { name: 'a' }, volumeBindingMode: 'WaitForFirstConsumer', reclaimPolicy: 'Delete' });
  expect(localPathClass('a')).not.toHaveProperty('allowVolumeExpansion');
  expect(localPathClass('a', { reclaimPolicy: 'Retain' })).toMatchObject({ reclaimPolicy: 'Retain' });
});

test('its provisioner is the one that checks know', () => {
  expect(driverOf(localPathClass('a').provisioner)).toEqual({ accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'] });
});
