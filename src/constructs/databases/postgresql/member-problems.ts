const MOST = 5;

/** How many others have each write if nobody says: then the loss of any minority loses nothing. Undefined for two members, which must choose. */
export function defaultSynchronousMembers(replicas: number): number | undefined {
  return replicas === 2 ? undefined : Math.floor((replicas - 1) / 2);
}

/** Why so many members, of which so many have each write, make no cluster; an empty list means that they do. */
export function memberProblems(replicas: number, synchronousMembers?: number): string[] {
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > MOST) {
    return [`'replicas' must be from 1 to ${MOST}, got ${replicas}; write 'replicas: 3'`];
  }
  if (replicas === 2 && synchronousMembers === undefined) {
    return ["two members must choose what happens while one is away; write 'synchronousMembers: 1' (writes wait, and none is lost), "
      + "'synchronousMembers: 0' (writes go on, on one disk alone), or 'replicas: 3' (writes go on, and none is lost)"];
  }
  const others = replicas - 1;
  return synchronousMembers === undefined || Number.isInteger(synchronousMembers) && synchronousMembers >= 0 && synchronousMembers <= others ? []
    : [`'synchronousMembers' must be from 0 to ${others}, for there are ${others} members beside the primary, got ${synchronousMembers}; `
      + (replicas === 2 ? "write 'synchronousMembers: 1'" : `write 'synchronousMembers: ${defaultSynchronousMembers(replicas)}'`)];
}
