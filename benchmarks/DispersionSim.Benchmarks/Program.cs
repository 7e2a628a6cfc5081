using BenchmarkDotNet.Running;
using DispersionSim.Benchmarks;

// "peer CASE FILE": one case of the side-by-side runs, as a line of JSON; otherwise BenchmarkDotNet's own arguments.
if (args is ["peer", ..])
{
    Console.WriteLine(PeerRun.Of(args[1..]));
    return 0;
}

// "overdamped [growth] …": implicit against explicit steps, or time against size, a line a case.
if (args is ["overdamped", ..])
{
    foreach (string line in OverdampedRun.Of(args[1..]))
    {
        Console.WriteLine(line);
    }

    return 0;
}

// "feedstock KIND N": one agglomerate, its CPU time and peak memory.
if (args is ["feedstock", _, _])
{
    Console.WriteLine(FeedstockRun.Of(args[1..]));
    return 0;
}

// "fields ESTIMATOR BITS THREADS": one estimator of a field of labels, its times and peak memory.
if (args is ["fields", _, _, _])
{
    Console.WriteLine(FieldsRun.Of(args[1..]));
    return 0;
}

// "points ESTIMATOR COUNT THREADS": one function of distance of random points, its times and peak memory.
if (args is ["points", _, _, _])
{
    Console.WriteLine(PointsRun.Of(args[1..]));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(PeerRun).Assembly).Run(args);
return 0;
