/** A pod that speaks to a database as its clients do. */
export interface ClientPodOptions {
  readonly namespace: string;
  readonly name: string;
  /** One with a client of the database. */
  readonly image: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The variable that has the password, and the Secret with key `password`. */
  readonly password: { readonly variable: string; readonly secret: string };
  /** A ConfigMap whose keys are files in `/client`; none if it needs none. */
  readonly files?: string;
  /** Where it runs; the scheduler says it if it does not matter. */
  readonly nodeName?: string;
}

/** It is allowed at the Pod Security level `restricted`. */
export const clientPod = ({ namespace, name, image, command, env, password, files, nodeName }: ClientPodOptions) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace },
  spec: {
    nodeName,
    terminationGracePeriodSeconds: 0,
    restartPolicy: 'Always',
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{
      name,
      image,
      command,
      env: [
        ...Object.entries(env).map(([variable, value]) => ({ name: variable, value })),
        { name: password.variable, valueFrom: { secretKeyRef: { name: password.secret, key: 'password' } } },
      ],
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      ...files && { volumeMounts: [{ name: 'client', mountPath: '/client' }] },
    }],
    ...files && { volumes: [{ name: 'client', configMap: { name: files } }] },
  },
});
