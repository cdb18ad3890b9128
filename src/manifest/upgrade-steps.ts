/** A number of a release, such as `[3, 13]`. */
type Version = readonly number[];

/** How the files of a program come from one version to another. */
interface UpgradePath {
  /** The last part of the image's name. */
  readonly image: RegExp;
  /** Releases that are not skipped: the files must have been opened by each, one after the other. */
  readonly steps?: readonly string[];
  /** A step is needed only on the way to another major version. @default false */
  readonly isLastOfMajor?: true;
  /** What is to be done before each step, or before one of these releases is reached. */
  readonly first?: { readonly what: string; readonly before?: readonly string[] };
  /** What takes the files to another major version, where the server reads those of its own alone. */
  readonly converted?: string;
}

const PATHS: readonly UpgradePath[] = [
  // @see https://www.postgresql.org/docs/current/upgrading.html
  { image: /^(postgres|postgresql|postgis)$/, converted: 'dump the data with the old version (pg_dumpall) and load it into an empty volume of the new one, or run pg_upgrade' },
  {
    // @see https://www.rabbitmq.com/docs/upgrade#rabbitmq-version-upgradability
    image: /^rabbitmq$/,
    steps: ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'],
    first: { what: 'enable all stable feature flags (rabbitmqctl enable_feature_flag all): without them the newer server does not start', before: ['3.11', '3.12', '4.0'] },
  },
  {
    // @see https://www.mongodb.com/docs/manual/release-notes/8.0-upgrade/
    image: /^(mongo|mongodb|mongodb-community-server|mongodb-enterprise-server|percona-server-mongodb)$/,
    steps: ['3.6', '4.0', '4.2', '4.4', '5.0', '6.0', '7.0', '8.0'],
    first: { what: 'set featureCompatibilityVersion to the version that runs' },
  },
  // @see https://www.elastic.co/guide/en/elastic-stack/current/upgrading-elastic-stack.html
  { image: /^elasticsearch$/, steps: ['6.8', '7.17', '8.18'], isLastOfMajor: true },
  // @see https://docs.opensearch.org/docs/latest/install-and-configure/upgrade-opensearch/index/
  { image: /^opensearch$/, steps: ['1.3', '2.19'], isLastOfMajor: true },
  // @see https://dev.mysql.com/doc/refman/8.4/en/upgrade-paths.html
  { image: /^(mysql|mysql-server|percona-server|percona-xtradb-cluster)$/, steps: ['5.7', '8.0', '8.4'] },
  // @see https://cassandra.apache.org/doc/latest/cassandra/getting-started/production.html
  { image: /^cassandra$/, steps: ['3.0', '4.0'], isLastOfMajor: true },
  // @see https://kafka.apache.org/documentation/#upgrade
  { image: /^(kafka|cp-kafka|kafka-native)$/, first: { what: 'move a cluster with ZooKeeper to KRaft with a release 3.x (3.9 is the last one): 4.0 knows no ZooKeeper', before: ['4.0'] } },
  // @see https://etcd.io/docs/v3.5/upgrades/
  { image: /^etcd$/, steps: ['3.1', '3.2', '3.3', '3.4', '3.5', '3.6'] },
  // @see https://neo4j.com/docs/upgrade-migration-guide/current/
  { image: /^neo4j$/, steps: ['3.5', '4.4'], isLastOfMajor: true },
];

/** The way from one version to another. */
export interface UpgradeSteps {
  /** Releases between them that are not skipped. */
  readonly between: readonly string[];
  /** What is to be done first. */
  readonly first?: string;
  /** What is to be done instead. */
  readonly converted?: string;
}

/** What is known of the way from one version of an image to a newer one; undefined if there is nothing to mind. */
export function upgradeSteps(name: string, from: Version, to: Version): UpgradeSteps | undefined {
  const path = PATHS.find(({ image }) => image.test(name));
  if (path?.converted !== undefined && from[0] >= 10 && from[0] < to[0]) { return { between: [], converted: path.converted }; }
  // A tag such as `8` may be any release of it.
  if (!path || from.length < 2 || compare(from, to) >= 0) { return undefined; }
  const between = (path.steps ?? []).filter(step => {
    const version = numbersOf(step);
    return compare(from, version) < 0 && compare(version, to) < 0 && (!path.isLastOfMajor || version[0] < to[0]);
  });
  const { what, before } = path.first ?? {};
  const isReached = (release: string) => compare(from, numbersOf(release)) < 0 && compare(numbersOf(release), to) <= 0;
  const isNeeded = before ? before.some(isReached) : between.length > 0;
  return between.length > 0 || isNeeded ? { between, ...isNeeded && { first: what } } : undefined;
}

function numbersOf(release: string): Version {
  return release.split('.').map(Number);
}

/** By their first two numbers. A second number that is not written may be any, and counts as 0. */
function compare([major, minor = 0]: Version, [otherMajor, otherMinor = 0]: Version): number {
  return major - otherMajor || minor - otherMinor;
}
