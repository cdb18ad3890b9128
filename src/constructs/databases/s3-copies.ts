import { Construct } from 'constructs';
import { S3Location } from './s3-location';
import { SCRIPTS_PATH, scriptFiles } from './scripts';
import { asEnvValues, secretVariable } from './variables';
import { Identity } from '../../cdk8s/identity';
import { plainResources } from '../../cdk8s/plain-data';
import type { Container, EnvVar } from '../../kubernetes/api/types.generated';
import type { Format } from '../../kubernetes/formats/format';
import { count, fitting, flag, required, struct, text } from '../../props/fields';
import { nameOf } from '../../props/value-fields';
import type { ConfigFile } from '../options/config-file';
import { envOf } from '../pod/environment';
import { mountsOf } from '../pod/mounts';
import { PodOptions } from '../pod/pod-options';
import type { TaskProps } from '../task';

/** Its entry point is rclone itself, and it has the commands of busybox. Any user may run it. */
export const RCLONE_IMAGE = 'rclone/rclone:1.70.3';

const BUCKET: Format<string> = {
  family: 'name',
  mustBe: 'lower case letters, digits, `-` and `.`, beginning and ending with a letter or digit, 3 to 63 characters',
  fits: value => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value),
};

const PREFIX: Format<string> = {
  family: 'name',
  mustBe: 'letters, digits, `_`, `-`, `.` and, between others, `/`',
  fits: value => /^[\w.-]+(\/[\w.-]+)*$/.test(value),
};

const SERVER: Format<string> = {
  family: 'name',
  mustBe: 'a URL without a path',
  fits: value => /^https?:\/\/[\w.-]+(:\d+)?\/?$/.test(value),
};

const CREDENTIALS = "write 'credentialsSecret', the name of a Secret with the keys 'AWS_ACCESS_KEY_ID' and 'AWS_SECRET_ACCESS_KEY'";

/** The props of an S3Location. */
export const S3_LOCATION = struct<S3Location>({
  bucket: required(fitting(text('backups'), BUCKET)),
  prefix: fitting(text('shop/orders-db'), PREFIX),
  endpoint: fitting(text('https://s3.example.com'), SERVER),
  region: text('eu-central-1'),
  pathStyle: flag(),
  credentialsSecret: required(nameOf('a Secret', text('s3-login'))),
  encryptionSecret: nameOf('a Secret', text('backup-key'), 'leave it out for files that are not encrypted here'),
  keep: count(1, 30),
}, '{ bucket: "backups", credentialsSecret: "s3-login" }', { credentials: CREDENTIALS, accessKey: CREDENTIALS, secretKey: CREDENTIALS });

/** What one container does with the copies of backups. */
type S3Step = Pick<TaskProps, 'image' | 'command' | 'envValues' | 'files'>;

/** A container that runs s3.sh. */
export function s3Step(s3: S3Location, ...command: string[]): S3Step {
  return {
    image: RCLONE_IMAGE,
    command: ['sh', `${SCRIPTS_PATH}/s3.sh`, ...command],
    envValues: asEnvValues([...remoteVariables(s3), ...s3.keep ? [{ name: 'S3_KEEP', value: String(s3.keep) }] : []]),
    files: s3Files('scripts/s3.sh'),
  };
}

/** A script that speaks to a bucket, and what all of them need. */
export function s3Files(path: string): ConfigFile[] {
  return scriptFiles(['scripts/backup-common.sh', 'scripts/passwords.sh', 'scripts/s3-common.sh', path]);
}

/**
 * What a script and rclone need to know of a bucket. Credentials stand in no argument.
 *
 * @param of whose bucket, where a container has more than its own
 */
export function remoteVariables(s3: S3Location, of: '' | 'BACKUPS' = ''): EnvVar[] {
  const { bucket, prefix, endpoint, region = 'us-east-1', pathStyle = endpoint !== undefined, credentialsSecret, encryptionSecret } = s3;
  const [plain, sealed] = [`${of}S3`, `${of}CRYPT`];
  const remote = (name: string, settings: Record<string, string>) => Object.entries(settings).map(([key, value]) => ({ name: `RCLONE_CONFIG_${name}_${key}`, value }));
  const ofScript = (name: string) => of ? `${of}_${name}` : name;
  return [
    { name: ofScript('REMOTE'), value: `${(encryptionSecret ? sealed : plain).toLowerCase()}:${bucket}/${prefix}` },
    // No file.
    { name: 'RCLONE_CONFIG', value: '' },
    // A minute without the server; the default of 10 would be six.
    { name: 'RCLONE_LOW_LEVEL_RETRIES', value: '5' },
    ...remote(plain, {
      TYPE: 's3',
      PROVIDER: endpoint ? 'Other' : 'AWS',
      ...endpoint ? { ENDPOINT: endpoint } : {},
      REGION: region,
      FORCE_PATH_STYLE: String(pathStyle),
      // Else it would make the bucket.
      NO_CHECK_BUCKET: 'true',
    }),
    secretVariable(`RCLONE_CONFIG_${plain}_ACCESS_KEY_ID`, credentialsSecret, 'AWS_ACCESS_KEY_ID'),
    secretVariable(`RCLONE_CONFIG_${plain}_SECRET_ACCESS_KEY`, credentialsSecret, 'AWS_SECRET_ACCESS_KEY'),
    ...encryptionSecret ? [
      ...remote(sealed, { TYPE: 'crypt', REMOTE: `${plain.toLowerCase()}:`, FILENAME_ENCRYPTION: 'off', DIRECTORY_NAME_ENCRYPTION: 'false', SUFFIX: 'none' }),
      secretVariable(ofScript('ENCRYPTION_PASSWORD'), encryptionSecret, 'password'),
    ] : [],
  ];
}

/** A Task of several steps: before its own container others run to their end, one after the other, by their names. All see the same volumes. */
export function afterSteps(scope: Construct, steps: Readonly<Record<string, PodOptions>>, last: TaskProps): TaskProps {
  return {
    ...last,
    files: filesOfAll([...Object.values(steps), last]),
    // The props take what stands in YAML, too.
    initContainers: Object.entries(steps).map(([name, step]) => stepContainer(scope, name, step)) as unknown as TaskProps['initContainers'],
  };
}

/** A container of its own for options, in a pod that has their volumes and files. */
export function stepContainer(scope: Construct, name: string, step: PodOptions): Container {
  return {
    name,
    image: step.image,
    command: step.command,
    env: envOf(step),
    resources: step.resources && plainResources(step.resources),
    readinessProbe: step.readinessCheck?.toReadinessProbe([]),
    securityContext: { readOnlyRootFilesystem: true },
    // The names of their volumes do not depend on whose they are.
    volumeMounts: mountsOf(new Identity(scope, {}), step, []).volumeMounts,
  };
}

/** Each file once. */
export function filesOfAll(options: readonly Pick<PodOptions, 'files'>[]): ConfigFile[] {
  return [...new Map(options.flatMap(({ files = [] }) => files).map(file => [file.path, file])).values()];
}
