#!/bin/bash
# Publishes messages to a quorum queue of RabbitMQ, one after the other. Needs DATABASE, a host, and PASSWORD.
# `rabbitmq.sh keys` prints all that the queue holds instead, and takes nothing out of it.
cat >/tmp/client.escript <<'ESCRIPT'
#!/usr/bin/env escript
-include_lib("amqp_client/include/amqp_client.hrl").

-define(QUEUE, <<"keys">>).
%% A quorum queue gives no consumer more than this without an answer.
-define(PREFETCH, 2000).

main([Mode]) ->
    logger:set_primary_config(level, none),
    case Mode of
        "write" -> write(0, none);
        "keys" -> keys(open())
    end.

open() ->
    Uri = "amqp://admin:" ++ os:getenv("PASSWORD") ++ "@" ++ os:getenv("DATABASE") ++ ":5672?heartbeat=5&connection_timeout=4000",
    {ok, Params} = amqp_uri:parse(Uri),
    {ok, Connection} = amqp_connection:start(Params),
    {ok, Channel} = amqp_connection:open_channel(Connection),
    %% Reading must not count as a failed delivery, for a message that failed too often is dropped.
    Arguments = [{<<"x-queue-type">>, longstr, <<"quorum">>}, {<<"x-delivery-limit">>, signedint, -1}],
    #'queue.declare_ok'{message_count = Count} = amqp_channel:call(Channel, #'queue.declare'{queue = ?QUEUE, durable = true, arguments = Arguments}),
    {Connection, Channel, Count}.

write(N, none) ->
    case catch open() of
        {Connection, Channel, _} ->
            #'confirm.select_ok'{} = amqp_channel:call(Channel, #'confirm.select'{}),
            write(N, {Connection, Channel});
        Error ->
            failed(N, Error),
            write(N + 1, none)
    end;
write(N, {Connection, Channel}) ->
    Key = iolist_to_binary(["key-", integer_to_list(N)]),
    case catch publish(Channel, Key) of
        true ->
            io:format("ok ~s ~b~n", [Key, erlang:system_time(millisecond)]),
            timer:sleep(50),
            write(N + 1, {Connection, Channel});
        Error ->
            catch amqp_connection:close(Connection, 1000),
            failed(N, Error),
            write(N + 1, none)
    end.

publish(Channel, Key) ->
    Message = #amqp_msg{props = #'P_basic'{delivery_mode = 2}, payload = Key},
    ok = amqp_channel:call(Channel, #'basic.publish'{routing_key = ?QUEUE}, Message),
    amqp_channel:wait_for_confirms(Channel, {4, second}).

failed(N, Error) ->
    io:format("no key-~b ~0P~n", [N, Error, 12]),
    timer:sleep(200).

keys({Connection, Channel, Count}) ->
    [amqp_channel:subscribe(Channel, #'basic.consume'{queue = ?QUEUE}, self()) || _ <- lists:seq(0, Count, ?PREFETCH)],
    [receive {#'basic.deliver'{}, #amqp_msg{payload = Key}} -> io:format("~s~n", [Key]) after 20000 -> halt(1) end || _ <- lists:seq(1, Count)],
    amqp_connection:close(Connection).
ESCRIPT
ERL_LIBS=$(echo /usr/lib/rabbitmq/lib/rabbitmq_server-*/plugins) exec escript /tmp/client.escript "${1:-write}"
