import { droppedField } from './dropped-field';
import { KIND_CHECKS, checkKind } from './kind-checks';
import { SCHEMA_CHECKS } from './problems';
import { SchemaWalk } from './walk';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, isRecord } from '../../kubernetes/manifest';
import { ObjectCheck, Report, WrittenAt } from '../engine/object-check';
import { CHECKS, FORMAT_CHECKS } from '../formats/checks';

/**
 * What the API model says of an object, and the formats of its fields. Of kinds without
 * a type only metadata is looked at, and the object is reported as not checked.
 */
export const SCHEMA_CHECK: ObjectCheck = {
  checks: [...SCHEMA_CHECKS, droppedField, ...FORMAT_CHECKS, ...KIND_CHECKS],
  derived: false,
  run: (object, report, model, writtenAt) => {
    const walk = new SchemaWalk(object.kind === 'StatefulSet' ? withoutHostNames(report) : report, model, writtenAt);
    const type = checkKind(object, model, report);
    if (type) {
      walk.object(type, object);
    } else {
      checkMetadata(object, report, model, writtenAt);
    }
  },
};

/** What holds for the metadata of every object, whatever its kind. */
export function checkMetadata({ metadata }: Manifest, report: Report, model: ApiModel, writtenAt?: WrittenAt) {
  new SchemaWalk(report, model, writtenAt).fields('Namespace', { metadata });
}

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
  run: (object, report, model) => {
    const walk = new SchemaWalk(report, model);
    walk.fields('Namespace', { metadata: object.metadata });
    if (object.kind === 'Pod' && isRecord(object.spec)) {
      const { hostname, subdomain } = object.spec;
      walk.fields('PodSpec', { hostname, subdomain }, 'spec');
    }
  },
};
