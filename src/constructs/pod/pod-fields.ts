import { PodOptions } from './pod-options';
import { DATA_KEY } from '../../kubernetes/formats/data-key';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { ENV_NAME } from '../../kubernetes/formats/env-name';
import { IMAGE_REFERENCE } from '../../kubernetes/formats/image';
import { between } from '../../kubernetes/formats/number';
import { LOCAL_PATH, MOUNT_PATH } from '../../kubernetes/formats/path';
import { PORT as PORT_NUMBER, PORT_NAME } from '../../kubernetes/formats/port';
import { SIGNER_NAME } from '../../kubernetes/formats/signer-name';
import { commandField } from '../../props/command-field';
import { Field, WordsForProps, anyObject, choice, fitting, flag, lazyText, listOf, mapOf, number, required, struct, text } from '../../props/fields';
import { SECONDS, ENV_VALUE, HEALTH_CHECK, LABELS, NETWORK_PEER, RESOURCES, SERVICE_ACCOUNT, SIZE, SPREAD, STORAGE, annotations, id, labels, nameOf } from '../../props/value-fields';
import { ConfigFile } from '../options/config-file';
import { EnvFromSource } from '../options/env-from-source';
import { ImageVolume } from '../options/image-volume';
import { NamedPort } from '../options/named-port';
import { Placement } from '../options/placement';
import { PodCertificate, PodCertificateKeyType } from '../options/pod-certificate';
import { PodVolume } from '../options/pod-volume';
import { ResizePolicy } from '../options/resize-policy';
import { ScratchDirectory } from '../options/scratch-directory';
import { SecretFiles } from '../options/secret-files';
import { VolumeProps } from '../options/volume-props';

const CONTAINER = anyObject('{ name: "exporter", image: "prom/memcached-exporter:v0.15.3" }');
const SECRET_NAME = nameOf('a Secret', text('db'));
const mountPath = (example: string) => fitting(text(example), MOUNT_PATH);

export const PORT = struct<NamedPort>({
  name: required(fitting(text('http'), PORT_NAME)),
  port: required(fitting(number(8080), PORT_NUMBER)),
  servicePort: fitting(number(80), PORT_NUMBER),
  protocol: choice('TCP', 'UDP', 'SCTP'),
  allowFrom: listOf(NETWORK_PEER),
}, '{ name: "http", port: 8080 }');

const VOLUME = struct<VolumeProps>({
  name: required(fitting(text('data'), DNS_LABEL)),
  mountPath: required(mountPath('/data')),
  size: SIZE,
  storage: STORAGE,
  claimLabels: LABELS,
  accessModes: listOf(choice('ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOncePod')),
  subPath: fitting(text('data'), LOCAL_PATH),
  readOnly: flag(),
  recursiveReadOnly: choice('IfPossible', 'Enabled'),
}, '{ name: "data", mountPath: "/data", size: Size.gibibytes(10) }');

const POD_VOLUME = struct<PodVolume>({
  volume: required(anyObject('{ name: "certs", csi: { driver: "csi.cert-manager.io" } }')),
  mountPath: mountPath('/certs'),
  subPath: fitting(text('tls'), LOCAL_PATH),
  readOnly: flag(),
}, '{ volume: { name: "settings", configMap: { name: "settings" } }, mountPath: "/etc/settings" }');

const PULL_POLICY = choice('IfNotPresent', 'Always', 'Never');
const RESIZE = choice('NotRequired', 'RestartContainer');
const RESIZE_POLICY = struct<ResizePolicy>({ cpu: RESIZE, memory: RESIZE }, '{ memory: ResizeRestartPolicy.RESTART_CONTAINER }');

const IMAGE_VOLUME = struct<ImageVolume>({
  image: required(fitting(text('registry.example.com/plugins:1.4'), IMAGE_REFERENCE)),
  mountPath: required(mountPath('/plugins')),
  subPath: fitting(text('plugins'), LOCAL_PATH),
  imagePullPolicy: PULL_POLICY,
}, '{ image: "registry.example.com/plugins:1.4", mountPath: "/plugins" }');

const HOUR = 3600;
const POD_CERTIFICATE = struct<PodCertificate>({
  signerName: required(fitting(text('example.com/database'), SIGNER_NAME)),
  mountPath: required(mountPath('/tls')),
  keyType: choice(...Object.values(PodCertificateKeyType)),
  maxExpiration: fitting({ ...SECONDS, example: 'Duration.hours(24)' }, { ...between(HOUR, 91 * 24 * HOUR), mustBe: 'from one hour to 91 days' }, undefined, duration => duration.toMilliseconds() / 1000),
  trustBundle: flag(),
}, '{ signerName: "example.com/database", mountPath: "/tls" }');

export const PLACEMENT = struct<Placement>({
  nodeSelector: labels('ssd', 'disk'),
  affinity: anyObject('{ nodeAffinity: {} }'),
  tolerations: listOf(anyObject('{ key: "dedicated", operator: "Exists" }')),
  priorityClassName: nameOf('a PriorityClass', text('system-cluster-critical'), "leave it out for the cluster's default"),
  spread: SPREAD,
}, '{ spread: Spread.required() }');

const CHECKS = 'write \'healthCheck: HealthCheck.http({ path: "/" })\', or \'startupCheck\', \'readinessCheck\' and \'livenessCheck\'';
const CLASS = 'write \'storage: Storage.dynamic({ storageClassName: "fast" })\' in one of the \'volumes\'';

/** What apps have under another name. */
export const POD_WORDS: WordsForProps = {
  environment: "did you mean 'env'?",
  probes: CHECKS,
  healthchecks: CHECKS,
  livenessProbe: "did you mean 'livenessCheck'?",
  readinessProbe: "did you mean 'readinessCheck'?",
  ingress: "did you mean 'allowFrom'?",
  egress: "did you mean 'allowTo'?",
  networkPolicy: "did you mean 'allowFrom', or 'allowTo'?",
  startupProbe: "did you mean 'startupCheck'?",
  storageClassName: CLASS,
  storageClass: CLASS,
  storage: CLASS,
  serviceAccountName: 'write \'existingServiceAccount: ServiceAccount.fromServiceAccountName(chart, "account", "default")\'',
};

/** The fields of the options that all apps share. */
export const POD_FIELDS: { readonly [name in keyof PodOptions]-?: Field } = {
  name: text('web'),
  labels: LABELS,
  selectorLabels: labels('web', 'app'),
  podAnnotations: annotations(lazyText('true'), '"example.com/scrape"'),
  image: required(fitting(text('httpd:2.4.62'), IMAGE_REFERENCE)),
  imagePullPolicy: PULL_POLICY,
  imagePullSecrets: listOf(nameOf('a Secret', text('registry', value => value?.name && `"${value.name}"`))),
  command: commandField('server'),
  args: listOf(lazyText('--verbose')),
  ports: listOf(PORT),
  env: mapOf(lazyText('value'), 'NAME', ENV_NAME),
  envValues: mapOf(ENV_VALUE, 'PASSWORD', ENV_NAME),
  envFrom: listOf(struct<EnvFromSource>({ secretName: SECRET_NAME, configMapName: nameOf('a ConfigMap', text('settings')), prefix: fitting(text('DB_'), ENV_NAME) }, '{ secretName: "db" }')),
  resources: RESOURCES,
  podResources: RESOURCES,
  resizePolicy: RESIZE_POLICY,
  healthCheck: HEALTH_CHECK,
  startupCheck: HEALTH_CHECK,
  readinessCheck: HEALTH_CHECK,
  livenessCheck: HEALTH_CHECK,
  volumes: listOf(VOLUME),
  podVolumes: listOf(POD_VOLUME),
  scratch: listOf(struct<ScratchDirectory>({ mountPath: required(mountPath('/tmp')), sizeLimit: SIZE, medium: choice('', 'Memory') }, '{ mountPath: "/tmp" }')),
  files: listOf(struct<ConfigFile>({ path: required(mountPath('/etc/app.conf')), content: required(text('key=value')), executable: flag() }, '{ path: "/etc/app.conf", content: "key=value" }')),
  secretFiles: listOf(struct<SecretFiles>({ secretName: required(nameOf('a Secret', text('tls'))), mountPath: required(mountPath('/tls')), keys: listOf(fitting(text('tls.crt'), DATA_KEY)) }, '{ secretName: "tls", mountPath: "/tls" }')),
  imageVolumes: listOf(IMAGE_VOLUME),
  podCertificates: listOf(POD_CERTIFICATE),
  initContainers: listOf(CONTAINER),
  sidecars: listOf(CONTAINER),
  nativeSidecars: flag(),
  user: id(1000, 'user'),
  group: id(1000, 'group'),
  hostUsers: flag(),
  readOnlyRootFilesystem: flag(),
  existingServiceAccount: SERVICE_ACCOUNT,
  serviceAccountAnnotations: annotations(lazyText('arn:aws:iam::123456789012:role/orders'), '"eks.amazonaws.com/role-arn"'),
  automountServiceAccountToken: flag(),
  terminationGracePeriod: SECONDS,
  preStop: commandField('nodetool'),
  placement: PLACEMENT,
  allowFrom: listOf(NETWORK_PEER),
  allowTo: listOf(NETWORK_PEER),
};
