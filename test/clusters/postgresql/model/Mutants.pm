package Mutants;

# The protocol with one rule broken. The explorer must find what goes wrong, else it would prove nothing.

use strict;
use warnings;
no warnings 'redefine';
use Model ();

our %RULES = (
    'the list shrinks before the server knows' => sub {
        my $right = \&PostgresqlMembership::decide;
        *PostgresqlMembership::decide = sub {
            my ($view) = @_;
            my $wanted = PostgresqlMembership::wanted($view);
            my $list = $view->{lease}{list};
            return $right->($view) if @{ $wanted->{list} } >= @$list;
            return PostgresqlMembership::write_list($view, 'too early', $wanted->{list}, $wanted->{in_lease});
        };
    },
    'the server gets names before the list has them' => sub {
        my $right = \&PostgresqlMembership::decide;
        *PostgresqlMembership::decide = sub {
            my ($view) = @_;
            my $wanted = PostgresqlMembership::wanted($view);
            my $names = [grep { $_ ne $view->{me} } @{ $wanted->{list} }];
            return $right->($view) if PostgresqlMembership::same($names, $view->{own}{names});
            return PostgresqlMembership::step('names', 'too early', names => $names, copies => $wanted->{copies});
        };
    },
    'the list shrinks before what was acknowledged is on its members' => sub { $Model::MUTANT{confirms_at_once} = 1 },
    'a promise is forgotten by a restart' => sub { $Model::MUTANT{forgets_promise} = 1 },
    'one answer too few is enough' => sub {
        my $right = \&PostgresqlDecision::as_candidate;
        *PostgresqlDecision::as_candidate = sub {
            my ($view) = @_;
            return $right->({ %$view, lease => { %{ $view->{lease} }, copies => $view->{lease}{copies} + 1 } });
        };
    },
    'positions are compared without time lines' => sub { *PostgresqlDecision::compare_positions = sub { $_[0]{lsn} <=> $_[1]{lsn} } },
    'a time line is used again' => sub {
        my $right = \&PostgresqlDecision::take;
        *PostgresqlDecision::take = sub {
            my $step = $right->(@_);
            $step->{record}{timeline} = $_[0]{own}{position}{timeline} + 1;
            return $step;
        };
    },
    'a holder whose Lease is over goes on' => sub { *PostgresqlDecision::is_writing = sub { 0 }; $Model::MUTANT{no_watchdog} = 1 },
    'others may take the Lease at once' => sub { *PostgresqlDecision::is_stale = sub { 1 } },
    'who cannot start tries for ever' => sub {
        my $right = \&PostgresqlDecision::as_follower;
        *PostgresqlDecision::as_follower = sub {
            my ($view) = @_;
            return $right->({ %$view, own => { %{ $view->{own} }, failed_starts => 0 } });
        };
    },
    'a rewind that did not help is tried again' => sub {
        my $right = \&PostgresqlDecision::from_leader;
        *PostgresqlDecision::from_leader = sub {
            my ($view, $why) = @_;
            return $right->({ %$view, own => { %{ $view->{own} }, rewound => 0 } }, $why);
        };
    },
    'an emptied Lease is filled without asking all' => sub {
        my $right = \&PostgresqlEmptyLease::decide;
        *PostgresqlEmptyLease::decide = sub {
            my ($view) = @_;
            return $right->({ %$view, members => [grep { $_ eq $view->{me} || $view->{peers}{$_} } @{ $view->{members} }], peers => { map { $_ => { %{ $view->{peers}{$_} }, fresh => 1, version => $view->{lease}{version} } } keys %{ $view->{peers} } } });
        };
    },
);

sub break_rule {
    my ($name) = @_;
    my $change = $RULES{$name} or die "there is no rule '$name'\n";
    $change->();
}

1;
