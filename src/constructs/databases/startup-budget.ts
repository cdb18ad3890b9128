import { Duration, Size, SizeRoundingBehavior } from 'cdk8s';

/** How long members may wait for each other, however little data they have. */
const MINIMUM_MINUTES = 120;

/** How long a server may take until it is one of its cluster: longer if it has more data to check after a crash, or to copy from another member. */
export function startupBudget(size: Size): Duration {
  const gibibytes = Math.ceil(size.toGibibytes({ rounding: SizeRoundingBehavior.NONE }));
  return Duration.minutes(Math.max(MINIMUM_MINUTES, 30 + gibibytes));
}
