#!/usr/bin/env perl
# Walks through all that may happen to three members, with the real decisions: every order of a bounded number of actions, and
# long walks by chance (always the same ones). Prints one JSON line.
#
#   explore.pl [--depth N] [--states N] [--walks N] [--length N] [--seed N] [--clocks agree|any] [--broken 'a rule of Mutants.pm'] [--way '["…"]']

use strict;
use warnings;
use FindBin;
use lib "$FindBin::RealBin/../../../../src/constructs/databases/postgresql", $FindBin::RealBin;
use Getopt::Long;
use JSON::PP;
use Storable qw(dclone);
use Faults ();
use Model ();
use Mutants ();

# --way: a JSON list of actions, played in their order; each must be possible.
my %option = (depth => 5, states => 1e9, walks => 200, length => 120, seed => 1, clocks => 'agree');
GetOptions(\%option, map { "$_=s" } qw(depth states walks length seed clocks broken way)) or exit 2;
Mutants::break_rule($option{broken}) if $option{broken};
my $AGREE = $option{clocks} eq 'agree';
my @NAMES = @Model::NAMES;
# How often each may happen on one way.
my %BUDGET = (write => 3, crash => 2, pause => 1, empty => 1, damage => 1);

my @ACTIONS = (
    (map { my $name = $_; (
        ["$name ticks", undef, sub { Model::tick($_[0], $name, 1, 0, 1) }],
        ["$name ticks, cut from the API server", undef, sub { Model::tick($_[0], $name, 0, 0, 1) }],
        ["$name ticks, cut from the others", undef, sub { Model::tick($_[0], $name, 1, 0, 0) }],
        ["$name ticks, its request is late", undef, sub { Model::tick($_[0], $name, 1, 1, 1) }],
        ["$name receives", undef, sub { Model::replicate($_[0], $name) }],
        ["a client writes to $name", 'write', sub { Model::client_writes($_[0], $name) }],
        ["$name crashes", 'crash', sub { Faults::crash($_[0], $name) }],
        ["$name starts", undef, sub { Faults::restart($_[0], $name) }],
        ["$name hangs", 'pause', sub { Faults::pause($_[0], $name) }],
        ["$name cannot start its server any more", 'damage', sub { Faults::damage($_[0], $name) }],
        ["$name goes on", undef, sub { Faults::resume($_[0], $name) }],
    ) } @NAMES),
    ['the oldest late request arrives', undef, sub { @{ $_[0]{puts} } ? Model::deliver($_[0], 0) : 0 }],
    ['the oldest late request is lost', undef, sub { @{ $_[0]{puts} } ? shift @{ $_[0]{puts} } : 0 }],
    ['somebody empties the Lease', 'empty', sub { Model::empty_lease($_[0]) }],
    $AGREE ? ['time passes', undef, sub { Model::advance($_[0], $_, !$Model::MUTANT{no_watchdog}) for @NAMES; 1 }]
        # Each clock as it likes, and nothing that stops a server but its own agent.
        : map { my $name = $_; ["time passes for $name", undef, sub { Model::advance($_[0], $name, 0) }] } @NAMES,
);

sub act {
    my ($state, $action) = @_;
    my ($what, $budget, $do) = @$action;
    return 0 if $budget && ($state->{used}{$budget} // 0) >= $BUDGET{$budget};
    $do->($state) or return 0;
    $state->{used}{$budget}++ if $budget;
    Model::acknowledge($state);
    return 1;
}

# Two states with the same key go on alike: of times only differences count.
sub key_of {
    my ($state) = @_;
    my @parts = (join(',', %{ $state->{used} // {} } ? map { "$_$state->{used}{$_}" } sort keys %{ $state->{used} } : ()), scalar @{ $state->{acked} });
    my $record = sub { my ($one) = @_; $one ? join ',', map { my $value = $one->{$_} // ''; ref $value eq 'ARRAY' ? "@$value" : ref $value ? "$value->{timeline}.$value->{lsn}" : $value }
        qw(holder timeline list copies released generation) : '' };
    push @parts, $state->{api}{version}, $record->($state->{api}{record});
    for my $member (@{ $state->{members} }) {
        my $now = $member->{clock};
        my $age = sub { my $age = $now - $_[0]; $age > 9 ? 9 : $age < -9 ? -9 : $age };
        push @parts, join ';', @{$member}{qw(up paused woken server cut follows copies proof damage failed_starts rewound copied)}, "@{ $member->{log} }", "@{ $member->{names} }",
            join(',', map { "$_$member->{confirmed}{$_}" } sort keys %{ $member->{confirmed} }), map { $age->($member->{$_}) } qw(valid renewed abstain down_since);
        push @parts, $member->{lease} ? join ',', $member->{lease}{version}, $age->($member->{lease}{since}), $age->($member->{lease}{read}) : '', $record->($member->{record});
        push @parts, map { my $peer = $member->{peers}{$_}; join ',', $_, $age->($peer->{at}), @{$peer}{qw(cut role version)}, $peer->{position} ? @{ $peer->{position} }{qw(timeline lsn)} : '' }
            sort keys %{ $member->{peers} };
    }
    push @parts, map { join ',', $_->{from}, $_->{version}, $_->{orphan} // 0, $record->($_->{record}) } @{ $state->{puts} };
    return join '|', @parts;
}

sub finish {
    my (%result) = @_;
    print JSON::PP->new->canonical->encode(\%result), "\n";
    exit($result{broken} ? 1 : 0);
}

if ($option{way}) {
    my ($state, %by_name) = (Model::formed(), map { $_->[0] => $_ } @ACTIONS);
    %BUDGET = map { $_ => 1e9 } keys %BUDGET;
    for my $what (@{ decode_json($option{way}) }) {
        act($state, $by_name{$what} // die "there is no action '$what'\n");
        my $broken = Model::broken($state, $AGREE);
        finish(broken => $broken, after => $what) if $broken;
    }
    finish(acked => $state->{acked}, holder => $state->{api}{record}{holder}, logs => { map { $_ => join ' ', @{ Model::member($state, $_)->{log} } } @NAMES });
}

# ---- Every order, up to a depth.
my ($states, @frontier, %seen) = (0, { state => Model::formed(), way => [] });
for my $depth (1 .. $option{depth}) {
    my @next;
    for my $node (@frontier) {
        for my $action (@ACTIONS) {
            my $state = dclone($node->{state});
            act($state, $action) or next;
            my $key = key_of($state);
            next if $seen{$key}++;
            $states++;
            my $way = [@{ $node->{way} }, $action->[0]];
            my $broken = Model::broken($state, $AGREE);
            finish(states => $states, depth => $depth, broken => $broken, way => $way) if $broken;
            push @next, { state => $state, way => $way };
            last if $states >= $option{states};
        }
        last if $states >= $option{states};
    }
    @frontier = @next;
    last if $states >= $option{states};
}

# ---- Long ways by chance. A generator of our own, so that every perl walks the same ones.
my $chance = $option{seed};
sub pick { my ($count) = @_; $chance = ($chance * 1103515245 + 12345) % 2147483648; return int($chance / 65536) % $count }

my $steps = 0;
# What goes on is more frequent than what disturbs, or no way would come far.
my @WEIGHTED = map { my $action = $_; ($action) x ($action->[0] =~ / ticks$/ ? 5 : $action->[0] =~ /time passes|receives|starts|goes on/ ? 3 : 1) } @ACTIONS;
%BUDGET = (write => 12, crash => 8, pause => 5, empty => 2, damage => 1);
for my $walk (1 .. $option{walks}) {
    my ($state, @way) = (Model::formed());
    for (1 .. $option{length}) {
        my $action = $WEIGHTED[pick(scalar @WEIGHTED)];
        next if $action->[1] && $action->[1] ne 'write' && pick(4);
        act($state, $action) or next;
        $steps++;
        push @way, $action->[0];
        my $broken = Model::broken($state, $AGREE);
        finish(states => $states, walk => $walk, broken => $broken, way => \@way) if $broken;
    }
    next unless $AGREE;
    my $away = pick(4);
    my $problem = goes_on($state, $away < 3 ? $NAMES[$away] : '');
    finish(states => $states, walk => $walk, broken => $problem, way => [@way, "all is well again, but for $NAMES[$away % 3]"]) if $problem;
}
finish(states => $states, depth => 0 + $option{depth}, walks => 0 + $option{walks}, steps => $steps);

# With a majority that is healthy, a write is acknowledged again.
sub goes_on {
    my ($state, $away) = @_;
    # One that is away is as much as the others bear, and so is one that cannot start.
    my $is_damaged = grep { $_->{damage} } @{ $state->{members} };
    my $is_whole = $state->{api}{record}{system} && !$is_damaged ? $away : '';
    Faults::crash($state, $is_whole) if $is_whole;
    $state->{puts} = [];
    for my $name (grep { $_ ne $is_whole } @NAMES) { Faults::resume($state, $name); Faults::restart($state, $name) }
    my $before = @{ $state->{acked} };
    for my $round (1 .. 80) {
        for my $name (map { @NAMES } 1 .. 3) { Model::tick($state, $name, 1, 0, 1) }
        for my $name (@NAMES) { Model::client_writes($state, $name) if $round % 5 == 0 }
        for my $name (@NAMES) { Model::replicate($state, $name) for 1 .. 40 }
        Model::acknowledge($state);
        my $broken = Model::broken($state, 1);
        return $broken if $broken;
        return undef if @{ $state->{acked} } > $before && !grep { $_->{damage} } @{ $state->{members} };
        Model::advance($state, $_, 1) for @NAMES;
    }
    if ($ENV{EXPLAIN}) {
        for my $name (@NAMES) {
            my $member = Model::member($state, $name);
            my $step = $member->{up} ? PostgresqlDecision::decide(Model::view_of($state, $name)) : { do => 'away', why => '' };
            print STDERR "$name: $member->{server} follows '$member->{follows}' log @{ $member->{log} }; $step->{do}: $step->{why}\n";
        }
        print STDERR JSON::PP->new->canonical->encode($state->{api}), "\n";
    }
    return "nobody goes on without '$is_whole'";
}
