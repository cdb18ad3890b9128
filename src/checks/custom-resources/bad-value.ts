/** A value that a function does not take: the server's rule breaks off here, too. */
export class BadValue extends Error {}
