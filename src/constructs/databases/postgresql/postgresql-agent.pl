#!/usr/bin/env perl
# The agent of a member of a PostgreSQL cluster. It runs the server, and a Lease decides who leads.
#
#   postgresql-agent.pl              runs until it is told to end
#   postgresql-agent.pl switchover   asks the agent of this pod to hand over, and waits until it has (preStop)

use strict;
use warnings;
use FindBin;
use lib $FindBin::RealBin;
use IO::Socket::INET;
use PostgresqlAgent ();
use PostgresqlSettings ();

my $settings = PostgresqlSettings::read_settings(%ENV);
my $command = $ARGV[0] // 'run';

if ($command eq 'switchover') {
    exit switchover($settings);
}
die "there is no command '$command'\n" unless $command eq 'run';
umask 0077;
PostgresqlAgent->new($settings)->run;
exit 0;

sub switchover {
    my ($settings) = @_;
    my $limit = PostgresqlSettings::now() + 3 * $settings->{timers}{take};
    my $status = ask($settings, 'POST');
    while ($status == 202 || ($status == 503 && PostgresqlSettings::now() < $limit)) {
        Time::HiRes::sleep(0.1);
        $status = ask($settings, 'GET');
    }
    return 0;
}

sub ask {
    my ($settings, $method) = @_;
    my $socket = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $settings->{port}, Timeout => 2) or return 0;
    print {$socket} "$method /switchover HTTP/1.0\r\n\r\n";
    my $line = <$socket> // '';
    return $line =~ /^HTTP\/1\.1 (\d+)/ ? $1 : 0;
}
