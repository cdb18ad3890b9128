import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, podTemplate, statefulSet } from '../../diff/support';

/** What kwok makes volumes for, and grows. */
const PROVISIONER = 'cdk8s-stateful.dev/simulated';

export const storageClass = (name: string, fields: object = {}): Manifest => ({
  apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: PROVISIONER, reclaimPolicy: 'Delete', allowVolumeExpansion: true, ...fields,
});
export const [FAST, SLOW, FAST_AGAIN] = ['fast', 'slow', 'fast-again']
  .map(name => storageClass(name, { parameters: { type: name.replace('-again', '') } }));
/** Its driver does not grow volumes, and nobody says so. */
export const STUBBORN = storageClass('stubborn', { provisioner: 'example.com/stubborn' });
export const CLASSES = [FAST, SLOW, FAST_AGAIN, STUBBORN];

/** Manifests of a namespace. */
export class Manifests {
  constructor(public readonly namespace: string) {}

  public set(fields: Record<string, any> = {}, name = 'db', metadata: object = {}): Manifest {
    const set = statefulSet({ replicas: 2, ...fields }, { name, namespace: this.namespace });
    return { ...set, metadata: { ...set.metadata, ...metadata } };
  }

  public service(selector: object, name = 'db'): Manifest {
    return this.object('v1', 'Service', name, { spec: { clusterIP: 'None', selector, ports: [{ port: 5432 }] } });
  }

  public claim(name: string, spec: object = {}): Manifest {
    return this.object('v1', 'PersistentVolumeClaim', name, { spec: { ...claimTemplate().spec, ...spec } });
  }

  /** A Deployment of one pod that mounts these claims. */
  public deployment(name: string, ...claims: string[]): Manifest {
    const template = podTemplate({ volumeMounts: [] }, { volumes: mounted(claims), terminationGracePeriodSeconds: 5 }, { app: name });
    return this.object('apps/v1', 'Deployment', name, { spec: { selector: { matchLabels: { app: name } }, strategy: { type: 'Recreate' }, template } });
  }

  public cronJob(name: string, claim: string): Manifest {
    return this.object('batch/v1', 'CronJob', name, { spec: { schedule: '0 0 1 1 *', jobTemplate: { spec: { template: { spec: ended(claim) } } } } });
  }

  public job(name: string, claim: string): Manifest {
    return this.object('batch/v1', 'Job', name, { spec: { template: { spec: ended(claim) } } });
  }

  /** A volume that an administrator made. */
  public volume(name: string, path: string, spec: object = {}): Manifest {
    const { metadata, ...rest } = this.object('v1', 'PersistentVolume', `${this.namespace}-${name}`, {
      spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: '', nfs: { server: this.namespace, path }, ...spec },
    });
    return { ...rest, metadata: { name: metadata!.name } };
  }

  public reserved(name: string, path: string, claim: string): Manifest {
    return this.volume(name, path, { claimRef: { namespace: this.namespace, name: claim } });
  }

  public named(claim: string, volume: string): Manifest {
    return this.claim(claim, { storageClassName: '', volumeName: `${this.namespace}-${volume}` });
  }

  public object(apiVersion: string, kind: string, name: string, fields: object): Manifest {
    return { apiVersion, kind, metadata: { name, namespace: this.namespace }, ...fields };
  }
}

function mounted(claims: readonly string[]): object[] {
  return claims.map((claimName, index) => ({ name: `v${index}`, persistentVolumeClaim: { claimName } }));
}

function ended(claim: string): object {
  return { ...podTemplate({ volumeMounts: [] }, { volumes: mounted([claim]), restartPolicy: 'Never' }).spec };
}

export const inClass = (storageClassName: string, name = 'data') => ({ volumeClaimTemplates: [claimTemplate(name, { storageClassName })] });
export const sized = (storage: string, storageClassName = 'fast') => ({
  volumeClaimTemplates: [claimTemplate('data', { storageClassName, resources: { requests: { storage } } })],
});
export const labelled = (labels: Record<string, string>) => ({ selector: { matchLabels: labels }, template: podTemplate({}, {}, labels) });
export const DELETING = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' } };
