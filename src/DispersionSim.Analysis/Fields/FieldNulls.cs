namespace DispersionSim.Analysis;

/// <summary>The nulls of a field's phases; of two phases both have the same, which is drawn once.</summary>
internal sealed class FieldNulls(VoxelField field, FieldStudyOptions options)
{
    private readonly Dictionary<(byte Label, bool Outside), (SphereFields? Spheres, string Why)> made = [];

    /// <summary>The null of a phase; null where none is asked for, or, with a note, where there is none.</summary>
    /// <remarks>What fills more than half of a field is no spheres: what is outside it is taken for them.</remarks>
    public PhaseNull? Of(byte label, List<string> notes)
    {
        if (options.Simulations == 0)
        {
            return null;
        }

        bool outside = PhaseProfile.Fraction(field, label) > 0.5;
        (byte Label, bool Outside) key = outside && field.Present.Count == 2 ? (field.Present.First(l => l != label), false) : (label, outside);
        if (!made.TryGetValue(key, out (SphereFields? Spheres, string Why) found))
        {
            VoxelField particles = new([.. field.Labels.Select(l => (byte)((l == key.Label) != key.Outside ? 1 : 0))], field.Shape, 1);
            found = (SphereFields.Like(particles, options.Threads, out string why), why);
            made[key] = found;
        }

        if (found.Spheres is { } spheres)
        {
            return new(field, label, options, spheres, outside);
        }

        notes.Add($"phase {label}: has no null of random spheres: {found.Why}");
        return null;
    }
}
