import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { DatabaseProps } from './database-props';
import { Members } from './members';
import { Login, secretOfUser } from './user-problems';
import type { KeyToPath, Volume, VolumeProjection } from '../../kubernetes/api/types.generated';
import { PodVolume } from '../options/pod-volume';

/** What props need to have for it. */
type PropsWithUsers = DatabaseProps & { readonly users?: readonly Login[] };

/** Owner and group may read. */
const MODE = 0o440;

/** Adds the Secrets of the users that were given none. */
export function addUserPasswords(members: Members<PropsWithUsers>): void {
  const { name, props: { users = [] } } = members;
  for (const user of users.filter(({ passwordSecret }) => passwordSecret === undefined)) {
    members.addSecret(`Password-${user.name}`, secretOfUser(name, user), ['password']);
  }
}

/** Name of the Secret with the password of one of `users`. */
export function secretOfNamedUser(scope: Construct, { name, props: { users = [] } }: Members<PropsWithUsers>, wanted: string): string {
  const found = users.find(user => user.name === wanted);
  if (!found) { throw new Error(`[${scope.node.path}] there is no user '${wanted}'; write ${users.map(user => `'${user.name}'`).join(' or ') || "one into 'users' first"}`); }
  return secretOfUser(name, found);
}

/**
 * The passwords of the users as files, and these keys of the database's own Secret: one that is written into its Secret
 * anew arrives within a minute or two. None if there is nothing to mount.
 */
export function passwordsVolume({ name, passwordSecret, props: { users = [] } }: Members<PropsWithUsers>, own: KeyToPath[] = []): PodVolume[] {
  const sources: VolumeProjection[] = [
    ...own.length > 0 ? [{ secret: { name: passwordSecret, items: own } }] : [],
    ...users.map(user => ({ secret: { name: secretOfUser(name, user), items: [{ key: 'password', path: `users/${user.name}` }] } })),
  ];
  if (sources.length === 0) { return []; }
  const volume: Volume = { name: 'passwords', projected: { defaultMode: MODE, sources } };
  // The props take what stands in YAML, too.
  return [{ volume: volume as unknown as kplus.k8s.Volume, mountPath: '/passwords', readOnly: true }];
}
