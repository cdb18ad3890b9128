package PostgresqlEmptyLease;

# A Lease without a record: the cluster never had data, or a deployer wrote its empty Lease over the full one. Data in any
# member counts more than the Lease, so `initdb` needs the word of every member that it has none.

use strict;
use warnings;

sub decide {
    my ($view) = @_;
    my ($own, $lease) = @{$view}{qw(own lease)};
    # Who leads and still may: it knows the record best.
    if ($own->{server} eq 'primary') {
        return step('stop', 'the Lease is empty, and I do not know what was in it', mode => 'fast') unless $own->{record};
        return write_record($view, 'the Lease was emptied: filled again', { %{ $own->{record} }, holder => $view->{me} });
    }
    return begun($view) if $lease->{holder} eq $view->{me} && !$own->{record};
    return step('wait', "$own->{job} is running") if $own->{job};
    my @silent = grep { $_ ne $view->{me} && !sees_the_same($view, $view->{peers}{$_}) } @{ $view->{members} };
    return step('wait', 'the Lease is empty; I wait for an answer of ' . join(', ', @silent)) if @silent;
    my @all = ({ %$own, name => $view->{me} }, map { { %{ $view->{peers}{$_} }, name => $_ } } grep { $_ ne $view->{me} } @{ $view->{members} });
    return step('wait', 'the Lease is empty, and the member that leads fills it') if grep { ($_->{role} // '') eq 'primary' } @all;
    return from_members($view, \@all);
}

# What a member says of the past counts only if it saw the very Lease that I see.
sub sees_the_same {
    my ($view, $peer) = @_;
    return $peer && $peer->{fresh} && $peer->{version} eq $view->{lease}{version};
}

sub from_members {
    my ($view, $all) = @_;
    my @records = sort { $b->{generation} <=> $a->{generation} } grep { $_ } map { $_->{record} } @$all;
    if (@records) {
        # Nobody leads: as after a release without a position, whoever wants to lead must ask.
        return write_record($view, 'the Lease was emptied: filled from the members', { %{ $records[0] }, holder => '', released => undef });
    }
    my @with_data = grep { $_->{data} ne 'none' } @$all;
    return step('wait', 'several members have data, and nobody knows the Lease: ' . join(', ', map { $_->{name} } @with_data)) if @with_data > 1;
    if (@with_data) {
        my ($only) = @with_data;
        return step('wait', "$only->{name} has the data and writes the Lease") if $only->{name} ne $view->{me};
        return adopt($view, 1);
    }
    return step('wait', "$view->{members}[0] begins") if $view->{me} ne $view->{members}[0];
    return step('write', 'nobody has data: I begin', takes => 1, record => { holder => $view->{me}, generation => 0 });
}

# The Lease says that I begin. Also after a restart half way.
sub begun {
    my ($view) = @_;
    my $own = $view->{own};
    return step('wait', "$own->{job} is running") if $own->{job};
    return step('initdb', 'the Lease says that I begin') if $own->{data} eq 'none';
    return adopt($view, 0);
}

# Data that nobody else has: of `initdb`, or of a restore.
sub adopt {
    my ($view, $is_initialized) = @_;
    my $own = $view->{own};
    return step('start', 'to know what I have', follow => '') if $own->{server} eq 'none';
    return step('wait', 'the server is starting') unless $own->{server} eq 'standby' && $own->{position};
    return write_record($view, 'my data is the data of this cluster', {
        holder => $view->{me}, system => $own->{system}, timeline => $own->{position}{timeline} + 1, list => [$view->{me}], copies => 0,
        generation => 0, initialized => $is_initialized,
    });
}

sub write_record {
    my ($view, $why, $record) = @_;
    return step('write', $why, takes => $record->{holder} eq $view->{me} ? 1 : 0, record => { %$record, generation => $record->{generation} + 1 });
}

sub step {
    my ($do, $why, %more) = @_;
    return { do => $do, why => $why, %more };
}

1;
