package PostgresqlApi;

# Requests to the API server, one at a time and without ever waiting. The image has no HTTPS for Perl, so `openssl s_client`
# makes the connection, which stays open from one request to the next.

use strict;
use warnings;
use Fcntl qw(F_GETFL F_SETFL O_NONBLOCK);
use PostgresqlSettings ();

sub new {
    my ($class, $settings) = @_;
    return bless { settings => $settings, busy => undef, child => undef, received => '' }, $class;
}

sub is_busy { return defined $_[0]{busy} }

# `$then` is told the status and the body; status 0 means that nobody knows whether it was done.
sub request {
    my ($self, $method, $path, $body, $then) = @_;
    my $settings = $self->{settings};
    my $now = PostgresqlSettings::now();
    $self->{busy} = { then => $then, until => $now + PostgresqlSettings::max(1500, $settings->{timers}{hold} / 2) };
    # Read each time: the kubelet replaces it.
    my $token = PostgresqlSettings::read_file("$settings->{api}{account}/token") // '';
    $token =~ s/\s+//g;
    my $head = "$method $path HTTP/1.1\r\nHost: $settings->{api}{host}\r\nAuthorization: Bearer $token\r\nAccept: application/json\r\n";
    $head .= "Content-Type: application/json\r\nContent-Length: " . length($body) . "\r\n" if defined $body;
    $self->connect_again unless $self->{child};
    my $text = "$head\r\n" . ($body // '');
    local $SIG{PIPE} = 'IGNORE';
    my $written = syswrite $self->{child}{in}, $text;
    $self->finish(0, 'the connection was closed') unless defined $written && $written == length $text;
}

sub connect_again {
    my ($self) = @_;
    my $api = $self->{settings}{api};
    my $name = $api->{host} =~ /^[\d.]+$|:/ ? '-verify_ip' : '-verify_hostname';
    my @command = ('openssl', 's_client', '-quiet', '-verify_return_error', '-verify', '5', '-CAfile', "$api->{account}/ca.crt",
        $name, $api->{host}, '-connect', ($api->{host} =~ /:/ ? "[$api->{host}]" : $api->{host}) . ":$api->{port}");
    pipe(my $child_in, my $in) or die "pipe: $!\n";
    pipe(my $out, my $child_out) or die "pipe: $!\n";
    my $pid = fork() // die "fork: $!\n";
    if ($pid == 0) {
        open STDIN, '<&', $child_in;
        open STDOUT, '>&', $child_out;
        open STDERR, '>', '/dev/null';
        exec @command or POSIX::_exit(127);
    }
    close $child_in;
    close $child_out;
    for my $handle ($in, $out) { fcntl $handle, F_SETFL, fcntl($handle, F_GETFL, 0) | O_NONBLOCK }
    $self->{child} = { pid => $pid, in => $in, out => $out };
    $self->{received} = '';
}

sub handles {
    my ($self) = @_;
    return $self->{child} ? ($self->{child}{out}) : ();
}

# To be called when there is something to read, and now and then: a request that takes too long has failed.
sub poll {
    my ($self) = @_;
    if ($self->{child}) {
        my $length = sysread $self->{child}{out}, my $text, 65536;
        if (defined $length && $length == 0) {
            $self->finish(0, 'the connection was closed');
            $self->disconnect;
        } elsif ($length) {
            $self->{received} .= $text;
            my $answer = complete_answer($self->{received});
            if ($answer) {
                $self->{received} = '';
                $self->finish($answer->{status}, $answer->{body});
            }
        }
    }
    return unless $self->{busy} && PostgresqlSettings::now() > $self->{busy}{until};
    $self->finish(0, 'no answer in time');
}

sub finish {
    my ($self, $status, $body) = @_;
    my $busy = delete $self->{busy};
    $self->disconnect if $status == 0;
    $busy->{then}->($status, $body) if $busy;
}

sub disconnect {
    my ($self) = @_;
    my $child = delete $self->{child} or return;
    kill 'KILL', $child->{pid};
    close $child->{in};
    close $child->{out};
}

# Status and body of an answer that has arrived in whole; nothing otherwise.
sub complete_answer {
    my ($text) = @_;
    my ($head, $rest) = $text =~ /^(HTTP\/1\.1 .*?\r\n)\r\n(.*)$/s or return undef;
    my ($status) = $head =~ /^HTTP\/1\.1 (\d+)/;
    if ($head =~ /^Content-Length:\s*(\d+)/mi) {
        return length $rest >= $1 ? { status => $status, body => substr $rest, 0, $1 } : undef;
    }
    my $body = '';
    while ($rest =~ s/^([0-9a-fA-F]+)[^\r\n]*\r\n//) {
        my $size = hex $1;
        return { status => $status, body => $body } if $size == 0;
        return undef if length $rest < $size + 2;
        $body .= substr $rest, 0, $size;
        $rest = substr $rest, $size + 2;
    }
    return undef;
}

1;
