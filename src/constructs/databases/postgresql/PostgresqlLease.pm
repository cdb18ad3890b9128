package PostgresqlLease;

# The Lease as an object of Kubernetes, and as the record that the decisions know. The record stands in one annotation, so
# that it is there in whole or not at all.

use strict;
use warnings;
use JSON::PP ();
use POSIX ();
use Time::HiRes ();
use PostgresqlSettings ();

use constant ANNOTATION => 'cdk8s-stateful/postgresql';

my $json = JSON::PP->new->utf8->canonical;

sub new {
    my ($class, $settings, $api) = @_;
    return bless { settings => $settings, api => $api, seen => undef, object => undef, path =>
        "/apis/coordination.k8s.io/v1/namespaces/$settings->{namespace}/leases/$settings->{lease}" }, $class;
}

# As it was last seen: its record, its version, since when this version is known, and when it was last read.
sub seen { return $_[0]{seen} }

sub get {
    my ($self, $then) = @_;
    my $asked = PostgresqlSettings::now();
    $self->{api}->request('GET', $self->{path}, undef, sub {
        my ($status, $body) = @_;
        return $then->("the Lease could not be read: " . ($status || $body)) unless $status == 200;
        # It had this version at the latest when it was asked for; only a later answer shows that it still has it.
        $self->note($body, $asked);
        $then->(undef);
    });
}

# Compare-and-swap. Tells '' if it was written, and what went wrong otherwise.
sub put {
    my ($self, $record, $then) = @_;
    my %object = %{ $self->{object} };
    my %spec = %{ $object{spec} // {} };
    my $settings = $self->{settings};
    my ($seconds, $micros) = (Time::HiRes::time() =~ /^(\d+)(?:\.(\d{1,6}))?/);
    if ($record->{holder} eq '') { delete $spec{holderIdentity} } else { $spec{holderIdentity} = $record->{holder} }
    $spec{leaseTransitions} = ($spec{leaseTransitions} // 0) + 1 if $record->{holder} ne ($self->{seen}{holder} // '');
    $spec{renewTime} = POSIX::strftime('%Y-%m-%dT%H:%M:%S', gmtime $seconds) . '.' . substr(($micros // '') . '000000', 0, 6) . 'Z';
    $spec{acquireTime} = $spec{renewTime} if $record->{holder} ne ($self->{seen}{holder} // '');
    $spec{leaseDurationSeconds} = POSIX::ceil($settings->{timers}{take} / 1000);
    my %kept = map { $_ => $record->{$_} } grep { $_ ne 'holder' && defined $record->{$_} } keys %$record;
    my %metadata = %{ $object{metadata} };
    delete $metadata{managedFields};
    $metadata{annotations} = { %{ $metadata{annotations} // {} }, ANNOTATION, $json->encode(\%kept) };
    my $body = $json->encode({ %object, spec => \%spec, metadata => \%metadata });
    $self->{api}->request('PUT', $self->{path}, $body, sub {
        my ($status, $answer) = @_;
        return $then->("the Lease could not be written: " . ($status == 409 ? 'somebody else wrote it' : $status || $answer)) unless $status == 200;
        $self->note($answer, PostgresqlSettings::now());
        $then->('');
    });
}

sub note {
    my ($self, $body, $asked) = @_;
    my $object = eval { $json->decode($body) } or return;
    my $now = PostgresqlSettings::now();
    my $version = $object->{metadata}{resourceVersion};
    my $since = $self->{seen} && $self->{seen}{version} eq $version ? $self->{seen}{since} : $now;
    $self->{object} = $object;
    $self->{seen} = { %{ record_of($object) }, version => $version, since => $since, read => $asked };
}

sub record_of {
    my ($object) = @_;
    my $kept = eval { $json->decode($object->{metadata}{annotations}{+ANNOTATION} // '{}') } // {};
    return {
        holder => $object->{spec}{holderIdentity} // '', system => $kept->{system}, timeline => $kept->{timeline}, list => $kept->{list} // [],
        copies => $kept->{copies} // 0, released => $kept->{released}, initialized => $kept->{initialized}, generation => $kept->{generation} // 0,
    };
}

1;
