import { ATOMIC_LIST, FREE_MAP, SET, Shape, atomic, keyedList, listOfShape, struct } from './shape';

/** Metadata of any object and of any template. */
export const METADATA: Shape = struct({
  labels: FREE_MAP,
  annotations: FREE_MAP,
  finalizers: SET,
  ownerReferences: keyedList(['uid'], struct({})),
});

const REQUIREMENTS: Shape = listOfShape(struct({ values: ATOMIC_LIST }));

/** A label selector; server-side apply replaces it as a whole. */
export const LABEL_SELECTOR: Shape = atomic(struct({ matchLabels: FREE_MAP, matchExpressions: REQUIREMENTS }));

/** One way to choose nodes. */
export const NODE_SELECTOR_TERM: Shape = atomic(struct({ matchExpressions: REQUIREMENTS, matchFields: REQUIREMENTS }));

/** Which nodes a pod or a volume may be on. */
export const NODE_SELECTOR: Shape = atomic(struct({ nodeSelectorTerms: listOfShape(NODE_SELECTOR_TERM) }));

/** A reference to an object by name. */
export const REFERENCE: Shape = atomic(struct({}));
