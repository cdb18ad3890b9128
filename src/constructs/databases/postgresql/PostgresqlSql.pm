package PostgresqlSql;

# Questions to the server of this member, one at a time and without ever waiting: one `psql` that stays.

use strict;
use warnings;
use Fcntl qw(F_GETFL F_SETFL O_NONBLOCK);
use PostgresqlSettings ();

use constant LAST_LINE => '--end of the answer--';

sub new {
    my ($class, $settings) = @_;
    return bless { settings => $settings, child => undef, busy => undef, received => '', queue => [] }, $class;
}

sub is_busy { return defined $_[0]{busy} }

# `$then` is told the lines of the answer; undef if there was none. A question that comes while another one is asked waits.
sub ask {
    my ($self, $sql, $then) = @_;
    return push @{ $self->{queue} }, [$sql, $then] if $self->{busy};
    # A server that starts refuses connections: no new process for every try.
    return $then->(undef) if !$self->{child} && PostgresqlSettings::now() < ($self->{again} // 0);
    my $limit = PostgresqlSettings::max(1000, $self->{settings}{timers}{hold} / 2);
    $self->{busy} = { then => $then, until => PostgresqlSettings::now() + $limit };
    $self->open unless $self->{child};
    local $SIG{PIPE} = 'IGNORE';
    my $text = "$sql;\n\\echo " . LAST_LINE . "\n";
    my $written = syswrite $self->{child}{in}, $text;
    $self->finish(undef) unless defined $written && $written == length $text;
}

sub open {
    my ($self) = @_;
    pipe(my $child_in, my $in) or die "pipe: $!\n";
    pipe(my $out, my $child_out) or die "pipe: $!\n";
    my $pid = fork() // die "fork: $!\n";
    if ($pid == 0) {
        CORE::open STDIN, '<&', $child_in;
        CORE::open STDOUT, '>&', $child_out;
        CORE::open STDERR, '>', '/dev/null';
        $ENV{PGCONNECT_TIMEOUT} = 2;
        $ENV{PGAPPNAME} = 'agent';
        exec 'psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', $self->{settings}{socket}, '-U', 'postgres', '-d', 'postgres' or POSIX::_exit(127);
    }
    CORE::close $child_in;
    CORE::close $child_out;
    for my $handle ($in, $out) { fcntl $handle, F_SETFL, fcntl($handle, F_GETFL, 0) | O_NONBLOCK }
    $self->{child} = { pid => $pid, in => $in, out => $out };
    $self->{received} = '';
}

sub handles {
    my ($self) = @_;
    return $self->{child} ? ($self->{child}{out}) : ();
}

sub poll {
    my ($self) = @_;
    if ($self->{child}) {
        my $length = sysread $self->{child}{out}, my $text, 65536;
        if (defined $length && $length == 0) {
            $self->finish(undef);
            $self->close;
        } elsif ($length) {
            $self->{received} .= $text;
            my $end = LAST_LINE;
            if ($self->{received} =~ s/^(.*?)^\Q$end\E\n//ms) { $self->finish([split /\n/, $1]) }
        }
    }
    $self->finish(undef) if $self->{busy} && PostgresqlSettings::now() > $self->{busy}{until};
}

sub finish {
    my ($self, $lines) = @_;
    my $busy = delete $self->{busy};
    $self->close unless $lines;
    $busy->{then}->($lines) if $busy;
    my $next = shift @{ $self->{queue} } or return;
    $self->ask(@$next);
}

sub close {
    my ($self) = @_;
    my $child = delete $self->{child} or return;
    $self->{again} = PostgresqlSettings::now() + 100;
    kill 'KILL', $child->{pid};
    CORE::close $child->{in};
    CORE::close $child->{out};
}

1;
