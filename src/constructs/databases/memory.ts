import { Size, SizeRoundingBehavior } from 'cdk8s';

/** A size in whole mebibytes, the unit in which servers are configured. */
export function mebibytes(size: Size): number {
  return size.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR });
}

/**
 * Why a server does not run with so little memory; an empty list means that it does.
 *
 * @param least the least memory, in mebibytes
 * @param reason what needs it
 */
export function memoryProblems(memory: Size | undefined, least: number, reason: string): string[] {
  return memory === undefined || mebibytes(memory) >= least ? [] : [
    `'memory' must be at least ${least} MiB, for ${reason}, got ${mebibytes(memory)} MiB; write 'memory: Size.mebibytes(${least})'`,
  ];
}
