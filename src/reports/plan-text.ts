import { MigrationPlan, PlanStep } from './plan';
import { printable } from './printable';
import { Paint } from './text';
import { wrapped } from './wrap';

/** A plan for people: numbered steps with their commands, what to do when all is well, and the way back. */
export function planLines({ title, downtime, steps, wayBack, afterwards, limits }: MigrationPlan, paint: Paint, columns: number): string[] {
  return [
    paint('bold', `PLAN: ${printable(title)}${downtime ? ' (with downtime)' : ' (without downtime)'}`),
    ...limits.flatMap(limit => wrapped('  - ', printable(limit), columns)),
    ...stepLines(steps, paint, columns),
    ...section('When everything is well, and not before:', afterwards, paint, columns),
    ...section('The way back:', wayBack, paint, columns),
  ];
}

function section(title: string, steps: readonly PlanStep[], paint: Paint, columns: number): string[] {
  return steps.length > 0 ? ['', paint('bold', title), ...stepLines(steps, paint, columns)] : [];
}

function stepLines(steps: readonly PlanStep[], paint: Paint, columns: number): string[] {
  return steps.flatMap(({ title, command }, index) => [
    '',
    ...wrapped(`${index + 1}. `, printable(title), columns),
    ...turningPoint(steps, index).flatMap(line => wrapped('   ', line, columns)),
    ...linesOf(command).map(line => line && paint('dim', line)),
  ]);
}

/** Said at the steps from which the way back begins at another place than before. */
export function turningPoint(steps: readonly PlanStep[], index: number): string[] {
  const { wayBackFrom } = steps[index];
  const isNew = wayBackFrom !== undefined && wayBackFrom !== steps[index - 1]?.wayBackFrom;
  return isNew ? [`If this step fails, or a later one, until another step says otherwise: the way back begins at its step ${wayBackFrom}.`] : [];
}

/** The lines of a command; empty ones may be part of what it reads. */
export function linesOf(command: string): string[] {
  return command === '' ? [] : command.replace(/\n$/, '').split('\n');
}
