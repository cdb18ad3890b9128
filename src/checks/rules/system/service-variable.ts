import { objectYaml, together, workloadYaml } from './examples';
import { repositoryOf } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

interface Reader {
  readonly image: RegExp;
  /** First version that ends with an error. @default - all do */
  readonly since?: number;
  /** A variable that lets it go on. */
  readonly unless?: string;
  /** The Service whose variable it takes for its own. */
  readonly service: string;
}

/** Programs that end with an error when the address of a Service stands in the variable for their port. */
const READERS: readonly Reader[] = [
  // @see https://github.com/confluentinc/kafka-images/issues/169: these refuse to start with a port at all
  { image: /(^|\/)confluentinc\/cp-(enterprise-)?(kafka|server)$/, service: 'kafka' },
  { image: /(^|\/)confluentinc\/cp-schema-registry$/, service: 'schema-registry' },
  { image: /(^|\/)confluentinc\/cp-kafka-rest$/, service: 'kafka-rest' },
  // @see https://github.com/lmenezes/cerebro/issues/441
  { image: /(^|\/)lmenezes\/cerebro$/, service: 'cerebro' },
  // @see https://github.com/yuzutech/kroki/issues/576
  { image: /(^|\/)yuzutech\/kroki$/, service: 'kroki' },
  // @see https://github.com/apache/superset/issues/10806
  { image: /(^|\/)apache\/superset$/, service: 'superset' },
  // @see https://neo4j.com/docs/operations-manual/current/configuration/neo4j-conf/: every variable NEO4J_... is a setting, and 5 refuses those that it does not know
  { image: /^(docker\.io\/)?(library\/)?neo4j$/, since: 5, unless: 'NEO4J_server_config_strict__validation_enabled', service: 'neo4j' },
  // @see https://github.com/supertokens/supertokens-core/issues/517
  { image: /(^|\/)supertokens\/supertokens-(postgresql|mysql|mongodb)$/, service: 'supertokens' },
];

const example = (service: string) => together(
  workloadYaml('Deployment', 'registry', ['containers: [{name: registry, image: "confluentinc/cp-schema-registry:7.6.1"}]']),
  objectYaml('v1', 'Service', service, 'spec: {selector: {app: registry}, ports: [{port: 8081}]}'));

export const serviceVariable: Check = {
  id: 'service-variable',
  why: 'containers get variables for each Service of their namespace, in the way of Docker: of Service db DB_PORT=tcp://10.96.0.7:5432. '
    + 'A program that reads its own port from a variable of this name does not start',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, namespace, template } of references.pods.all) {
      if (template.spec.enableServiceLinks === false) { continue; }
      for (const { container, path } of containersOf(template)) {
        const repository = repositoryOf(container.image);
        const reader = READERS.find(({ image }) => image.test(repository));
        const service = reader && inventory.findIn('Service', namespace, reader.service);
        const { clusterIP, type } = recordOf(service?.spec);
        // A headless Service has no variables.
        if (!service || clusterIP === 'None' || type === 'ExternalName') { continue; }
        if (Number(/:(\d+)/.exec(textOf(container.image))?.[1] ?? Infinity) < (reader.since ?? 0)) { continue; }
        if (listOf(container.env).some(one => reader.unless !== undefined && recordOf(one).name === reader.unless)) { continue; }
        const variable = `${reader.service.toUpperCase().replaceAll('-', '_')}_PORT`;
        if (listOf(container.envFrom).length > 0 || listOf(container.env).some(one => recordOf(one).name === variable)) { continue; }
        yield {
          object: workload,
          path: `${path}/env`,
          message: `The image '${textOf(container.image)}' of ${titleOf(workload)} reads ${variable}, and ${titleOf(service)} puts its address there: the program does not start`,
          fix: 'write enableServiceLinks: false in the spec of the pod, or give the Service another name',
        };
      }
    }
  },
  bad: example('schema-registry'),
  good: example('schemas'),
};
