package PostgresqlDoor;

# The agent's own HTTP server: the kubelet's probes, the proxies and the other members ask here. It never waits for anybody.

use strict;
use warnings;
use IO::Socket::INET;
use PostgresqlSettings ();

use constant LONGEST_REQUEST => 8192;
use constant PATIENCE => 2000;

sub new {
    my ($class, $settings, $answer) = @_;
    my $socket = IO::Socket::INET->new(LocalPort => $settings->{port}, Listen => 64, ReuseAddr => 1, Blocking => 0) or die "port $settings->{port}: $!\n";
    return bless { socket => $socket, answer => $answer, guests => {} }, $class;
}

sub handles {
    my ($self) = @_;
    return ($self->{socket}, map { $_->{socket} } values %{ $self->{guests} });
}

sub poll {
    my ($self) = @_;
    my $now = PostgresqlSettings::now();
    while (my $socket = $self->{socket}->accept) {
        $socket->blocking(0);
        $self->{guests}{ fileno $socket } = { socket => $socket, text => '', until => $now + PATIENCE };
    }
    for my $id (keys %{ $self->{guests} }) {
        my $guest = $self->{guests}{$id};
        my $length = sysread $guest->{socket}, my $text, LONGEST_REQUEST;
        $guest->{text} .= $text if $length;
        my $is_over = (defined $length && $length == 0) || $now > $guest->{until} || length $guest->{text} > LONGEST_REQUEST;
        if ($guest->{text} =~ /\r?\n\r?\n/) { $self->serve($guest); $is_over = 1 }
        delete $self->{guests}{$id} if $is_over;
    }
}

sub serve {
    my ($self, $guest) = @_;
    my ($method, $path) = $guest->{text} =~ /^([A-Z]+) (\S+)/ or return;
    my ($status, $body) = $self->{answer}->($method, $path, $guest->{socket}->peerhost // '');
    my $words = $status == 200 ? 'OK' : $status == 202 ? 'Accepted' : $status == 404 ? 'Not Found' : 'Service Unavailable';
    my $type = $body =~ /^\{/ ? 'application/json' : 'text/plain';
    local $SIG{PIPE} = 'IGNORE';
    syswrite $guest->{socket}, "HTTP/1.1 $status $words\r\nContent-Type: $type\r\nContent-Length: " . length($body) . "\r\nConnection: close\r\n\r\n"
        . ($method eq 'HEAD' ? '' : $body);
}

1;
