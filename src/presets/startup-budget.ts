import { Duration, Size, SizeRoundingBehavior } from 'cdk8s';

/** Longest time in which a cluster's members may form it, or copy each other's data. */
export const STARTUP_BUDGET = Duration.hours(2);

/** How long a server may take to start after a crash: longer if it has more data to check. */
export function startupBudget(size: Size): Duration {
  return Duration.minutes(30 + Math.ceil(size.toGibibytes({ rounding: SizeRoundingBehavior.NONE })));
}
