package PostgresqlSteps;

# Does what was decided. A step may have to be done in parts: it is decided again until what is seen says that it is done.

use strict;
use warnings;
use PostgresqlLease ();
use PostgresqlLog ();
use PostgresqlSettings ();

sub execute {
    my ($agent, $step) = @_;
    my $do = "do_$step->{do}";
    $agent->say_once("$step->{do}: $step->{why}") unless $step->{do} eq 'renew';
    no strict 'refs';
    # A disk that is full must not end the agent: it still has a Lease to give back.
    eval { &{$do}($agent, $step); 1 } or $agent->note_problem($@);
}

sub do_wait { }

sub do_refuse { }

sub do_stop {
    my ($agent, $step) = @_;
    my $server = $agent->{server};
    return unless $server->is_running;
    if ($step->{checkpoint} && !$agent->{checkpoint}) {
        # Then the checkpoint of the shutdown has little to write.
        $agent->{checkpoint} = 1;
        return $server->run_job('checkpoint', 'psql -X -q -h "$SOCKET" -U postgres -d postgres -c CHECKPOINT', sub { }, SOCKET => $agent->{settings}{socket});
    }
    my $now = PostgresqlSettings::now();
    return if $agent->{stopping} && $agent->{stopping}{mode} eq $step->{mode} && $now < $agent->{stopping}{again};
    $agent->{stopping} = { mode => $step->{mode}, again => $now + 5000 };
    $server->stop($step->{mode});
}

sub do_start {
    my ($agent, $step) = @_;
    return if $agent->{server}->is_running || PostgresqlSettings::now() < ($agent->{start_after} // 0);
    # A server that ends at once is not to be started all the time.
    $agent->{start_after} = PostgresqlSettings::now() + $agent->{settings}{timers}{renew} / 2;
    $agent->{status}->forget;
    delete @{$agent}{qw(stopping promoting checkpoint cut_asked after_stop)};
    $agent->{server}->start($step->{follow}, [], $agent->{settings}{copies} || 1);
}

sub do_follow {
    my ($agent, $step) = @_;
    delete $agent->{cut_asked};
    $agent->{server}->reload(follow => $step->{follow});
}

# The promise is on the disk before anybody hears of it: also a member that starts anew keeps it.
sub do_cut {
    my ($agent, $step) = @_;
    my $server = $agent->{server};
    if ($server->{follow} ne '' || !$agent->{cut_asked}) {
        $server->reload(follow => '') if $server->{follow} ne '';
        $agent->{cut_asked} = { at => PostgresqlSettings::now(), seen => {} };
        return;
    }
    my ($status, $asked) = @{$agent}{qw(status cut_asked)};
    my $last = $status->{last};
    # Said by the server after it was told; the process that received must be gone. Said twice, for the one that starts it is
    # told a moment after the one that answers here.
    return unless $last && $status->{at} > $asked->{at} && $last->{conninfo} eq '' && $last->{receivers} == 0 && $status->{read_all};
    $asked->{seen}{ $status->{at} } = 1;
    return if keys %{ $asked->{seen} } < 2;
    PostgresqlSettings::write_file("$agent->{settings}{state}/cut", $step->{version});
    $agent->{cut} = $step->{version};
    delete $agent->{cut_asked};
}

sub do_promote {
    my ($agent, $step) = @_;
    my ($server, $last) = ($agent->{server}, $agent->{status}{last});
    my $names = PostgresqlServer::standby_names($step->{names}, $step->{copies});
    if (PostgresqlServer::standby_names($server->{names}, $server->{copies}) ne $names) {
        return $server->reload(names => $step->{names}, copies => $step->{copies});
    }
    return if $agent->{promoting} || !$last || $last->{names} ne $names;
    PostgresqlLog::reserve($agent->{settings}{pgdata}, $agent->{status}{position}{timeline}, $step->{timeline});
    $agent->{promoting} = PostgresqlSettings::now();
    $agent->tell_watchdog;
    $agent->{sql}->ask('SELECT pg_promote(false)', sub { $agent->note_problem('pg_promote failed') unless $_[0] });
}

sub do_names {
    my ($agent, $step) = @_;
    $agent->{server}->reload(names => $step->{names}, copies => $step->{copies});
}

sub do_renew {
    my ($agent) = @_;
    put($agent, { %{ PostgresqlDecision::record_of($agent->{lease}->seen) } });
}

sub do_write {
    my ($agent, $step) = @_;
    put($agent, $step->{record});
}

sub do_release {
    my ($agent, $step) = @_;
    my $record = PostgresqlDecision::record_of($agent->{lease}->seen);
    $agent->{abstain_until} = PostgresqlSettings::now() + 2 * $agent->{settings}{timers}{take} if $step->{abstain};
    # From here on it is not mine, whatever the answer.
    $agent->{valid} = 0;
    put($agent, { %$record, holder => '', released => $step->{released}, generation => $record->{generation} + 1 });
}

# The Lease holds from the moment at which it was asked for, not from the answer.
sub put {
    my ($agent, $record) = @_;
    # After a request that failed nobody knows what stands there.
    return if $agent->{api}->is_busy || $agent->{must_read};
    my $sent = PostgresqlSettings::now();
    my $is_mine = $record->{holder} eq $agent->{settings}{me};
    $agent->{lease}->put($record, sub {
        my ($problem) = @_;
        $agent->{must_read} = 1 if $problem;
        return $agent->note_problem($problem) if $problem;
        if ($is_mine) {
            $agent->{valid} = $sent + $agent->{settings}{timers}{hold};
            $agent->{renewed} = $sent;
        }
        $agent->remember;
    });
}

sub do_initialize {
    my ($agent) = @_;
    my $settings = $agent->{settings};
    if ($agent->{initialized}) {
        my $record = PostgresqlDecision::record_of($agent->{lease}->seen);
        return put($agent, { %$record, initialized => 1, generation => $record->{generation} + 1 });
    }
    return if $agent->{server}{job} || PostgresqlSettings::now() < ($agent->{initialize_after} // 0);
    $agent->{initialize_after} = PostgresqlSettings::now() + 5000;
    # Nobody else has the data yet, so nobody can acknowledge this. The passwords come by standard input and are never logged.
    $agent->{server}->run_job('initialize', <<'SH', sub { $agent->{initialized} = $_[0] }, SOCKET => $settings->{socket}, CONFIG => $settings->{config}, PASSWORDS => $settings->{passwords});
export PGOPTIONS='-c synchronous_commit=local -c log_statement=none -c log_min_duration_statement=-1 -c log_min_error_statement=panic'
run() { psql -X -q -v ON_ERROR_STOP=1 -h "$SOCKET" -U postgres -d postgres "$@"; }
{
  printf '\\set superuser `cat "$PASSWORDS/superuser"`\n\\set replication `cat "$PASSWORDS/replication"`\n'
  echo "ALTER ROLE postgres PASSWORD :'superuser';"
  echo "SELECT 'CREATE ROLE replicator REPLICATION LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'replicator') \\gexec"
  echo "ALTER ROLE replicator PASSWORD :'replication';"
} | run -f -
if [ -s "$CONFIG/init.sql" ]; then run -f "$CONFIG/init.sql"; fi
SH
}

sub do_initdb {
    my ($agent) = @_;
    $agent->{server}->initdb($agent->done('initdb'));
}

sub do_copy {
    my ($agent, $step) = @_;
    return stop_first($agent, $step) if $agent->{server}->is_running;
    $agent->{server}->copy($step->{from}, sub { $agent->note_remade('copied', @_) });
}

# A server that stands still does not say what it has, so the step is done as it was decided, as soon as it can be.
sub stop_first {
    my ($agent, $step) = @_;
    $agent->{after_stop} = $step;
    do_stop($agent, { mode => 'fast' });
}

sub do_rewind {
    my ($agent, $step) = @_;
    return stop_first($agent, $step) if $agent->{server}->is_running;
    $agent->{server}->rewind($step->{from}, sub { $agent->note_remade('rewound', @_) });
}

1;
