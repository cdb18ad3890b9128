package PostgresqlStatus;

# What the server says of itself, asked again and again.

use strict;
use warnings;
use JSON::PP ();
use PostgresqlLog ();
use PostgresqlServer ();
use PostgresqlSettings ();

my $json = JSON::PP->new->utf8;

use constant QUESTION => <<'SQL' =~ s/\s+/ /gr;
SELECT json_build_object(
  'recovery', pg_is_in_recovery(),
  'written', CASE WHEN pg_is_in_recovery() THEN NULL ELSE pg_current_wal_flush_lsn() END,
  'file', CASE WHEN pg_is_in_recovery() THEN NULL ELSE pg_walfile_name(pg_current_wal_insert_lsn()) END,
  'checkpoint', (SELECT timeline_id FROM pg_control_checkpoint()),
  'received', pg_last_wal_receive_lsn(),
  'replayed', pg_last_wal_replay_lsn(),
  'receiver', (SELECT json_build_object('status', status, 'timeline', received_tli) FROM pg_stat_wal_receiver),
  'receivers', (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'walreceiver'),
  'startup', (SELECT wait_event FROM pg_stat_activity WHERE backend_type = 'startup'),
  'conninfo', current_setting('primary_conninfo'),
  'names', current_setting('synchronous_standby_names'),
  'system', (SELECT system_identifier::text FROM pg_control_system()),
  'slots', (SELECT json_agg(slot_name) FROM pg_replication_slots WHERE slot_type = 'physical' AND NOT temporary),
  'standbys', (SELECT json_agg(json_build_object('name', application_name, 'state', state, 'flushed', flush_lsn, 'priority', sync_priority))
    FROM pg_stat_replication))
SQL

sub new {
    my ($class, $settings, $sql) = @_;
    return bless { settings => $settings, sql => $sql, at => 0 }, $class;
}

# A server that was started anew has not said anything yet.
sub forget {
    my ($self) = @_;
    delete @{$self}{qw(last read_all position standbys)};
    $self->{sql}{queue} = [];
    $self->{sql}->close;
    $self->{generation}++;
}

sub ask {
    my ($self, $then) = @_;
    return if $self->{sql}->is_busy;
    my ($asked, $generation) = (PostgresqlSettings::now(), $self->{generation} // 0);
    $self->{sql}->ask(QUESTION, sub {
        my ($lines) = @_;
        my $last = $lines && @$lines && eval { $json->decode($lines->[0]) };
        return unless $last && $generation == ($self->{generation} // 0);
        $self->{last} = $last;
        $self->{at} = $asked;
        $self->{position} = $self->position($last);
        $self->note_standbys($last) unless $last->{recovery};
        $then->($last);
    });
}

# Known only when the server has read all of its own log, for until then it has more than it says.
sub position {
    my ($self, $last) = @_;
    if (!$last->{recovery}) {
        return { timeline => hex(substr $last->{file}, 0, 8), lsn => PostgresqlServer::number($last->{written}) };
    }
    $self->{read_all} = 1 if $last->{receiver} || ($last->{startup} // '') =~ /^Recovery(WalStream|RetrieveRetryInterval)$/;
    return undef unless $self->{read_all};
    my ($received, $replayed) = map { PostgresqlServer::number($_) // 0 } @{$last}{qw(received replayed)};
    my $lsn = PostgresqlSettings::max($received, $replayed);
    my $timeline = PostgresqlLog::timeline_at($self->{settings}{pgdata}, $lsn) // return undef;
    return { timeline => $timeline, lsn => $lsn };
}

# Which standbys stream, and since when it is so.
sub note_standbys {
    my ($self, $last) = @_;
    my %streams = map { $_->{name} => 1 } grep { $_->{state} eq 'streaming' } @{ $last->{standbys} // [] };
    for my $name (@{ $self->{settings}{peers} }) {
        my $streams = $streams{$name} ? 1 : 0;
        my $old = $self->{standbys}{$name};
        $self->{standbys}{$name} = { streaming => $streams, since => $self->{at} } unless $old && $old->{streaming} == $streams;
    }
}

# True when the names count: every walsender works by them, and all that was written before is on enough of those named.
sub is_confirmed {
    my ($self, $names, $copies) = @_;
    my $last = $self->{last};
    return 0 unless $last && !$last->{recovery};
    my $text = PostgresqlServer::standby_names($names, $copies);
    if ($last->{names} ne $text) { delete $self->{proof}; return 0 }
    my %named = map { $_ => 1 } @$names;
    my @standbys = @{ $last->{standbys} // [] };
    return 0 if grep { !$named{ $_->{name} } && $_->{priority} > 0 } @standbys;
    # The moment from which on everything is acknowledged by these names.
    $self->{proof} = { text => $text, lsn => PostgresqlServer::number($last->{written}) } unless $self->{proof} && $self->{proof}{text} eq $text;
    my $have = grep { $named{ $_->{name} } && (PostgresqlServer::number($_->{flushed}) // 0) >= $self->{proof}{lsn} } @standbys;
    return $have >= $copies ? 1 : 0;
}

sub is_fresh {
    my ($self) = @_;
    return $self->{last} && PostgresqlSettings::now() - $self->{at} < $self->{settings}{timers}{hold};
}

1;
