import { isStatefulSet, nameSome } from './sets';
import { FieldType } from '../../kubernetes/api/field-type';
import { literal } from '../../kubernetes/api-server/text';
import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { pointer, segmentsOf, valueAt } from '../../kubernetes/pointer';
import { parseQuantity } from '../../kubernetes/quantity';
import { claimTemplatesOf } from '../../kubernetes/workload';
import { requestedSize, storageClassOf } from '../../manifest/claims';
import { namespaceOf } from '../../manifest/inventory';
import { claimEffects, claimNames } from '../changes/claim-effects';
import { Difference, differencesOf } from '../changes/difference';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';
import { World } from '../changes/world';

const CLAIM: FieldType = { holds: 'struct', struct: 'PersistentVolumeClaim' };

type Template = Record<string, any>;
type Templates = ReadonlyMap<string, { readonly template: Record<string, any>; readonly index: number }>;

function templatesOf(set: Manifest): Templates {
  return new Map(claimTemplatesOf(set).map(recordOf).map((template, index) => [textOf(recordOf(template.metadata).name), { template, index }]));
}

/** Changed claim templates of one set, whether it is updated in place or under a new name. */
function differences(before: Manifest, after: Manifest) {
  const [old, next] = [templatesOf(before), templatesOf(after)];
  return {
    old,
    next,
    gone: [...old.keys()].filter(name => !next.has(name)),
    fresh: [...next.keys()].filter(name => !old.has(name)),
    same: [...old.keys()].filter(name => next.has(name)),
  };
}

/** What the claims become if the set is created anew with these templates. */
function replacedTemplates({ before, after }: Update, world: World): ChangeStatement[] {
  if (!isStatefulSet(after)) { return []; }
  const { gone, fresh, old, next } = differences(before, after);
  if (gone.length + fresh.length === 0) { return []; }
  const claims = claimEffects(before, after, 'stranded', world).filter(({ fate }) => fate !== 'kept');
  const stranded = claims.filter(({ fate }) => fate === 'stranded');
  const empty = claims.filter(({ fate }) => fate === 'new and empty');
  const [name] = [...fresh, ...gone];
  return [{
    path: `/spec/volumeClaimTemplates/${(next.get(name) ?? old.get(name))!.index}`,
    effect: stranded.length > 0 ? 'strands-data' : 'in-place',
    before: gone.join(', ') || undefined,
    after: fresh.join(', ') || undefined,
    claims,
    message: [
      `once the set is created again, ${describe(gone, fresh)}`,
      stranded.length > 0 && `${nameSome(stranded)} stay behind`,
      empty.length > 0 && `${nameSome(empty)} start empty`,
    ].filter(Boolean).join('; '),
  }];
}

function describe(gone: readonly string[], fresh: readonly string[]): string {
  if (gone.length === 0) { return `it has a new claim template '${fresh.join("', '")}'`; }
  return fresh.length === 0 ? `its claim template '${gone.join("', '")}' is gone` : `'${fresh.join("', '")}' takes the place of '${gone.join("', '")}'`;
}

/** Fields of a template that both sides have. */
function changedTemplates(update: Update, isDanger: boolean, world: World): ChangeStatement[] {
  if (!isStatefulSet(update.after)) { return []; }
  const { same, old, next } = differences(update.before, update.after);
  return same.flatMap(name => {
    const { template: before } = old.get(name)!;
    const { template: after, index } = next.get(name)!;
    const changed = differencesOf(before, after, CLAIM, world.model);
    const danger = changed.some(({ path }) => /^\/spec\/(resources|storageClassName)/.test(path)) || storageClassOf(before) !== storageClassOf(after);
    if (changed.length === 0 || danger !== isDanger) { return []; }
    if (isDanger) { return [newOrdinalsOnly(update, index, name, before, after)]; }
    return [{ ...refusedTemplate(index, name), ...deepest(index, changed, before, after) }];
  });
}

/** The one field that holds all that is changed, and what to write to keep it. */
function deepest(index: number, changed: readonly Difference[], before: Template, after: Template): Omit<ChangeStatement, 'message'> {
  const path = pointer(...sharedStart(changed.map(change => segmentsOf(change.path))));
  return {
    path: `/spec/volumeClaimTemplates/${index}${path}`,
    before: valueAt(before, path),
    after: valueAt(after, path),
    ...isUnder(path, '/metadata/labels') && { fix: keepLabels(recordOf(before.metadata).labels) },
  };
}

function sharedStart([first, ...others]: readonly string[][]): string[] {
  const end = first.findIndex((segment, index) => others.some(other => other[index] !== segment));
  return end < 0 ? first : first.slice(0, end);
}

function keepLabels(labels: unknown): string {
  const kept = Object.keys(recordOf(labels)).length > 0 ? `write \`claimLabels: ${literal(labels)}\` on the volume` : 'leave `claimLabels` of the volume out';
  return `${kept}; or run the plan (\`--plan\`): it creates the set again over its running pods and claims`;
}

function refusedTemplate(index: number, name: string): ChangeStatement {
  return {
    path: `/spec/volumeClaimTemplates/${index}`,
    part: name,
    message: `the API server refuses this: claim template '${name}' is fixed when the set is created`,
  };
}

function newOrdinalsOnly({ before: set }: Update, index: number, name: string, before: Template, after: Template): ChangeStatement {
  const [old, next] = [before, after].map(requestedSize).map(String);
  const classes = [storageClassOf(before) ?? 'the default class', storageClassOf(after) ?? 'the default class'];
  const what = classes[0] !== classes[1] ? `class ${classes[0]} → ${classes[1]}` : `size ${old} → ${next}`;
  const shrinks = (parseQuantity(next) ?? 0n) < (parseQuantity(old) ?? 0n);
  const namespace = namespaceOf(set);
  return {
    path: `/spec/volumeClaimTemplates/${index}/spec`,
    part: name,
    before: classes[0] !== classes[1] ? classes[0] : old,
    after: classes[0] !== classes[1] ? classes[1] : next,
    message: `the API server refuses this: claim template '${name}' is fixed (${what}); even if the set is created again, only claims of new ordinals get it`,
    fix: classes[0] !== classes[1]
      ? 'keep the class; a claim moves to another class only by copying its data (`--plan`)'
      : shrinks ? 'keep the size, or move the data to a new set: a claim never shrinks, so there is no plan' : 'grow each claim, then create the set again over its pods with `--cascade=orphan` (`--plan`)',
    claims: claimNames(set).filter(claim => claim.startsWith(`${name}-`)).map(claim => ({ namespace, name: claim, fate: 'kept' })),
  };
}

function listChanged(update: Update, world: World): ChangeStatement[] {
  if (!isStatefulSet(update.after)) { return []; }
  const { gone, fresh, old, next } = differences(update.before, update.after);
  return [
    ...gone.map(name => ({ ...refusedTemplate(old.get(name)!.index, name), before: name, after: undefined })),
    ...fresh.map(name => ({ ...refusedTemplate(next.get(name)!.index, name), before: undefined, after: name })),
    ...changedTemplates(update, false, world),
  ];
}

export const TEMPLATE_DANGERS: readonly Rule[] = [
  {
    id: 'claim-template-immutable',
    title: 'Claim templates of a StatefulSet',
    effect: 'refused',
    kinds: ['StatefulSet'],
    fields: 'spec.volumeClaimTemplates, any part of it, labels too',
    why: 'claim templates are fixed when the set is created',
    fix: 'keep the template, or run the plan (`--plan`): it creates the set again over its running pods and claims',
    updated: listChanged,
  },
  {
    id: 'claim-templates-replaced',
    title: 'Claim template renamed, added or removed by re-creation',
    effect: 'strands-data',
    kinds: ['StatefulSet'],
    fields: 'spec.volumeClaimTemplates[].metadata.name',
    why: 'the update is refused; people then delete the set and create it again, and the pods start on new, empty claims',
    fix: 'keep the name of the template, or re-bind the volumes to the new claims (`--plan`)',
    updated: replacedTemplates,
  },
  {
    id: 'claim-template-storage-changed',
    title: 'Size or class of a claim template changed',
    effect: 'refused',
    kinds: ['StatefulSet'],
    fields: 'spec.volumeClaimTemplates[].spec.resources, storageClassName',
    why: 'the update is refused; after re-creating the set only claims of new ordinals have the new size or class, the old ones stay as they were',
    fix: 'grow each claim itself; change the class by copying the data',
    updated: (update, world) => changedTemplates(update, true, world),
  },
];
