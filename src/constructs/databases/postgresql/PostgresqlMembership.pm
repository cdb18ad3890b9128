package PostgresqlMembership;

# Which members acknowledge writes. Two places say it: the list in the Lease, which a new primary believes, and
# `synchronous_standby_names` of the server. What keeps acknowledged writes: **the names of the server are always a part of
# the list, and it waits for at least as many copies as the Lease says.** So the order is
#   1. the Lease gets the new members (and the lower number of copies) first,
#   2. then the server gets the new names. They count when every walsender works by them *and* all that the server
#      acknowledged until then is on enough of the new members,
#   3. then the Lease loses those that are gone (and gets the higher number).
# The other way round, for either, loses writes: test/clusters/postgresql/explore.pl shows how.

use strict;
use warnings;

sub decide {
    my ($view) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    my $wanted = wanted($view);
    return step('initialize', 'nobody did it yet') unless $lease->{initialized};

    my @list = @{ $lease->{list} };
    my @union = union(\@list, $wanted->{list});
    my $lower = $lease->{copies} < $wanted->{in_lease} ? $lease->{copies} : $wanted->{in_lease};
    if (@union > @list || $lower < $lease->{copies}) {
        return write_list($view, 'the list of the Lease grows first', \@union, $lower);
    }
    my $names = [grep { $_ ne $view->{me} } @{ $wanted->{list} }];
    if (!same($own->{names}, $names) || $own->{copies} != $wanted->{copies}) {
        return step('names', 'the server waits for others', names => $names, copies => $wanted->{copies});
    }
    if (!same(\@list, $wanted->{list}) || $lease->{copies} != $wanted->{in_lease}) {
        return step('wait', 'not all that was acknowledged is on the new members yet') unless $own->{confirmed};
        return write_list($view, 'the list of the Lease shrinks last', $wanted->{list}, $wanted->{in_lease});
    }
    return step('wait', 'leading');
}

sub step {
    my ($do, $why, %more) = @_;
    return { do => $do, why => $why, %more };
}

# Who should acknowledge: those that stream, and those that were away for a moment only. Never fewer than are needed:
# who is the last one to be able to stays on the list, and writes wait for it.
sub wanted {
    my ($view) = @_;
    my @near = grep { is_near($view, $_) } @{ $view->{members} };
    my @far = grep { my $name = $_; $name ne $view->{me} && !grep { $_ eq $name } @near } @{ $view->{lease}{list} };
    my $copies = $view->{copies};
    # With 0, a member that waits for nobody: a standby if there is one.
    if ($copies == 0) { $copies = @near > 0 ? 1 : 0; @far = () }
    push @near, @far if @near < $copies;
    my @list = sort $view->{me}, @near;
    my $in_lease = $copies < @list - 1 ? $copies : @list - 1;
    return { list => \@list, copies => $copies, in_lease => $in_lease };
}

sub is_near {
    my ($view, $name) = @_;
    return 0 if $name eq $view->{me};
    my $standby = $view->{standbys}{$name} or return 0;
    return 1 if $standby->{streaming};
    my $is_listed = grep { $_ eq $name } @{ $view->{lease}{list} };
    return $is_listed && $view->{now} - $standby->{since} < $view->{timers}{take};
}

# The first names of a new primary are those of the list, also of the one that led: what the Lease says holds from the first write on.
sub first_names {
    my ($view) = @_;
    return [grep { $_ ne $view->{me} } @{ $view->{lease}{list} }];
}

sub first_copies {
    my ($view) = @_;
    my ($wanted, $promised) = ($view->{copies}, $view->{lease}{copies});
    return $wanted > $promised ? $wanted : $promised;
}

sub write_list {
    my ($view, $why, $list, $copies) = @_;
    my $lease = $view->{lease};
    return step('write', $why, record => {
        (map { $_ => $lease->{$_} } qw(holder system timeline released initialized)),
        list => $list, copies => $copies, generation => $lease->{generation} + 1,
    });
}

sub union {
    my ($left, $right) = @_;
    my %seen = map { $_ => 1 } @$left, @$right;
    return sort keys %seen;
}

sub same {
    my ($left, $right) = @_;
    return join(',', sort @$left) eq join(',', sort @$right);
}

1;
