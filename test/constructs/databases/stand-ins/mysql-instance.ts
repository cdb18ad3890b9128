import { Socket } from 'net';
import { State } from './mysql-tables';

/** What a running server knows; gone when it stops. */
export interface Instance {
  readonly pod: string;
  readonly datadir: string;
  readonly networking: boolean;
  readonly supervised: boolean;
  readonly socket: Socket;
  readonly variables: Record<string, string>;
  state: State;
}

export interface Group { readonly members: Set<string>; primary: string }
