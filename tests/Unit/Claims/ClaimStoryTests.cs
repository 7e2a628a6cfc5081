using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Five electrodes whose verdicts follow from the wording of the claims alone.</summary>
public sealed class ClaimStoryTests
{
    private static readonly int[] All = [.. Enumerable.Range(1, 16)];

    [Fact]
    public void The_dispersed_electrode_supports_every_claim_but_that_of_conductive_powder()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().Decide();

        Assert.Equal(All, verdicts.Select(v => v.Claim));
        Assert.Equal(All.Where(c => c != 9), ClaimCase.Numbers(verdicts, Verdict.Supported));
        Assert.Equal([9], ClaimCase.Numbers(verdicts, Verdict.NotSupported));
        Assert.Equal([9], ClaimCase.OwnNotMet(verdicts));
    }

    [Fact]
    public void With_conductive_powder_in_the_layer_all_sixteen_claims_are_supported() =>
        Assert.Equal(All, ClaimCase.Numbers(new ClaimCase().WithPowder().Decide(), Verdict.Supported));

    [Fact]
    public void Powder_that_is_declared_but_not_found_in_the_layer_supports_nothing()
    {
        ClaimVerdict ninth = new ClaimCase().Declare(d => d with { ConductivePowder = true }).With("conductive powder volume fraction", 0, 0).Decide()[8];
        Assert.Equal((Condition.NotMet, Verdict.NotSupported), (ninth.Own, ninth.Verdict));
    }

    [Fact]
    public void Unbroken_agglomerates_support_none_of_the_claims()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase()
            .With("surviving feedstock bonds", 0.9, 0.02)
            .With("mass in parent fragments > 5", 0.95, 0.03)
            .With("quadrat variance ratio, 2 d50 windows", 6, 1.5)
            .Decide();

        Assert.Equal(All, ClaimCase.Numbers(verdicts, Verdict.NotSupported));
        Assert.Equal([1, 9, 11], ClaimCase.OwnNotMet(verdicts));
        Assert.Contains("surviving feedstock bonds 0.9 [0.88, 0.92] against ≤ 0.05", verdicts[10].Why, StringComparison.Ordinal);
        Assert.Contains("claim 1, on which it rests, is not supported", verdicts[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Bridged_agglomerates_that_break_into_pieces_support_neither_the_method_nor_the_electrode()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase()
            .With("surviving feedstock bonds", 0.3, 0.04)
            .With("mass in parent fragments > 5", 0.2, 0.05)
            .Decide();

        Assert.Equal(All, ClaimCase.Numbers(verdicts, Verdict.NotSupported));
        Assert.Equal([1, 9, 11], ClaimCase.OwnNotMet(verdicts));
    }

    [Fact]
    public void An_anneal_in_air_fails_every_claim_by_its_atmosphere_and_7_and_12_by_their_own_condition()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().WithPowder()
            .Declare(d => d with { AtmosphereName = "air", OxygenPartialPressure = 21_000, NonOxidizing = false })
            .With("binder remaining fraction", 0.07, 0)
            .Decide();

        Assert.Equal(All, ClaimCase.Numbers(verdicts, Verdict.NotSupported));
        Assert.Equal([1, 7, 10, 11, 12], ClaimCase.OwnNotMet(verdicts));
        Assert.Contains("sintering atmosphere: air, oxygen 2.1E+04 Pa", verdicts[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_smooth_foil_fails_claims_3_4_and_10_alone()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().WithPowder().With("foil Ra", 0.05e-6, 0.002e-6, "m").Decide();

        Assert.Equal([3, 4, 10], ClaimCase.OwnNotMet(verdicts));
        Assert.Equal([3, 4, 10], ClaimCase.Numbers(verdicts, Verdict.NotSupported));
        Assert.Equal(All.Except([3, 4, 10]), ClaimCase.Numbers(verdicts, Verdict.Supported));
    }

    [Fact]
    public void Too_few_replicates_leave_every_measured_claim_open_and_say_how_many_are_needed()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase { Replicates = 3 }.Decide();

        Assert.Equal(All.Where(c => c != 9), ClaimCase.Numbers(verdicts, Verdict.Inconclusive));
        Assert.Contains("only 3 replicates; 8 are needed", verdicts[0].Why, StringComparison.Ordinal);
        Assert.Equal(Condition.Met, verdicts[1].Own);
        Assert.Equal(Condition.Inconclusive, verdicts[2].Own);
    }

    [Fact]
    public void A_declared_condition_that_fails_needs_no_replicates()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase { Replicates = 1 }.Declare(d => d with { NonOxidizing = false }).Decide();

        Assert.Equal(All, ClaimCase.Numbers(verdicts, Verdict.NotSupported));
    }

    [Fact]
    public void Claim_1_allows_a_mean_diameter_of_exactly_one_micrometre_and_claim_11_does_not()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase()
            .With("mean diameter D[1,0]", 1e-6, 0, "m")
            .With("median diameter D50,v", 1e-6, 0, "m")
            .Decide();

        Assert.Equal(Condition.Met, verdicts[0].Own);
        Assert.Equal(Condition.NotMet, verdicts[10].Own);
    }

    [Fact]
    public void Two_means_on_either_side_of_the_limit_decide_nothing()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().With("median diameter D50,v", 1.2e-6, 0.02e-6, "m").Decide();

        Assert.Equal(Condition.Inconclusive, verdicts[0].Own);
        Assert.Equal(Condition.Inconclusive, verdicts[10].Own);
        Assert.Contains("the two means do not agree", verdicts[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_as_uneven_as_this_fails_the_electrode_but_not_the_method()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().With("depth slope minus null", 0.5, 0.1).Decide();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15], ClaimCase.Numbers(verdicts, Verdict.NotSupported));
        Assert.Equal([11, 12, 13, 14, 16], ClaimCase.Numbers(verdicts, Verdict.Supported));
    }

    [Fact]
    public void Binder_windows_of_2_um_that_do_not_fit_decide_nothing_and_nothing_takes_their_place()
    {
        // A metric whose window does not fit the segment is not reported and does not decide; the windows of 2 d50 are only reported.
        ClaimCase small = new ClaimCase().Without("binder variance ratio, 2 um windows").Without("quadrat variance ratio, 4 d50 windows");

        Assert.Equal(Condition.Met, small.Decide()[0].Own);
        Assert.Equal(Condition.Met, small.With("binder variance ratio, 2 d50 windows", 3, 0.1).Decide()[0].Own);
    }

    [Fact]
    public void Without_any_window_size_uniformity_stays_open()
    {
        ClaimVerdict first = new ClaimCase().Without("quadrat variance ratio, 2 d50 windows").Without("quadrat variance ratio, 4 d50 windows").Decide()[0];
        Assert.Equal(Condition.Inconclusive, first.Own);
    }

    [Fact]
    public void A_profile_shorter_than_iso_asks_keeps_its_name_in_the_evidence()
    {
        ClaimVerdict third = new ClaimCase().Without("foil Ra").With("Ra", 0.3e-6, 0.01e-6, "m", "not ISO: 0.13 mm, each profile about its own line, no filter").Decide()[2];
        Assert.Equal((Condition.Met, "Ra (not ISO: 0.13 mm)"), (third.Own, third.Evidence[0].Name));
    }

    [Fact]
    public void Evidence_carries_its_figures_its_rule_and_its_margin()
    {
        Evidence roughness = Assert.Single(new ClaimCase().Decide()[2].Evidence);

        Assert.Equal(("foil Ra", EvidenceKind.Measured, 0.32e-6, "m", Condition.Met), (roughness.Name, roughness.Kind, roughness.Value, roughness.Unit, roughness.Outcome));
        Assert.Equal("≥ 0.2 µm", roughness.Threshold);
        Assert.Equal("would flip at 0.2 µm; the interval's near end is 0.31 µm", roughness.Margin);
    }

    [Fact]
    public void Margins_name_the_limit_that_would_turn_each_deciding_quantity()
    {
        ClaimCase made = new();
        IReadOnlyList<ClaimMargin> margins = ClaimDecider.Margins(made.Analysis(), made.Declared, new());

        Assert.Equal(new(3, "foil Ra", 0.32e-6, new(0.32e-6 - 0.01e-6, 0.32e-6 + 0.01e-6), 0.2e-6, AtMost: false, "m"), Assert.Single(margins, m => m.Claim == 3));
        Assert.Contains(margins, m => m is { Claim: 1, Name: "binder in top third over mean", Limit: 1.25, AtMost: true });
        Assert.Contains(margins, m => m is { Claim: 11, Name: "surviving feedstock bonds", Limit: 0.05, AtMost: true });
        Assert.DoesNotContain(margins, m => m.Claim is 2 or 5 or 6);
    }

    [Fact]
    public void The_stress_margin_is_shown_with_the_method_and_decides_nothing()
    {
        ClaimVerdict method = new ClaimCase().With("stress margin", 0.4, 0.01).With("share of primaries below stress margin 1", 0.9, 0.01).Decide()[10];

        Assert.Equal(Condition.Met, method.Own);
        Assert.Equal(2, method.Evidence.Count(e => e.Threshold.EndsWith("(reported, decides nothing)", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_simulated_cell_leaves_the_batteries_open_and_no_positive_electrode_fails_them()
    {
        Assert.Equal([Verdict.Inconclusive, Verdict.Inconclusive], new ClaimCase { Cell = null }.Decide().Skip(14).Select(v => v.Verdict));
        Assert.Equal([Verdict.NotSupported, Verdict.NotSupported], new ClaimCase { Cell = null }.Declare(d => d with { PositiveElectrode = null }).Decide().Skip(14).Select(v => v.Verdict));
    }

    // Section 11: at least eight replicates, and wholly on one side, before a measured condition is met or not met.
    [Theory]
    [InlineData(8, 8, Condition.Met)]
    [InlineData(7, 8, Condition.Inconclusive)]
    [InlineData(1, 8, Condition.Inconclusive)]
    [InlineData(0, 8, Condition.NotMet)]
    [InlineData(2, 2, Condition.Inconclusive)]
    [InlineData(0, 2, Condition.Inconclusive)]
    public void Batteries_are_decided_by_all_cells_of_enough_replicates(int working, int cells, Condition own)
    {
        ClaimVerdict[] batteries = [.. new ClaimCase { Cell = ClaimCase.Cells(working, cells) }.Decide().Skip(14)];
        Assert.All(batteries, v => Assert.Equal(own, v.Own));
        Assert.Equal(cells < 8, batteries.All(v => v.Why.Contains("only 2 replicates; 8 are needed", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_alloy_is_named_and_fails_only_the_claims_that_ask_for_silicon()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().Declare(d => d with { ActiveMaterial = ActiveMaterial.SiliconAlloy, AlloyName = "Si-Ti" }).Decide();
        Assert.Equal("silicon alloy (Si-Ti)", verdicts[0].Evidence.Single(e => e.Name == "active material").Text);
        Assert.Equal([2, 9, 10], ClaimCase.OwnNotMet(verdicts));
        Assert.Equal([2, 4, 9, 10], ClaimCase.Numbers(verdicts, Verdict.NotSupported));
    }

    [Fact]
    public void Every_threshold_says_where_it_comes_from() =>
        Assert.All(typeof(ClaimThresholds).GetProperties().Where(p => p.Name != "EqualityContract"), p =>
        {
            var text = (System.ComponentModel.DescriptionAttribute?)Attribute.GetCustomAttribute(p, typeof(System.ComponentModel.DescriptionAttribute));
            Assert.Matches("wording of|uniformity rule|own definition", text?.Description ?? "");
        });
}
