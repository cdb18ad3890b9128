/** Something that whoever typed the command can fix; all of it at once. Never shown with a stack trace. */
export class UsageError extends Error {
  constructor(public readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
