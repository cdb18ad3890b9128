/** Major versions whose files and commands the scripts know. */
const MAJORS = ['17', '18'];
const EXAMPLE = 'write \'image: "postgres:17.6-bookworm"\'';

/** Why a server of this image cannot be run; an empty list means that it can. */
export function imageProblems(image: string): string[] {
  const tag = /:([\w][\w.-]{0,127})(?:@sha256:[0-9a-f]{64})?$/.exec(image)?.[1];
  if (tag === undefined) {
    return [`'image' must have a tag that begins with the major version, for another one cannot read the data, got '${image}'; ${EXAMPLE}`];
  }
  const major = /^\d+(?=[.-]|$)/.exec(tag)?.[0];
  if (major === undefined || !MAJORS.includes(major)) {
    return [`'image' must be of PostgreSQL ${MAJORS.join(' or ')}, and its tag begin with that, got '${image}'; ${EXAMPLE}`];
  }
  return /alpine/.test(tag) ? [
    `'image' must be one of Debian, for that of Alpine has no Perl, in which the agent is written, and sorts text in another way, got '${image}'; ${EXAMPLE}`,
  ] : [];
}
