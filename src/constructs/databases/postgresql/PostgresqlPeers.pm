package PostgresqlPeers;

# What the other members say. A process for each of them asks and may wait, for names and for answers; the agent only reads
# what they pass on.

use strict;
use warnings;
use Fcntl qw(F_GETFL F_SETFL O_NONBLOCK);
use IO::Socket::INET;
use JSON::PP ();
use POSIX ();
use Time::HiRes ();
use PostgresqlSettings ();

my $json = JSON::PP->new->utf8;

sub new {
    my ($class, $settings) = @_;
    return bless { settings => $settings, askers => {}, answers => {} }, $class;
}

# Starts those that do not run.
sub start {
    my ($self) = @_;
    for my $name (@{ $self->{settings}{peers} }) {
        next if $self->{askers}{$name};
        pipe(my $read, my $write) or die "pipe: $!\n";
        my $pid = fork() // die "fork: $!\n";
        if ($pid == 0) {
            PostgresqlSettings::close_all_but($write);
            $0 = "postgresql-agent: asks $name";
            $SIG{$_} = 'DEFAULT' for qw(TERM INT HUP PIPE);
            ask_for_ever($self->{settings}, $name, $write);
        }
        close $write;
        fcntl $read, F_SETFL, fcntl($read, F_GETFL, 0) | O_NONBLOCK;
        $self->{askers}{$name} = { pid => $pid, pipe => $read, text => '' };
    }
}

sub ask_for_ever {
    my ($settings, $name, $write) = @_;
    my $renew = $settings->{timers}{renew};
    my $pause = ($renew < 1000 ? $renew : 1000) / 2000;
    my $limit = PostgresqlSettings::max(1, $renew / 1000);
    $write->autoflush(1);
    while (1) {
        # Of each answer it is known when it was asked for: what is said of earlier moments is no news.
        my $asked = PostgresqlSettings::now();
        my $body = eval {
            local $SIG{ALRM} = sub { die "no answer\n" };
            Time::HiRes::alarm($limit);
            my $text = get($settings, $name, $limit);
            Time::HiRes::alarm(0);
            $text;
        };
        Time::HiRes::alarm(0);
        if (defined $body) { print {$write} int($asked) . " $body\n" or POSIX::_exit(0) }
        POSIX::_exit(0) if getppid() == 1 && $settings->{agent} != 1;
        Time::HiRes::sleep($pause);
    }
}

sub get {
    my ($settings, $name, $limit) = @_;
    my $host = PostgresqlSettings::host_of($settings, $name);
    my $socket = IO::Socket::INET->new(PeerAddr => $host, PeerPort => $settings->{port}, Timeout => $limit) or return undef;
    print {$socket} "GET /state HTTP/1.0\r\nHost: $host\r\n\r\n";
    local $/;
    my $text = <$socket> // '';
    my ($body) = $text =~ /^HTTP\/1\.\d 200 .*?\r\n\r\n(\{.*\})\s*$/s or return undef;
    return $body =~ s/\n//gr;
}

sub handles {
    my ($self) = @_;
    return map { $_->{pipe} } values %{ $self->{askers} };
}

sub poll {
    my ($self) = @_;
    for my $name (keys %{ $self->{askers} }) {
        my $asker = $self->{askers}{$name};
        my $length = sysread $asker->{pipe}, my $text, 65536;
        if (defined $length && $length == 0) { delete $self->{askers}{$name}; next }
        next unless $length;
        $asker->{text} .= $text;
        while ($asker->{text} =~ s/^(\d+) (.*)\n//) {
            my $answer = eval { $json->decode($2) } or next;
            $self->{answers}{$name} = { %$answer, asked => $1 } if ($answer->{name} // '') eq $name;
        }
    }
}

# The newest answer of each, and whether it is fresh.
sub answers {
    my ($self) = @_;
    my $now = PostgresqlSettings::now();
    my $limit = PostgresqlSettings::max(2000, $self->{settings}{timers}{renew} * 2);
    return { map { my $answer = $self->{answers}{$_}; $_ => { %$answer, fresh => $now - $answer->{asked} < $limit ? 1 : 0 } } keys %{ $self->{answers} } };
}

sub stop {
    my ($self) = @_;
    kill 'KILL', $_->{pid} for values %{ $self->{askers} };
}

1;
