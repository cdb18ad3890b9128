package PostgresqlDecision;

# What a member does next. A pure function: what it sees goes in, one step comes out. It reads no clock, no file and no
# network, so that the explorer can walk through all that may happen (test/clusters/postgresql/explore.pl).
#
# Words: the Lease holds a *record*: who leads (holder), the number of the time line that the holder writes on, the *list*
# of members that may have acknowledged writes (the holder is one of them), and *copies*: a write is acknowledged when
# `copies` members of the list have it besides the holder. The *version* is the Lease's resourceVersion.
#
# Why no acknowledged write is lost, whatever the clocks do:
#  1. A write that was acknowledged is on `copies` + 1 members of the list. So whoever asks all but `copies` of the list
#     asks at least one that has it.
#  2. Who is asked has stopped receiving from the holder (it is *cut*) and says for which version of the Lease. It receives
#     again when it has seen another version, and not before. So what it answered stays true until the Lease changes.
#  3. A member takes the Lease by compare-and-swap on that very version. If the holder renewed meanwhile, it fails.
# The clocks are for one thing: that the old holder stops its server before another one can take the Lease.

use strict;
use warnings;
use PostgresqlMembership ();
use PostgresqlEmptyLease ();

# Positions in the log are compared by time line first: who has a newer one has all that was acknowledged before it began.
sub compare_positions {
    my ($left, $right) = @_;
    return $left->{timeline} <=> $right->{timeline} || $left->{lsn} <=> $right->{lsn};
}

# So many starts one after the other in which the server ended before it answered.
use constant TOO_MANY_STARTS => 10;

sub decide {
    my ($view) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    # First of all, and without asking anybody: whose Lease is over stops writing.
    if (is_writing($own) && $view->{now} >= $own->{valid}) {
        return step('stop', 'my Lease is over', mode => $view->{now} >= $own->{valid} + fast_limit($view) ? 'immediate' : 'fast');
    }
    return step('wait', 'the Lease was not read yet') unless $lease;
    return step('wait', "$own->{job} is running") if $own->{job} && !is_holder($view);
    return PostgresqlEmptyLease::decide($view) unless $lease->{system};
    return wrong_system($view) if $own->{system} && $own->{system} ne $lease->{system};
    return as_holder($view) if is_holder($view);
    return step('stop', 'another member holds the Lease', mode => 'immediate') if is_writing($own);
    return as_candidate($view) if $lease->{holder} eq '' || is_stale($view);
    return as_follower($view);
}

sub step {
    my ($do, $why, %more) = @_;
    return { do => $do, why => $why, %more };
}

sub is_writing {
    my ($own) = @_;
    return $own->{server} eq 'primary' || $own->{server} eq 'promoting';
}

sub is_holder {
    my ($view) = @_;
    return $view->{lease} && $view->{lease}{holder} eq $view->{me};
}

# A fast shutdown may take this long after the Lease is over; then it becomes an immediate one. Half of what is left until others may take it.
sub fast_limit {
    my ($view) = @_;
    my $timers = $view->{timers};
    return ($timers->{take} - $timers->{hold}) / 2;
}

# The same version was there when it was last read as long ago as it takes. A time without answers proves nothing.
sub is_stale {
    my ($view) = @_;
    return $view->{lease}{read} - $view->{lease}{since} >= $view->{timers}{take};
}

sub wrong_system {
    my ($view) = @_;
    my $why = "my data has the system identifier $view->{own}{system}, this cluster has $view->{lease}{system}";
    return step('stop', $why, mode => 'fast') if $view->{own}{server} ne 'none';
    return step('refuse', $why);
}

# ---- Who holds the Lease: renew it, bring the server up, promote it, look after the list.

sub as_holder {
    my ($view) = @_;
    my ($own, $lease, $now) = (@{$view}{qw(own lease now)});
    return hand_over($view) if $own->{handover};
    return step('release', 'I hold the Lease and have no data') if $own->{data} ne 'ready' && !$own->{job};
    # Also with a Lease of an earlier life: nobody took it, so nobody else was asked for a promotion.
    return step('renew', 'it is time') if $now >= $own->{renewed} + $view->{timers}{renew} || $now >= $own->{valid};
    return step('wait', "$own->{job} is running") if $own->{job};
    if ($own->{server} ne 'primary') {
        return give_up($view) if has_failed($view);
        return bring_up($view);
    }
    if ($own->{position} && $own->{position}{timeline} != $lease->{timeline}) {
        return step('stop', "my time line is $own->{position}{timeline}, in the Lease stands $lease->{timeline}", mode => 'immediate');
    }
    return PostgresqlMembership::decide($view);
}

sub bring_up {
    my ($view) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    return step('start', 'a server always starts as a standby', follow => '') if $own->{server} eq 'none';
    return step('wait', 'the server is starting') if $own->{server} ne 'standby' || !$own->{position};
    return step('follow', 'a primary follows nobody', follow => '') if $own->{follows} ne '';
    # Each leadership has a time line of its own, and it stands in the Lease before it begins.
    return take($view, 'the time line of the Lease was used already') if $own->{position}{timeline} >= $lease->{timeline};
    return step('promote', 'I hold the Lease', timeline => $lease->{timeline}, names => PostgresqlMembership::first_names($view),
        copies => PostgresqlMembership::first_copies($view));
}

# Somebody else may be able to lead: a server that does not come up must not keep the Lease for ever. One that answers as a
# standby is only slow, as the others may be: where each gave up before it was promoted, nobody would ever lead.
sub has_failed {
    my ($view) = @_;
    my ($own, $lease, $timers) = @{$view}{qw(own lease timers)};
    my $patience = $own->{server} =~ /^(standby|promoting)$/ ? 4 * $timers->{take} : $timers->{take};
    return @{ $lease->{list} } > 1 && $view->{now} - $own->{down_since} >= $patience;
}

sub give_up {
    my ($view) = @_;
    return step('stop', 'the server did not come up', mode => 'immediate') if $view->{own}{server} ne 'none';
    return step('release', 'the server did not come up', abstain => 1);
}

sub hand_over {
    my ($view) = @_;
    my $own = $view->{own};
    return step('renew', 'until the server has stopped') if $view->{now} >= $own->{renewed} + $view->{timers}{renew} && $own->{server} ne 'none';
    return step('wait', "$own->{job} is running") if $own->{job};
    return step('stop', 'handing over', mode => 'fast', checkpoint => 1) if $own->{server} ne 'none';
    # A member that has the log up to here has everything, and need not ask anybody.
    return step('release', 'handed over', released => $own->{stopped_at});
}

# ---- Who follows the holder.

sub as_follower {
    my ($view) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    my $holder = $view->{peers}{ $lease->{holder} };
    my $leads = $holder && $holder->{fresh} && $holder->{role} eq 'primary' && $holder->{position}
        && $holder->{position}{timeline} == $lease->{timeline};
    if ($own->{data} ne 'ready') {
        return step('wait', 'the holder does not lead yet') unless $leads && $lease->{initialized};
        return step('copy', "my data is $own->{data}", from => $lease->{holder});
    }
    # I promised to somebody who wants to lead that I do not receive, and it may count on that.
    my $promised = $own->{cut} eq $lease->{version};
    my $may_receive = $leads && !$promised;
    if ($own->{server} eq 'none') {
        return from_leader($view, 'the server does not start with what I have') if $may_receive && $own->{failed_starts} >= TOO_MANY_STARTS && !$own->{copied};
        return step('start', 'with what I have', follow => $may_receive ? $lease->{holder} : '');
    }
    return while_starting($view, $may_receive) if $own->{server} ne 'standby' || !$own->{position};
    return step('wait', "I do not receive before the Lease has another version than $lease->{version}") if $promised;
    return step('wait', 'the holder does not lead yet') unless $leads;
    if (!is_in_history($own->{position}, $holder)) {
        return from_leader($view, 'I have what the holder does not have');
    }
    if ($holder->{oldest} && $own->{position}{lsn} < $holder->{oldest} && !$own->{streaming}) {
        return step('copy', 'the holder does not have the log any more that I need', from => $lease->{holder});
    }
    return step('follow', 'it holds the Lease', follow => $lease->{holder}) if $own->{follows} ne $lease->{holder};
    return step('wait', 'following');
}

# Who is of another history gets nothing from the holder, so nothing is spoilt by asking for it.
# Pages that are newer than the log that is here, as after a rewind: the server does not answer before it has the rest from
# the holder. If that one does not have it either, it is of another history.
sub while_starting {
    my ($view, $may_receive) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    return step('wait', 'the server is starting') unless $may_receive;
    return step('follow', 'the server needs more of the log to start', follow => $lease->{holder}) if $own->{follows} ne $lease->{holder};
    return step('wait', 'the server waits for the log') if $own->{stalled} < 2 * $view->{timers}{take};
    return from_leader($view, 'the server does not find the log that it needs');
}

# What is different here becomes as it is on the member that leads; all of it, if that was tried and the server did not
# receive since. pg_rewind takes a leader for one of the old time line until it has made its first checkpoint, says that
# there is nothing to do, and the server never starts again.
sub from_leader {
    my ($view, $why) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    return step('copy', "$why, and a rewind did not help", from => $lease->{holder}) if $own->{rewind_failed} || $own->{rewound};
    return step('wait', 'the holder made no checkpoint yet') if $view->{peers}{ $lease->{holder} }{checkpoint} != $lease->{timeline};
    return step('rewind', $why, from => $lease->{holder});
}

# True if all that is at a position is also in the history of who leads: on its own time line, or before it branched off.
sub is_in_history {
    my ($position, $leader) = @_;
    return 1 if $position->{timeline} == $leader->{position}{timeline};
    my $end = $leader->{history}{ $position->{timeline} };
    return defined $end && $position->{lsn} <= $end;
}

# ---- Who may lead when nobody does.

sub as_candidate {
    my ($view) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    return step('wait', 'nobody leads, and I have no data') if $own->{data} ne 'ready';
    return step('start', 'to know what I have', follow => '') if $own->{server} eq 'none' && !$own->{handover};
    return step('wait', 'the server is starting') if $own->{server} ne 'standby';
    return step('cut', 'nobody leads: I stop to receive, and say what I have', version => $lease->{version}) if $own->{cut} ne $lease->{version};
    return step('wait', 'my server reads its log') unless $own->{position};
    return step('wait', 'I am not on the list of the Lease') unless grep { $_ eq $view->{me} } @{ $lease->{list} };
    return step('wait', 'I just gave up, or hand over') if $own->{handover} || $view->{now} < $own->{abstain_until};
    if ($lease->{released} && compare_positions($own->{position}, $lease->{released}) >= 0) {
        return take($view, 'I have all that the last holder had');
    }
    my @answers = answers($view);
    my $needed = @{ $lease->{list} } - $lease->{copies};
    return step('wait', 'I have ' . (@answers + 1) . " of $needed answers") if @answers + 1 < $needed;
    for my $answer (@answers) {
        my $order = compare_positions($answer->{position}, $own->{position});
        my $is_better = $order > 0 || ($order == 0 && !$answer->{abstains} && $answer->{name} lt $view->{me});
        return step('wait', "$answer->{name} has as much as I have, or more") if $is_better;
    }
    return take($view, "I have as much as all of $needed");
}

# Answers that count: of members of the list that do not receive since they saw the very version that I see.
sub answers {
    my ($view) = @_;
    my $lease = $view->{lease};
    my @others = grep { $_ ne $view->{me} } @{ $lease->{list} };
    return map { { %{ $view->{peers}{$_} }, name => $_ } } grep {
        my $peer = $view->{peers}{$_};
        $peer && $peer->{fresh} && $peer->{data} eq 'ready' && $peer->{position} && $peer->{cut} eq $lease->{version}
            && $peer->{system} eq $lease->{system};
    } @others;
}

# The list stays as it is: what was acknowledged before is on its members, also on the one that led.
sub take {
    my ($view, $why) = @_;
    my $lease = $view->{lease};
    return step('write', $why, takes => 1, record => {
        %{ record_of($lease) }, holder => $view->{me}, timeline => $lease->{timeline} + 1, released => undef,
        generation => $lease->{generation} + 1,
    });
}

sub record_of {
    my ($lease) = @_;
    return { map { $_ => $lease->{$_} } qw(holder system timeline list copies released initialized generation) };
}

1;
