namespace DispersionSim.Cli;

/// <summary>What a call of a kernel must move and compute, counted from its own columns.</summary>
/// <remarks>
/// Bytes are the compulsory traffic: every column entry that a kernel reads or writes counts once a call, however often it is gathered;
/// a column both read and written counts twice. Flops are counted by hand in the kernel's usual branch, a root or a division as one.
/// </remarks>
/// <param name="LinkBytes">Bytes a link.</param>
/// <param name="ParticleBytes">Bytes a particle.</param>
/// <param name="LinkFlops">Operations a link.</param>
/// <param name="ParticleFlops">Operations a particle.</param>
internal sealed record BenchCost(double LinkBytes, double ParticleBytes, double LinkFlops, double ParticleFlops)
{
    /// <summary>One column entry of four numbers.</summary>
    private const double Four = 16;

    /// <summary>One index.</summary>
    private const double Index = 4;

    /// <summary>Link, memory, slide and roll read; normal, arm, link, memory, stiffness, spring force and moment written; place and size.</summary>
    public static BenchCost PrepareLinks { get; } = new(11 * Four, 2 * Four, 170, 0);

    /// <summary>Index, normal, stiffness, arm, link, spring force and moment read; link force and moment written.</summary>
    public static BenchCost StartLinks { get; } = new(Index + (8 * Four), 0, 52, 0);

    /// <summary>Index, link, normal, stiffness and arm read; link force and moment written; search velocity and spin.</summary>
    public static BenchCost MultiplyLinks { get; } = new(Index + (6 * Four), 2 * Four, 63, 0);

    /// <summary>Two row entries, index, link force and moment, arm and normal of a link; row start, force and torque of a particle.</summary>
    public static BenchCost GatherRows { get; } = new((3 * Index) + (4 * Four), Index + (2 * Four), 54, 0);

    /// <summary>Two row entries, index, normal, stiffness and arm of a link; row start, size and both inverse diagonals of a particle.</summary>
    public static BenchCost Precondition { get; } = new((3 * Index) + (3 * Four), Index + (3 * Four), 68, 6);

    /// <summary>Index and nine columns read; slide, roll and memory written; velocity and spin.</summary>
    public static BenchCost AdvanceLinks { get; } = new(Index + (12 * Four), 2 * Four, 165, 0);

    /// <summary>Velocity read, place read and written.</summary>
    public static BenchCost AdvanceParticles { get; } = new(0, 3 * Four, 0, 30);

    /// <summary>
    /// A step of Hertz–Mindlin grains without the making of lists. A contact: two indices, reduced radius and mass (16), three histories read and
    /// written (24), a slot of eight numbers written and read (64), two row entries (8). A grain: its record of 64 read by the forces, read and
    /// written by the motion, the remainder of 16 read and written, two row ends (8).
    /// </summary>
    public static BenchCost GranularStep { get; } = new(16 + 24 + 64 + 8, (3 * 64) + (2 * Four) + (2 * Index), 150, 60);

    public double Bytes(double particles, double links) => (LinkBytes * links) + (ParticleBytes * particles);

    public double Flops(double particles, double links) => (LinkFlops * links) + (ParticleFlops * particles);
}
