namespace DispersionSim.Tests.Approval;

public sealed class BadRecipeTests
{
    [Theory]
    [InlineData("shear_rat = \"5e4 1/s\"", "bad.toml:2", "dispersion.shear_rat", "did you mean 'shear_rate'")]
    [InlineData("shear_rate = \"5 um\"", "bad.toml:2", "dispersion.shear_rate", "1/s")]
    [InlineData("shear_rate = 5e4", "bad.toml:2", "dispersion.shear_rate", "1/s")]
    [InlineData("strain = 1e9", "bad.toml:2", "dispersion.strain", "1000")]
    [InlineData("strain = ", "bad.toml:2")]
    public void A_bad_line_is_named_with_its_file_number_and_remedy(string line, params string[] words)
    {
        using ScratchFolder scratch = new();
        string recipe = scratch.Write("bad.toml", $"[dispersion]\n{line}\n");
        Refusal.Says(CliProcess.Run("run", recipe, "--quiet", "--out", scratch.At("run")), words);
        Assert.False(Directory.Exists(scratch.At("run")));
    }

    [Theory]
    [InlineData("stages=[\"feedstock\",\"coating\",\"dispersion\",\"drying\",\"pressing\",\"heat-treatment\"]", "\"coating\" cannot follow \"feedstock\"", "the order is")]
    [InlineData("quality.preview.primaries=0", "quality.preview.primaries=0", "between 1 and")]
    [InlineData("foil.topography.target_ra=\"1 m\"", "foil.topography.target_ra", "10 um")]
    [InlineData("feedstock.granule_packing=0.9", "feedstock.granule_packing", "0.6")]
    [InlineData("feedstock.granule_packing=0.58", "feedstock.granule_packing = 0.58", "at most 0.55 with granule_making = \"deposited\"", "compacted")]
    [InlineData("feedstock.fused_size=100", "feedstock.fused_size = 100", "agglomerate_size_maximum = 60")]
    [InlineData("interaction.adhesion.steric_thickness=\"5 nm\"", "interaction.adhesion.steric_thickness = 5e-09 m", "source = \"computed\"")]
    [InlineData("interaction.adhesion.steric_spacing=\"3 nm\"", "interaction.adhesion.steric_spacing", "steric_thickness")]
    [InlineData("interaction.adhesion.steric_spacing=\"-3 nm\"", "interaction.adhesion.steric_spacing", "between 200 pm and 0.1 um")]
    [InlineData("slurry.solids_mass_fraction=0.999", "slurry.solids_mass_fraction", "0.7")]
    [InlineData("feedstock.agglomerate_size_minimum=80", "agglomerate_size_maximum = 60", "agglomerate_size_minimum = 80")]
    [InlineData("slurry.zero_shear_viscosity=\"1 mPa s\"", "slurry.zero_shear_viscosity = \"1 mPa s\"", "infinite_shear_viscosity = \"1.7 mPa s\"")]
    [InlineData("slurry.zero_shear_viscosity=\"0 Pa s\"", "slurry.zero_shear_viscosity", "between 100 uPa s and 1 kPa s")]
    [InlineData("interaction.pull_off_force=\"-1 nN\"", "interaction.pull_off_force", "between 0 N and 1 uN")]
    [InlineData("feedstock.fractal_dimension=1.2", "feedstock.fractal_dimension", "between 1.7 and 2.5")]
    [InlineData("interaction.adhesion.separation=\"0 nm\"", "interaction.adhesion.separation", "10 pm")]
    [InlineData("dispersion.rate_spread=0.5", "dispersion.rate_spread", "between 1 and 10")]
    [InlineData("nonsense", "nonsense")]
    public void An_impossible_value_is_named_with_what_is_allowed(string set, params string[] words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("run", "--set", set, "--quiet", "--out", scratch.At("run")), words);
        Assert.False(Directory.Exists(scratch.At("run")));
    }

    [Fact]
    public void A_fractal_law_that_touching_spheres_cannot_obey_is_refused_with_its_miss()
    {
        using ScratchFolder scratch = new();
        string[] law = ["--set", "feedstock.fractal_dimension=2.1", "--set", "feedstock.fractal_prefactor=2.5"];
        Refusal.Says(CliProcess.Run(["run", .. law, "--quiet", "--out", scratch.At("run")]), "feedstock.fractal_dimension = 2.1", "fractal_prefactor = 2.5", "without overlap", "a smaller prefactor");
    }

    [Fact]
    public void A_fractal_law_out_of_reach_is_refused_before_a_powder_is_built()
    {
        // Three agglomerates of the least size are tried; of twenty thousand primaries none is placed.
        using ScratchFolder scratch = new();
        string[] law = ["--set", "feedstock.fractal_dimension=2.05", "--set", "feedstock.fractal_prefactor=2.2", "--set", "quality.preview.primaries=20000"];
        Refusal.Says(CliProcess.Run(["run", .. law, "--replicates", "1", "--quiet", "--out", scratch.At("run")]), "feedstock.fractal_dimension = 2.05", "fractal_prefactor = 2.2", "a smaller prefactor");
    }

    [Fact]
    public void A_box_that_may_not_be_diluted_and_is_too_small_for_its_largest_agglomerate_is_refused_with_what_it_would_need()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run(["run", .. ShortRuns.Small(100), "--set", "dispersion.dilute=false", "--quiet", "--out", scratch.At("run")]);
        Refusal.Says(result, "dispersion.largest_solids_fraction = 0.2", "dilute = false", "largest extent", "find room only at 0.");
    }

    [Fact]
    public void A_fault_while_shearing_names_its_cause_and_the_stages_before_it_are_gone_on_with()
    {
        // In tier T3 a cluster that spans the box cannot be computed, and this powder fills it.
        using ScratchFolder scratch = new();
        string[] dense = ["--set", "dispersion.hydrodynamics=t3", "--set", "dispersion.largest_solids_fraction=0.5", "--set", "dispersion.brownian=off", "--set", "feedstock.free_fraction=1"];
        CliResult fault = CliProcess.Run(["run", .. ShortRuns.Small(60, "12"), .. dense, "--quiet", "--out", scratch.At("run")]);
        Refusal.Says(fault, "spans the periodic box", "take tier t1", "the last checkpoints are kept", "dispersionsim resume");
        string powder = scratch.At("run", "replicates", "01", "checkpoints", "01-feedstock.checkpoint");
        DateTime written = File.GetLastWriteTimeUtc(powder);
        Refusal.Says(CliProcess.Run("resume", scratch.At("run"), "--quiet"), "spans the periodic box");
        Assert.Equal(written, File.GetLastWriteTimeUtc(powder));
    }

    [Fact]
    public void A_missing_recipe_is_named() => Refusal.Says(CliProcess.Run("run", "nowhere.toml"), "nowhere.toml", "no such file");

    [Theory]
    [InlineData("--replicates", "0")]
    [InlineData("--threads", "0")]
    [InlineData("--device", "abacus")]
    [InlineData("--quality", "sublime")]
    public void A_bad_option_is_named(string option, string value)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("run", option, value, "--out", scratch.At("run")), value);
    }

    [Theory]
    [InlineData("run: there is no option --bogus;", "run", "--bogus")]
    [InlineData("run: there is no option --bogus;", "run", "--bogus=3", "si-pi-cu")]
    [InlineData("run: there is no option --relicates;", "run", "si-pi-cu", "--relicates", "2")]
    [InlineData("run: there is no option -q;", "run", "-q")]
    [InlineData("run: there is no option --jsn;", "run", "--out", "--jsn")]
    [InlineData("recipe check: there is no option --bogus;", "recipe", "check", "--bogus")]
    [InlineData("devices: there is no option --bogus;", "devices", "--bogus")]
    [InlineData("analyze surface: there is no option --unti;", "analyze", "surface", "foil.txt", "--unti", "um")]
    public void An_unknown_option_is_named_with_the_known_ones_and_nothing_is_run(string said, params string[] arguments) =>
        Refusal.Says(CliProcess.Run(arguments), said, "known: --", "--json", "--help");

    [Theory]
    [InlineData("--threads two: must be a whole number", "run", "--threads", "two")]
    [InlineData("--out: its value is missing before --quiet", "run", "--out", "--quiet")]
    [InlineData("--compare: its value is missing, or one of them", "bench", "--compare", "a.json")]
    [InlineData("dem: its argument is missing", "dem", "--quiet")]
    public void A_word_of_the_command_line_that_is_missing_or_cannot_be_read_is_named(string said, params string[] arguments) =>
        Refusal.Says(CliProcess.Run(arguments), said);

    [Theory]
    [InlineData("dispersionsim: there is no command anlyze; known: run, ", "anlyze", "points", "p.csv")]
    [InlineData("analyze: there is no command point; known: surface, ", "analyze", "point", "p.csv")]
    [InlineData("si-pi-cuu: there is no such file, and no recipe of that name comes with the program; known: air-anneal, ", "run", "si-pi-cuu")]
    public void An_unknown_command_or_recipe_is_named_with_the_known_ones(string said, params string[] arguments) => Refusal.Says(CliProcess.Run(arguments), said);

    [Fact]
    public void What_follows_two_dashes_is_a_recipe_however_it_looks() =>
        Refusal.Says(CliProcess.Run("run", "--", "--bogus"), "--bogus: there is no such file");

    [Fact]
    public void A_press_target_that_is_passed_already_names_both_figures()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run(["run", "unbroken", .. ShortRuns.Small(60, "4"), "--set", "pressing.target=porosity", "--set", "pressing.porosity=0.6", "--quiet", "--out", scratch.At("run")]);
        Refusal.Says(result, "pressing.porosity = 0.6", "the dried layer is already at porosity 0.");
    }

    [Fact]
    public void Aggregates_larger_than_the_run_are_refused_with_both_numbers()
    {
        string file = SharedData.Path(RealInputTests.Aggregate);
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run(["run", .. ShortRuns.Small(100), "--set", $"feedstock.aggregate_files=[\"{file}\"]", "--quiet", "--out", scratch.At("run")]);
        Refusal.Says(result, "128 primaries", "wants 100");
    }
}
