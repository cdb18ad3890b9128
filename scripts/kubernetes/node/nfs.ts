import { join } from 'node:path';

/** Holds the `mount` that stands in for the kernel's NFS client. */
const CLIENT = join(__dirname, 'nfs-client');

/** The folder of this machine that stands for one of an NFS server, as the nodes of a cluster mount it. */
export const nfsFolder = (cluster: string, server: string, path: string) => join(serversOf(cluster), server, path);

/** What the kubelet needs in its environment to mount them. */
export const nfsEnvironment = (cluster: string) => ({ PATH: `${CLIENT}:${process.env.PATH}`, NFS_SERVERS: serversOf(cluster) });

const serversOf = (cluster: string) => join(cluster, 'nfs');
