package Faults;

# What happens to a member of the model. Each says whether it could happen.

use strict;
use warnings;
use Model ();

sub crash {
    my ($state, $name) = @_;
    my $member = Model::member($state, $name);
    return 0 unless $member->{up};
    @{$member}{qw(up paused woken server follows)} = (0, 0, 0, 'none', '');
    $_->{orphan} = 1 for grep { $_->{from} eq $name } @{ $state->{puts} };
    return 1;
}

# Its server ends, and does not start again before it has a copy: a rewind does not help.
sub damage {
    my ($state, $name) = @_;
    my $member = Model::member($state, $name);
    return 0 if !$member->{up} || $member->{paused} || $member->{damage};
    @{$member}{qw(damage server follows stopped_at)} = (1, 'none', '', undef);
    return 1;
}

# What is not on the disk is gone.
sub restart {
    my ($state, $name) = @_;
    my $member = Model::member($state, $name);
    return 0 if $member->{up};
    @{$member}{qw(up server follows names confirmed valid renewed lease peers abstain down_since stopped_at failed_starts rewound copied)}
        = (1, 'none', '', [], {}, 0, -99, undef, {}, 0, $member->{clock}, undef, 0, 0, 0);
    $member->{cut} = '' if $Model::MUTANT{forgets_promise};
    return 1;
}

sub pause {
    my ($state, $name) = @_;
    my $member = Model::member($state, $name);
    return 0 if !$member->{up} || $member->{paused};
    $member->{paused} = 1;
    $_->{orphan} = 1 for grep { $_->{from} eq $name } @{ $state->{puts} };
    return 1;
}

sub resume {
    my ($state, $name) = @_;
    my $member = Model::member($state, $name);
    return 0 unless $member->{paused};
    @{$member}{qw(paused woken)} = (0, 1);
    return 1;
}

1;
