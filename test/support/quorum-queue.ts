/** Copies of RabbitMQ's quorum queue `keys`, which tests fill. */

/** A member's copy of the queue: how much of the log it has applied. */
export interface Copy { readonly ordinal: number; readonly state: string; readonly applied: number }

const STATUS = `[{proplists:get_value(<<"Node Name">>, Copy), proplists:get_value(<<"Raft State">>, Copy), proplists:get_value(<<"Last Applied">>, Copy)}
  || Copy <- rabbit_quorum_queue:status(<<"/">>, <<"keys">>)].`;

/** What a member's container runs to tell of all copies. The server is asked as rabbitmq-queues does, which takes seconds to start. */
export const COPIES_COMMAND = [
  'bash', '-c', `. /scripts/rabbitmq-env.conf && printf '%s\\n' '${STATUS}' | timeout 20 /usr/lib/erlang/bin/erl_call -c "$RABBITMQ_COOKIE" -name "$NODENAME" -e`,
];

/** The copies that the command printed; none if the member did not answer. */
export function copiesIn(printed: string): Copy[] {
  return [...printed.matchAll(/\{'?rabbit@\w+-(\d+)\.[^,]*,\s*(\w+),\s*(\d+)\}/g)].map(([, ordinal, state, applied]) => ({ ordinal: Number(ordinal), state, applied: Number(applied) }));
}

/** True if the copy of a member has all that the leader's has. */
export function isComplete(copies: readonly Copy[], ordinal: number): boolean {
  const own = copies.find(copy => copy.ordinal === ordinal);
  const leader = copies.find(({ state }) => state === 'leader');
  return own !== undefined && leader !== undefined && own.applied >= leader.applied;
}
