import type * as kplus from 'cdk8s-plus-27';
import { PostgreSqlClusterProps } from './postgresql-cluster-props';
import type { Volume, VolumeProjection } from '../../../kubernetes/api/types.generated';
import { PodVolume } from '../../options/pod-volume';
import { Members } from '../members';
import { secretOfUser } from '../sql-problems';

/** Owner and group may read. */
const MODE = 0o440;

/** All passwords as files: one that is written into its Secret anew arrives within a minute or two. */
export function passwordsVolume({ name, passwordSecret, props: { users = [] } }: Members<PostgreSqlClusterProps>): PodVolume {
  const sources: VolumeProjection[] = [
    { secret: { name: passwordSecret, items: [{ key: 'password', path: 'superuser' }, { key: 'replication', path: 'replication' }] } },
    ...users.map(user => ({ secret: { name: secretOfUser(name, user), items: [{ key: 'password', path: `users/${user.name}` }] } })),
  ];
  const volume: Volume = { name: 'passwords', projected: { defaultMode: MODE, sources } };
  // The props take what stands in YAML, too.
  return { volume: volume as unknown as kplus.k8s.Volume, mountPath: '/passwords', readOnly: true };
}
