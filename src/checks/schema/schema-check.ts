import { KIND_CHECKS, judgeKind } from './kind-checks';
import { SCHEMA_CHECKS } from './problems';
import { structNamed, structOfKind } from './types';
import { SchemaWalk } from './walk';
import { isRecord } from '../../kubernetes/manifest';
import { once } from '../../kubernetes/once';
import { ObjectCheck, Report } from '../engine/object-check';
import { CHECKS, FORMAT_CHECKS } from '../formats/checks';

/**
 * The schema of Kubernetes 1.27 and the formats of its fields. Of kinds without
 * a schema only metadata is looked at, and the object is reported as not checked.
 */
export const SCHEMA_CHECK: ObjectCheck = {
  checks: [...SCHEMA_CHECKS, ...FORMAT_CHECKS, ...KIND_CHECKS],
  derived: false,
  run: (object, report, kubernetesVersion) => {
    const walk = new SchemaWalk(object.kind === 'StatefulSet' ? withoutHostNames(report) : report, kubernetesVersion);
    const known = structOfKind(object.apiVersion, object.kind);
    const judgedBy = judgeKind(object, kubernetesVersion, known !== undefined, report);
    const struct = known ?? (judgedBy ? structOfKind(judgedBy, object.kind) : undefined);
    if (struct) {
      walk.struct(struct, object);
    } else {
      walk.struct(metadata(), { metadata: object.metadata });
    }
  },
};

const HOST_NAMES = /^\/spec\/template\/spec\/(hostname|subdomain)$/;

/** The Pods of a StatefulSet get their host names from the controller, whatever the template says. */
function withoutHostNames(report: Report): Report {
  return problem => {
    if (problem.check !== CHECKS.name || !HOST_NAMES.test(problem.path)) { report(problem); }
  };
}

/**
 * What controllers make up for a Pod, Job or claim has formats too: names
 * become labels and host names. The rest of a derived object was checked in the
 * template.
 */
export const DERIVED_METADATA_CHECK: ObjectCheck = {
  checks: FORMAT_CHECKS,
  derived: 'only',
  run: (object, report, kubernetesVersion) => {
    const walk = new SchemaWalk(report, kubernetesVersion);
    walk.struct(metadata(), { metadata: object.metadata });
    if (object.kind === 'Pod' && isRecord(object.spec)) {
      const { hostname, subdomain } = object.spec;
      walk.below('spec', host(), { hostname, subdomain });
    }
  },
};

const metadata = once(() => structNamed('Namespace').part('metadata'));
const host = once(() => structNamed('PodSpec').part('hostname', 'subdomain'));
