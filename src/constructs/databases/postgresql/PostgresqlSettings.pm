package PostgresqlSettings;

# What the container's environment says, as one hash, and the clock.

use strict;
use warnings;
use File::Basename qw(dirname);
use IO::Handle ();
use POSIX ();
use Time::HiRes ();

# Counts also while the machine sleeps, and is never set by anybody.
use constant CLOCK_BOOTTIME => 7;

sub now {
    return Time::HiRes::clock_gettime(CLOCK_BOOTTIME) * 1000;
}

sub read_settings {
    my %env = @_;
    my $needed = sub { my ($name) = @_; defined $env{$name} && $env{$name} ne '' ? $env{$name} : die "$name is not set\n" };
    my $cluster = $needed->('CLUSTER');
    my $count = $needed->('MEMBERS');
    my $pgdata = $needed->('PGDATA');
    my %timers = (renew => $env{LEASE_RENEW_MS} || 2000, hold => $env{LEASE_HOLD_MS} || 10_000, take => $env{LEASE_TAKE_MS} || 15_000);
    die "LEASE_RENEW_MS, LEASE_HOLD_MS and LEASE_TAKE_MS must grow in this order\n" unless $timers{renew} * 2 < $timers{hold} && $timers{hold} < $timers{take};
    my $me = $needed->('POD_NAME');
    my $members = [map { "$cluster-$_" } 0 .. $count - 1];
    return {
        me => $me, members => $members, peers => [grep { $_ ne $me } @$members],
        domain => join('.', $needed->('SERVICE'), $needed->('POD_NAMESPACE'), 'svc', $env{CLUSTER_DOMAIN} || 'cluster.local'),
        namespace => $env{POD_NAMESPACE}, lease => $needed->('LEASE'),
        pgdata => $pgdata, state => dirname($pgdata) . '/agent', socket => $env{SOCKET_DIR} || '/run/postgresql',
        config => $env{CONFIG_DIR} || '/config', passwords => $env{PASSWORDS_DIR} || '/passwords', tls => $env{TLS_DIR} || '/tls',
        # 0: a standby if there is one. Otherwise writes wait for so many.
        copies => $env{SYNCHRONOUS_MEMBERS} // ($count > 1 ? int($count / 2) : 0),
        timers => \%timers, tick => max(50, $timers{renew} / 10),
        max_lag => $env{MAX_LAG_BYTES} || 64 * 1024 * 1024,
        port => $env{AGENT_PORT} || 8008, postgresql_port => 5432,
        api => {
            host => $needed->('KUBERNETES_SERVICE_HOST'), port => $env{KUBERNETES_SERVICE_PORT} || 443,
            account => $env{SERVICE_ACCOUNT_DIR} || '/var/run/secrets/kubernetes.io/serviceaccount',
        },
    };
}

sub host_of {
    my ($settings, $member) = @_;
    return "$member.$settings->{domain}";
}

sub max {
    my ($left, $right) = @_;
    return $left > $right ? $left : $right;
}

sub read_file {
    my ($path) = @_;
    open my $file, '<', $path or return undef;
    local $/;
    my $text = <$file>;
    close $file;
    return $text;
}

# Complete or not at all, and on the disk when it returns: others count on what is written here.
sub write_file {
    my ($path, $text, $mode) = @_;
    open my $file, '>', "$path.new" or die "$path: $!\n";
    chmod $mode // 0600, "$path.new";
    print {$file} $text or die "$path: $!\n";
    $file->flush;
    $file->sync or die "$path: $!\n";
    close $file or die "$path: $!\n";
    rename "$path.new", $path or die "$path: $!\n";
    open my $directory, '<', dirname($path) or return;
    $directory->sync;
}

# A process that goes on as a copy of the agent must not hold its connections open.
sub close_all_but {
    my ($handle) = @_;
    for my $number (3 .. 255) { POSIX::close($number) unless $number == fileno $handle }
}

# All processes of a server, by the directory in which they work: children of a server that was killed go on without it,
# and take writes.
sub processes_in {
    my ($pgdata) = @_;
    return grep { (readlink("/proc/$_/cwd") // '') eq $pgdata && (read_file("/proc/$_/comm") // '') =~ /^postgres/ } map { m{^/proc/(\d+)$} } glob '/proc/[0-9]*';
}

sub say_now {
    my ($settings, $text) = @_;
    chomp $text;
    print STDERR "$settings->{me}: $text\n";
}

1;
