package PostgresqlTasks;

# What the agent answers over HTTP, and the small things that it looks after while the server runs.

use strict;
use warnings;
use JSON::PP ();
use PostgresqlLog ();
use PostgresqlSettings ();

my $json = JSON::PP->new->utf8->canonical;

sub answer {
    my ($agent, $method, $path, $guest) = @_;
    return hand_over($agent, $guest) if $method eq 'POST' && $path eq '/switchover';
    return (200, $json->encode(state_of($agent)) . "\n") if $path eq '/state';
    my %answers = (
        '/primary' => \&is_primary, '/replica' => \&is_replica, '/ready' => sub { is_primary(@_) || is_replica(@_) }, '/live' => \&is_live,
        '/switchover' => sub { $_[0]{server}->is_running ? 0 : 1 },
    );
    my $question = $answers{$path} or return (404, "no such path\n");
    return $question->($agent) ? (200, "yes\n") : (503, ($agent->{step}{why} // 'starting') . "\n");
}

# Only the pod itself may ask for it: it stops the primary.
sub hand_over {
    my ($agent, $guest) = @_;
    return (503, "only from within the pod\n") unless $guest =~ /^127\./;
    my $seen = $agent->{lease}->seen;
    return (200, "another member leads\n") unless $seen && $seen->{holder} eq $agent->{settings}{me};
    $agent->{handover} = PostgresqlSettings::now();
    return (202, "handing over\n");
}

sub is_primary {
    my ($agent) = @_;
    my $seen = $agent->{lease}->seen;
    return PostgresqlSettings::now() < $agent->{valid} && $agent->server_state eq 'primary' && $agent->{status}->is_fresh && !$agent->{stopping}
        && $seen && $seen->{holder} eq $agent->{settings}{me} && $seen->{initialized};
}

sub is_replica {
    my ($agent) = @_;
    my $last = $agent->{status}{last};
    return 0 unless $agent->server_state eq 'standby' && $agent->{status}->is_fresh && $last->{receiver} && ($last->{receiver}{status} // '') eq 'streaming';
    my $seen = $agent->{lease}->seen or return 0;
    my $leader = $agent->{peers}->answers->{ $seen->{holder} } or return 0;
    return 0 unless $leader->{fresh} && $leader->{position};
    my $replayed = PostgresqlServer::number($last->{replayed}) // return 0;
    return $leader->{position}{lsn} - $replayed <= $agent->{settings}{max_lag};
}

# Its loop turns, and a server that must not write does not run.
sub is_live {
    my ($agent) = @_;
    my ($now, $timers) = (PostgresqlSettings::now(), $agent->{settings}{timers});
    return 0 if $now - $agent->{ticked} > $timers->{hold};
    return 0 if $agent->server_state eq 'primary' && $now > $agent->{valid} + $timers->{take} - $timers->{hold};
    return 1;
}

sub state_of {
    my ($agent) = @_;
    my ($settings, $own, $seen) = ($agent->{settings}, $agent->own, $agent->{lease}->seen);
    my $leads = $own->{server} eq 'primary' && PostgresqlSettings::now() < $own->{valid};
    my $state = {
        name => $settings->{me}, role => $leads ? 'primary' : $own->{server} eq 'standby' ? 'standby' : 'none', server => $own->{server},
        data => $own->{data}, system => $own->{system}, position => $own->{position}, cut => $own->{cut}, streaming => $own->{streaming},
        record => $own->{record}, version => $own->{version}, step => $agent->{step} ? "$agent->{step}{do}: $agent->{step}{why}" : '', problem => $agent->{problem},
        abstains => $own->{handover} || PostgresqlSettings::now() < $own->{abstain_until} ? 1 : 0, job => $own->{job}, holder => $seen ? $seen->{holder} : undef,
    };
    # What followers must know of who leads.
    if ($leads && $own->{position}) {
        $state->{history} = PostgresqlLog::history($settings->{pgdata}, $own->{position}{timeline});
        $state->{checkpoint} = $agent->{status}{last}{checkpoint};
        $state->{oldest} = PostgresqlLog::oldest($settings->{pgdata});
    }
    return $state;
}

# After each answer of the server.
sub after_status {
    my ($agent) = @_;
    my $last = $agent->{status}{last};
    keep_passwords($agent);
    delete $agent->{promoting} unless $last->{recovery};
    $agent->{handover} = undef if $agent->{handover} && $agent->{lease}->seen && $agent->{lease}->seen->{holder} !~ /^(\Q$agent->{settings}{me}\E)?$/;
    $agent->note_works if !$last->{recovery} || receives_from_leader($agent, $last->{receiver});
    my ($settings, $sql) = @{$agent}{qw(settings sql)};
    my %there = map { $_ => 1 } @{ $last->{slots} // [] };
    if ($last->{recovery}) {
        # A slot of the time as a primary would keep the log for ever.
        $sql->ask(q{SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_type = 'physical' AND NOT active AND NOT temporary}, sub { }) if %there;
        return;
    }
    my @missing = grep { !$there{$_} } map { PostgresqlServer::slot_of($_) } @{ $settings->{peers} };
    return $sql->ask(join(';', map { "SELECT pg_create_physical_replication_slot('$_')" } @missing), sub { }) if @missing;
    return unless is_primary($agent);
    settle($agent);
    ensure($agent);
}

# A server of another history receives for moments, too, but on the time line that both have.
sub receives_from_leader {
    my ($agent, $receiver) = @_;
    my $seen = $agent->{lease}->seen;
    return $seen && $receiver && ($receiver->{status} // '') eq 'streaming' && $receiver->{timeline} == ($seen->{timeline} // 0);
}

# The server begins a slow checkpoint when it is promoted. Who must be rewound waits for it (see PostgresqlDecision), so it is made at once.
# Each time line has a file of its own for the segment in which it began, and a checkpoint removes those of earlier segments only: without
# the switch to the next segment many fail-overs with few writes would fill the disk.
sub settle {
    my ($agent) = @_;
    my ($settings, $status) = @{$agent}{qw(settings status)};
    return if $status->{last}{checkpoint} == $status->{position}{timeline};
    $agent->{server}->run_job('settle', 'psql -X -q -o /dev/null -h "$SOCKET" -U postgres -d postgres -c "SELECT pg_switch_wal()" -c CHECKPOINT', sub { }, SOCKET => $settings->{socket});
}

# A password that is written anew is the one with which this member follows from now on: a connection that breaks needs it.
sub keep_passwords {
    my ($agent) = @_;
    my $files = join ' ', map { (stat "$agent->{settings}{passwords}/$_")[9] // '' } qw(superuser replication);
    return if ($agent->{password_files} // '') eq $files;
    $agent->{password_files} = $files;
    $agent->{server}->write_passwords;
}

# Databases, users and passwords as they should be; once for each start as a primary, and again while it fails.
sub ensure {
    my ($agent) = @_;
    my ($settings, $server) = @{$agent}{qw(settings server)};
    my $script = "$settings->{config}/ensure.sh";
    my $key = $server->{pid} . ' ' . ((stat $script)[9] // '');
    return if ($agent->{ensured} // '') eq $key || $server->{job} || PostgresqlSettings::now() < ($agent->{ensure_after} // 0) || !-e $script;
    $agent->{ensure_after} = PostgresqlSettings::now() + 10_000;
    $server->run_job('ensure', 'timeout 300 bash "$SCRIPT"', sub {
        my ($ok) = @_;
        return $agent->{ensured} = $key if $ok;
        PostgresqlSettings::say_now($settings, 'ensure.sh failed; it is tried again');
    }, SCRIPT => $script, PGHOST => $settings->{socket}, PGUSER => 'postgres', PGDATABASE => 'postgres');
}

1;
