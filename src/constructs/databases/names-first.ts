import type { Container } from '../../kubernetes/api/types.generated';

/** A pod's name exists a second or two after its containers were started, and members start together. */
const SECONDS = '3';

/**
 * Goes before everything else of a member that asks for the others' names. Many clusters' DNS keeps for 30 seconds that a name does
 * not exist, so whoever asks a moment too early is told so for as long.
 */
export function namesFirst(image: string): Container {
  return { name: 'names', image, command: ['sleep', SECONDS], securityContext: { readOnlyRootFilesystem: true } };
}
