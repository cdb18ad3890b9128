package PostgresqlWatchdog;

# A process beside the agent that ends the server when the agent hangs: it is told until when the Lease holds, and waits for
# nothing else. When the agent is gone, it ends the server at once.

use strict;
use warnings;
use IO::Select;
use PostgresqlSettings ();

sub start {
    my ($settings) = @_;
    pipe(my $read, my $write) or die "pipe: $!\n";
    my $pid = fork() // die "fork: $!\n";
    if ($pid == 0) {
        PostgresqlSettings::close_all_but($read);
        $0 = 'postgresql-agent: watchdog';
        $SIG{$_} = 'IGNORE' for qw(TERM INT HUP);
        eval { watch($settings, $read) };
        kill_server($settings, 'KILL');
        POSIX::_exit(0);
    }
    close $read;
    $write->autoflush(1);
    return { pid => $pid, pipe => $write };
}

# Tells until when the server may take writes; 0: it takes none.
sub tell {
    my ($watchdog, $until) = @_;
    local $SIG{PIPE} = 'IGNORE';
    syswrite $watchdog->{pipe}, int($until) . "\n";
}

sub watch {
    my ($settings, $read) = @_;
    my $timers = $settings->{timers};
    # The agent has three quarters of the time between the end of its Lease and the moment at which another one may take it.
    my $margin = ($timers->{take} - $timers->{hold}) * 3 / 4;
    my ($select, $until, $text) = (IO::Select->new($read), 0, '');
    while (1) {
        my $left = $until ? $until + $margin - PostgresqlSettings::now() : 1000;
        if ($left <= 0) {
            PostgresqlSettings::say_now($settings, 'watchdog: the Lease is over and the server still runs: it is killed');
            kill_server($settings, 'QUIT');
            Time::HiRes::sleep(($timers->{take} - $timers->{hold}) / 16_000);
            kill_server($settings, 'KILL');
            $until = 0;
        } elsif ($select->can_read($left / 1000)) {
            sysread($read, my $more, 4096) or return;
            $text .= $more;
            if ($text =~ /^(?:.*\n)?(\d+)\n(.*)$/s) { ($until, $text) = ($1, $2) }
        }
    }
}

# QUIT lets the server end its processes itself. KILL takes them one by one, the first one before the others: it would start new ones.
sub kill_server {
    my ($settings, $signal) = @_;
    my ($postmaster) = (PostgresqlSettings::read_file("$settings->{pgdata}/postmaster.pid") // '') =~ /^(\d+)/;
    my @all = PostgresqlSettings::processes_in($settings->{pgdata});
    my ($first) = grep { defined $postmaster && $_ == $postmaster } @all;
    return kill 'QUIT', $first if $signal eq 'QUIT' && $first;
    kill 'KILL', $_ for ($first // ()), @all;
}

1;
