namespace DispersionSim.Analysis;

/// <summary>Something that is measured on a replicate as one or more numbers.</summary>
public interface IMetric
{
    /// <summary>What it can yield, one row a number.</summary>
    IReadOnlyList<MetricRow> Rows { get; }

    /// <summary>The rows that this replicate allows; a row is left out where it does not apply.</summary>
    IEnumerable<Reading> Measure(MeasuredReplicate replicate);
}

/// <summary>Something that is measured on a replicate as a curve.</summary>
public interface ICurveMetric
{
    /// <summary>Name in metrics.json, with the unit and definition of the ordinate.</summary>
    MetricRow Row { get; }

    /// <summary>Name of the abscissa.</summary>
    string XName { get; }

    /// <summary>SI unit of the abscissa.</summary>
    string XUnit { get; }

    /// <summary>The abscissa, the same for every replicate.</summary>
    double[] X(AnalysisScale scale);

    /// <summary>The ordinate on one state of the film.</summary>
    double[] Y(MeasuredState film);
}
