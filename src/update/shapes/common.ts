import { FREE_MAP, SET, Shape, atomic, keyedList, struct } from '../shape';

/** Metadata of any object and of any template. */
export const METADATA: Shape = struct({
  labels: FREE_MAP,
  annotations: FREE_MAP,
  finalizers: SET,
  ownerReferences: keyedList(['uid'], struct({})),
});

/** A label selector; server-side apply replaces it as a whole. */
export const LABEL_SELECTOR: Shape = atomic(struct({ matchLabels: FREE_MAP }));

/** A reference to an object by name. */
export const REFERENCE: Shape = atomic(struct({}));
