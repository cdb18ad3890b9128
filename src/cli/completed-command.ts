import { Command } from './command';

/** A command and its line in the help: all that completion knows of it. */
export type CompletedCommand = Pick<Command, 'name' | 'options'> & { readonly summary: string };
