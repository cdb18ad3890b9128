import { FuzzFailure, runInput } from './run';

/** Sent for every 50th input, and for those that fail. */
export interface Progress {
  readonly index: number;
  readonly failures: readonly FuzzFailure[];
}

const [folder, ...numbers] = process.argv.slice(2);
const [seed, first, end] = numbers.map(Number);
process.chdir(folder);
for (let index = first; index < end; index++) {
  const failures = runInput(seed, index);
  if (failures.length > 0 || index % 50 === 49 || index === end - 1) { process.send!({ index, failures } satisfies Progress); }
}
process.disconnect();
