package PostgresqlServer;

# The server of this member: its files, its process, and the jobs that run while it stands still.

use strict;
use warnings;
use POSIX qw(WNOHANG);
use PostgresqlSettings qw();

sub new {
    my ($class, $settings) = @_;
    my $self = bless { settings => $settings, pid => undef, job => undef, follow => '', names => [], copies => 0, since => PostgresqlSettings::now() }, $class;
    mkdir $settings->{state}, 0700 unless -d $settings->{state};
    # With the first start others may read the volume's directory, which PostgreSQL refuses.
    chmod 0700, $settings->{pgdata} if -d $settings->{pgdata};
    return $self;
}

sub data {
    my ($self) = @_;
    return 'none' unless -e "$self->{settings}{pgdata}/PG_VERSION";
    return -e $self->broken_file ? 'broken' : 'ready';
}

# Stands here while `pg_rewind` is at work: what it left half done is no data.
sub broken_file { return "$_[0]{settings}{state}/broken" }

sub is_running { return defined $_[0]{pid} }

# ---- Files

# All that the agent decides; what users configure is included first, so that this wins.
sub write_configuration {
    my ($self) = @_;
    my $settings = $self->{settings};
    my $slot = slot_of($settings->{me});
    my %values = (
        listen_addresses => '*', port => $settings->{postgresql_port}, unix_socket_directories => $settings->{socket},
        hba_file => "$settings->{config}/pg_hba.conf", data_directory => $settings->{pgdata},
        hot_standby => 'on', wal_log_hints => 'on', full_page_writes => 'on', fsync => 'on', recovery_target_timeline => 'latest',
        primary_conninfo => $self->{follow} eq '' ? '' : $self->conninfo($self->{follow}, 'replicator') . " application_name=$settings->{me}",
        primary_slot_name => $self->{follow} eq '' ? '' : $slot,
        synchronous_standby_names => standby_names($self->{names}, $self->{copies}),
        wal_retrieve_retry_interval => int(PostgresqlSettings::max(100, $settings->{timers}{renew} / 2)),
        wal_receiver_timeout => int(PostgresqlSettings::max(1000, $settings->{timers}{hold} / 2)),
        wal_sender_timeout => int(PostgresqlSettings::max(1000, $settings->{timers}{hold} / 2)),
        logging_collector => 'off', restart_after_crash => 'off',
    );
    my $configured = PostgresqlSettings::read_file("$settings->{config}/postgresql.conf") // '';
    my $text = $configured eq '' ? '' : "include '$settings->{config}/postgresql.conf'\n";
    %values = (%values, $self->limits_at_least($configured));
    $text .= "$_ = '" . ($values{$_} =~ s/'/''/gr) . "'\n" for sort keys %values;
    PostgresqlSettings::write_file($self->configuration_file, $text);
    $self->write_passwords;
    $self->copy_key;
}

# A standby refuses to start with lower limits than those of the log that it reads, and every server starts as a standby. So a
# limit can be raised, and a lower one than the data knows has no effect.
sub limits_at_least {
    my ($self, $configured) = @_;
    my $control = $self->control;
    my %limits = %{ $control->{limits} };
    for my $name (keys %limits) {
        my ($own) = $configured =~ /^\s*\Q$name\E\s*=?\s*'?(\d+)/m or next;
        delete $limits{$name} if $own >= $limits{$name};
    }
    return %limits;
}

sub configuration_file { return "$_[0]{settings}{state}/postgresql.conf" }

# With no name at all the server would wait for nobody: a name that no member has stands for nobody yet.
sub standby_names {
    my ($names, $copies) = @_;
    return '' if $copies == 0;
    return "ANY $copies (" . join(', ', map { "\"$_\"" } @$names ? sort @$names : 'nobody-yet') . ')';
}

sub slot_of { return $_[0] =~ tr/-/_/r }

sub conninfo {
    my ($self, $member, $user) = @_;
    my $settings = $self->{settings};
    my $tls = -e "$settings->{tls}/ca.crt" ? "sslmode=verify-full sslrootcert=$settings->{tls}/ca.crt" : 'sslmode=prefer';
    return 'host=' . PostgresqlSettings::host_of($settings, $member) . " port=$settings->{postgresql_port} user=$user dbname=postgres"
        . " passfile=$settings->{state}/pgpass connect_timeout=5 $tls keepalives_idle=5 keepalives_interval=2 keepalives_count=3";
}

sub write_passwords {
    my ($self) = @_;
    my $settings = $self->{settings};
    my $lines = '';
    for my $pair ([replicator => 'replication'], [postgres => 'superuser']) {
        my $password = PostgresqlSettings::read_file("$settings->{passwords}/$pair->[1]") // next;
        $lines .= "*:*:*:$pair->[0]:" . ($password =~ s/\n+\z//r =~ s/([:\\])/\\$1/gr) . "\n";
    }
    PostgresqlSettings::write_file("$settings->{state}/pgpass", $lines);
}

# A full disk has room again only when its data are copied anew, which must not wait for room: the passwords of the last time serve until then.
sub write_passwords_if_there_is_room {
    my ($self) = @_;
    eval { $self->write_passwords; 1 } or PostgresqlSettings::say_now($self->{settings}, "the passwords stay as they were: $@");
}

# PostgreSQL takes a key that nobody else can read, and a Secret's file belongs to root.
sub copy_key {
    my ($self) = @_;
    my $settings = $self->{settings};
    my $key = PostgresqlSettings::read_file("$settings->{tls}/tls.key") // return;
    PostgresqlSettings::write_file("$settings->{state}/tls.key", $key);
}

# ---- Process

sub start {
    my ($self, $follow, $names, $copies) = @_;
    my $settings = $self->{settings};
    return unless $self->end_orphans;
    @{$self}{qw(follow names copies)} = ($follow, $names, $copies);
    $self->write_configuration;
    PostgresqlSettings::write_file("$settings->{pgdata}/standby.signal", '');
    # A file of a server that was killed, of which nothing runs any more: its number may be that of another process by now.
    unlink "$settings->{pgdata}/postmaster.pid";
    $self->{pid} = $self->spawn('postgres', '-D', $settings->{pgdata}, '-c', 'config_file=' . $self->configuration_file);
}

# True when nothing of a server runs that lost its first process.
sub end_orphans {
    my ($self) = @_;
    my @orphans = PostgresqlSettings::processes_in($self->{settings}{pgdata});
    kill 'KILL', @orphans;
    return @orphans == 0;
}

# False: what users configured keeps it from starting, whatever its data are.
sub can_read_configuration {
    my ($self) = @_;
    return system('postgres -C data_directory -D ' . $self->{settings}{pgdata} . ' -c config_file=' . $self->configuration_file . ' >/dev/null 2>&1') == 0;
}

sub spawn {
    my ($self, @command) = @_;
    my $pid = fork() // die "fork: $!\n";
    return $pid if $pid;
    $SIG{$_} = 'DEFAULT' for qw(TERM INT HUP PIPE CHLD USR1);
    open STDIN, '<', '/dev/null';
    exec @command or POSIX::_exit(127);
}

sub reload {
    my ($self, %changed) = @_;
    my %before = map { $_ => $self->{$_} } keys %changed;
    @{$self}{keys %changed} = values %changed;
    # What is not in the file, as on a full disk, is not so.
    eval { $self->write_configuration; 1 } or do { @{$self}{keys %before} = values %before; die $@ };
    kill 'HUP', $self->{pid} if $self->{pid};
}

# fast: clients are thrown out, and standbys get all that there is. immediate: at once.
sub stop {
    my ($self, $mode) = @_;
    kill $mode eq 'fast' ? 'INT' : 'QUIT', $self->{pid} if $self->{pid};
}

# Takes note of processes that ended; gives the ids of those that are not the server's.
sub reap {
    my ($self) = @_;
    my @others;
    while ((my $pid = waitpid -1, WNOHANG) > 0) {
        if ($self->{pid} && $pid == $self->{pid}) { $self->{pid} = undef; $self->{exit} = $? }
        elsif ($self->{job} && $pid == $self->{job}{pid}) {
            my $job = delete $self->{job};
            $job->{then}->($? == 0 ? 1 : 0);
        } else { push @others, $pid }
    }
    return @others;
}

# Where a server is that does not answer yet; the name of its process says which file of the log it reads or waits for.
sub place_of_start {
    my ($self) = @_;
    my $pid = $self->{pid} or return '';
    my $children = PostgresqlSettings::read_file("/proc/$pid/task/$pid/children") // '';
    my ($place) = map { (PostgresqlSettings::read_file("/proc/$_/cmdline") // '') =~ /: startup (?:waiting for|recovering) ([0-9A-F]+)/ } split ' ', $children;
    return $place // '';
}

# ---- Jobs: one at a time, each a shell command of its own process.

sub run_job {
    my ($self, $name, $script, $then, %env) = @_;
    return if $self->{job};
    local %ENV = (%ENV, PGPASSFILE => "$self->{settings}{state}/pgpass", PGCONNECT_TIMEOUT => 5, %env);
    my $pid = $self->spawn('bash', '-c', "set -euo pipefail; exec </dev/null; $script");
    $self->{job} = { name => $name, pid => $pid, then => $then };
}

sub initdb {
    my ($self, $then) = @_;
    $self->write_configuration;
    $self->run_job('initdb', 'rm -rf "$NEW"; initdb -D "$NEW" -U postgres --data-checksums --encoding=UTF8 --locale=C.UTF-8 --auth=trust >/dev/null; '
        # The limits that are configured become those of the data.
        . 'postgres --single -D "$NEW" -c config_file="$FILE" -c data_directory="$NEW" postgres </dev/null >/dev/null; mv "$NEW" "$OLD"',
        $then, $self->directories, FILE => $self->configuration_file);
}

# A complete copy beside the old data, which goes when the copy is there. What is broken goes first, and so does everything after a
# copy that failed: there may be no room for both.
sub copy {
    my ($self, $from, $then) = @_;
    my $goes_first = $self->data eq 'broken' || $self->{copy_failed};
    $self->write_passwords_if_there_is_room;
    $self->run_job('copy', ($goes_first ? 'rm -rf "$OLD"; ' : '') . 'rm -rf "$NEW"; pg_basebackup -D "$NEW" -d "$FROM" -X stream -c fast --no-password; rm -rf "$OLD"; mv "$NEW" "$OLD"; rm -f "$BROKEN"',
        sub { my ($ok) = @_; $self->{copy_failed} = !$ok; $then->($ok) }, $self->directories, FROM => $self->conninfo($from, 'replicator'));
}

sub rewind {
    my ($self, $from, $then) = @_;
    $self->write_passwords_if_there_is_room;
    $self->run_job('rewind', ': >"$BROKEN"; rm -f "$OLD/standby.signal"; pg_rewind --target-pgdata="$OLD" --source-server="$FROM" --config-file="$FILE"; rm -f "$BROKEN"',
        $then, $self->directories, FROM => $self->conninfo($from, 'postgres'), FILE => $self->configuration_file);
}

sub directories {
    my ($self) = @_;
    my $settings = $self->{settings};
    return (OLD => $settings->{pgdata}, NEW => "$settings->{pgdata}.new", BROKEN => $self->broken_file);
}

# ---- What the files say

sub control {
    my ($self) = @_;
    my $text = `LC_ALL=C pg_controldata -D '$self->{settings}{pgdata}' 2>/dev/null`;
    my ($system) = $text =~ /^Database system identifier:\s+(\d+)/m;
    my ($checkpoint) = $text =~ /^Latest checkpoint location:\s+(\S+)/m;
    my ($timeline) = $text =~ /^Latest checkpoint's TimeLineID:\s+(\d+)/m;
    my ($state) = $text =~ /^Database cluster state:\s+(.+)$/m;
    my %limits = map { s/xact(s?)$/"transaction$1"/er } $text =~ /^(max_\w+) setting:\s+(\d+)/mg;
    return { limits => \%limits, system => $system, position => defined $checkpoint ? { timeline => $timeline + 0, lsn => number($checkpoint) } : undef, state => $state };
}

sub number {
    my ($lsn) = @_;
    return undef unless defined $lsn && $lsn =~ m{^([0-9A-F]+)/([0-9A-F]+)$}i;
    return hex($1) * 4294967296 + hex $2;
}

1;
