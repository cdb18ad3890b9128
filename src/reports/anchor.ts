/** The anchor of a heading, as GitHub makes it, so that links lead to the same place there and on the site. */
export function anchorOf(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\- _]/gu, '').replace(/ /g, '-');
}
