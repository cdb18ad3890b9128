%% Decides how a member without data starts, and prints it: `begin`, `join NODE`, or `rejoin NODE` if that cluster remembers this member.
%% While it waits it has the name of the member, so that the others can ask it, too.
%% Arguments: the node of this member, and those of all, lowest ordinal first.

main([Me | All]) ->
    register(empty_member, self()),
    Others = [list_to_atom(Node) || Node <- All, Node =/= Me],
    decide(list_to_atom(Me), Others, Me =:= hd(All), 0).

decide(Me, Others, IsFirst, Tries) ->
    Empty = fun(Node) -> is_pid(ask(Node, erlang, whereis, [empty_member])) end,
    case lists:filter(fun is_member/1, Others) of
        [Member | _] -> join(Me, Member, ask(Member, rabbit_nodes, list_members, []));
        [] ->
            case IsFirst andalso lists:all(Empty, Others) of
                true -> io:format("begin~n");
                false -> again(Me, Others, IsFirst, Tries)
            end
    end.

join(Me, Member, Known) when is_list(Known) ->
    Word = case lists:member(Me, Known) of true -> rejoin; false -> join end,
    io:format("~s ~s~n", [Word, Member]).

again(Me, Others, IsFirst, Tries) ->
    Tries rem 10 =:= 0 andalso io:format(standard_error, "waiting: I am empty and no member runs~n", []),
    timer:sleep(1000),
    decide(Me, Others, IsFirst, Tries + 1).

%% A member that was never whole may still have to start anew, so nobody joins it.
is_member(Node) ->
    ask(Node, rabbit, is_running, []) =:= true andalso ask(Node, filelib, is_regular, ["/data/member"]) =:= true.

ask(Node, Module, Function, Arguments) ->
    rpc:call(Node, Module, Function, Arguments, 3000).
