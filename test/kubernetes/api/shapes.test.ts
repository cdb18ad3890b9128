import { Shape, shapeOf } from './today';
import { computedDefault } from '../../../src/kubernetes/api/computed-defaults';
import { Field } from '../../../src/kubernetes/api/field';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { StructType } from '../../../src/kubernetes/api/struct-type';

// Proof that the model says of lists, structs and defaults what the hand-written shapes say, or which of them is right.

const model = ApiModel.of('1.27');

/** Calls back for each type that a shape is about, and says whether something around it is replaced as a whole anyway. */
function visitTypes(see: (type: StructType, shape: Shape, inAtomic: boolean) => void) {
  const seen = new Set<string>();
  const visit = (name: string, shape: Shape, inAtomic: boolean) => {
    const type = model.type(name)!;
    const key = `${name} ${Object.keys(shape.fields ?? {}).join()} ${shape.atomic} ${inAtomic}`;
    if (seen.has(key)) { return; }
    seen.add(key);
    see(type, shape, inAtomic);
    const below = inAtomic || type.atomic;
    for (const [field, part] of Object.entries(shape.fields ?? {})) {
      const held = type.field(field)?.type;
      if (held?.struct) { visit(held.struct, part, below); }
      if (held?.item?.struct && part.items) { visit(held.item.struct, part.items, below || held.atomic === true); }
    }
  };
  for (const kind of model.kinds()) {
    if (kind.type && kind.onByDefault) { visit(kind.type, shapeOf(kind.apiVersion, kind.kind), false); }
  }
}

function differences(see: (field: Field, shape: Shape | undefined) => string | undefined): string[] {
  const found = new Set<string>();
  visitTypes((type, shape) => {
    for (const name of type.names()) {
      const own = shape.fields && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
      const difference = see(type.field(name)!, own);
      if (difference && !type.atomic) { found.add(`${type.name}.${name}: ${difference}`); }
    }
  });
  return [...found].sort();
}

const listText = ({ keys, set }: { readonly keys?: readonly string[]; readonly set?: boolean }) => keys ? `by ${keys.join(' and ')}` : set ? 'a set' : 'as a whole';
const asMerged = (shape: Shape) => shape.atomic ? {} : shape;

test('lists are merged by the same keys', () => {
  const different = differences(({ type }, shape) => {
    if (type.holds !== 'list' || !shape) { return undefined; }
    return listText(type) === listText(asMerged(shape)) ? undefined : `${listText(type)}, shape ${listText(asMerged(shape))}`;
  });

  expect(different).toEqual([]);
});

test('lists that the shapes do not know, and replace as a whole: the model is right (patchMergeKey and listType in types.go)', () => {
  // The claims of a PersistentVolumeClaim are dropped.
  const different = differences(({ type }, shape) => type.holds === 'list' && !type.atomic && !shape ? listText(type) : undefined);

  expect(different).toEqual([
    'MutatingWebhook.matchConditions: by name', 'ResourceRequirements.claims: by name', 'ValidatingWebhook.matchConditions: by name',
  ]);
});

test('maps are replaced as a whole in both, or in none', () => {
  expect(differences(({ type }, shape) => type.holds === 'map' && shape && type.atomic !== shape.atomic ? 'different' : undefined)).toEqual([]);
});

test('quantities are compared by value in both', () => {
  const different = differences(({ type }, shape) => {
    const inShape = shape?.quantity ?? shape?.values?.quantity ?? false;
    return inShape === (type.holds === 'quantity' || type.item?.holds === 'quantity') ? undefined : 'different';
  });

  expect(different).toEqual([]);
});

test('structs that server-side apply replaces as a whole: the shapes miss some, the model is right (+structType=atomic in types.go)', () => {
  const found = new Set<string>();
  visitTypes((type, shape, inAtomic) => {
    if (!inAtomic && type.atomic !== (shape.atomic ?? false)) { found.add(type.name); }
  });

  // References of image pull secrets, secrets of a ServiceAccount, owners, and the target of an autoscaler of version 1.
  expect([...found].sort()).toEqual(['LocalObjectReference', 'ObjectReference', 'OwnerReference', 'autoscaling/v1.CrossVersionObjectReference']);
});

/** What the server writes into an empty struct. */
function defaultOf({ default: fixed, computedDefault: name }: Field): unknown {
  return fixed ?? (name ? computedDefault(name)(undefined, {}, {}) : undefined);
}

test('defaults are the same, but for what the shapes lack or have elsewhere', () => {
  const found = new Set<string>();
  visitTypes((type, shape) => {
    const defaults = shape.defaults?.({}) ?? {};
    for (const name of new Set([...type.names(), ...Object.keys(defaults)])) {
      const [ours, shapes] = [type.field(name) && defaultOf(type.field(name)!), defaults[name]].map(value => JSON.stringify(value));
      if (ours !== shapes && !isBelow(type, name)) { found.add(`${type.name}.${name}: ${ours}, shape ${shapes}`); }
    }
  });

  expect([...found].sort()).toEqual([
    // Missing in the shapes: `+default=""` on a pointer, SetDefaults_HostPathVolumeSource, SetDefaults_MutatingWebhook, autoscaling/v2/defaults.go.
    'GRPCAction.service: "", shape undefined',
    'HorizontalPodAutoscalerBehavior.scaleDown: {}, shape undefined',
    'HorizontalPodAutoscalerBehavior.scaleUp: {}, shape undefined',
    'HorizontalPodAutoscalerSpec.metrics: [{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}], shape undefined',
    'HostPathVolumeSource.type: "", shape undefined',
    // Only where there are parameters at all; the model has it at IngressClassSpec, claim templates at StatefulSetSpec.
    'IngressClassParametersReference.scope: undefined, shape "Cluster"',
    'MutatingWebhook.reinvocationPolicy: "Never", shape undefined',
    'PersistentVolumeClaim.apiVersion: undefined, shape "v1"',
    'PersistentVolumeClaim.kind: undefined, shape "PersistentVolumeClaim"',
    // An empty template has no labels, which the shape writes as an empty map.
    'ReplicationControllerSpec.selector: undefined, shape {}',
  ]);
});

/** Defaults of a Job and of a Pod stand at these two in the model, and at their spec in the shapes. */
function isBelow(type: StructType, name: string): boolean {
  return ['Job', 'Pod'].some(kind => model.type(kind)!.field('spec')!.type.struct === type.name
    && model.type(kind)!.defaultsBelow().some(({ path }) => path[0] === 'spec' && path[1] === name));
}

test('the defaults of a Job and of a Pod are those that the shapes have at their spec', () => {
  const shapes = ['batch/v1/Job', 'v1/Pod'].map(name => {
    const kind = name.slice(name.lastIndexOf('/') + 1);
    const spec = model.type(kind)!.field('spec')!.type.struct!;
    const defaults = shapeOf(name.slice(0, name.lastIndexOf('/')), kind).fields!.spec.defaults!({});
    const ours = model.type(kind)!.defaultsBelow().filter(({ path }) => path.length === 2 && path[0] === 'spec')
      .map(({ path, default: fixed, computedDefault: computed }) => [path[1], computed ? computedDefault(computed)(undefined, {}, {}) : fixed]);
    const ofType = model.type(spec)!.names().map(field => [field, defaultOf(model.type(spec)!.field(field)!)]);
    return [Object.fromEntries([...ofType, ...ours].filter(([, value]) => value !== undefined)), defaults];
  });

  for (const [ours, theirs] of shapes) { expect(ours).toEqual(theirs); }
});

test('of a StatefulSet whose strategy has a type, the server adds no parameters; the shape does', () => {
  const { rollingUpdate } = shapeOf('apps/v1', 'StatefulSet').fields!.spec.fields!.updateStrategy.defaults!({ type: 'RollingUpdate' });
  const field = model.type('StatefulSetUpdateStrategy')!.field('rollingUpdate')!;

  expect(rollingUpdate).toEqual({});
  expect(computedDefault(field.computedDefault!)(undefined, { type: 'RollingUpdate' }, {})).toBeUndefined();
});

// src/update/defaults.ts tells by the name of a field, whatever its type, whether false or 0 means none.
const FALSE_IS_ABSENT = ['hostNetwork', 'hostPID', 'hostIPC', 'readOnly', 'stdin', 'stdinOnce', 'tty', 'paused', 'publishNotReadyAddresses', 'globalDefault'];
const ZERO_IS_ABSENT = [
  'minReadySeconds', 'hostPort', 'nodePort', 'healthCheckNodePort', 'targetPort', 'lun',
  'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold',
];

test('where false and 0 mean none, the names of fields are right but for six: these are pointers in types.go', () => {
  const found = new Set<string>();
  visitTypes(type => {
    for (const name of type.names()) {
      const { zeroIsAbsent, type: { holds } } = type.field(name)!;
      const isNumber = ['int32', 'int64', 'intOrString'].includes(holds);
      const isNone = (holds === 'boolean' && FALSE_IS_ABSENT.includes(name)) || (isNumber && ZERO_IS_ABSENT.includes(name));
      if (isNone && !zeroIsAbsent) { found.add(`${type.name}.${name}`); }
    }
  });

  expect([...found].sort()).toEqual([
    'AzureDiskVolumeSource.readOnly', 'CSIVolumeSource.readOnly', 'ClientIPConfig.timeoutSeconds', 'FCVolumeSource.lun', 'MutatingWebhook.timeoutSeconds',
    'ValidatingWebhook.timeoutSeconds',
  ]);
});
