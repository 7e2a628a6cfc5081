namespace DispersionSim.Process;

/// <summary>The gap between two rolls, and what a layer passes through in it.</summary>
/// <remarks>
/// Two rolls of radius R open as x²/R about their narrowest gap, so a layer of which the gap takes Δh enters √(RΔh) before it. The layer sees p(h(x)): the loading
/// curve of the plate, read at the height that the gap leaves; what it gives back behind the narrowest point is left out (spring-back is some per cent of Δh).
/// Line load q = ∫ p dx along the nip; the time in it is its length over the speed of the web. The foil neither yields nor is the layer drawn out in length.
/// </remarks>
/// <param name="rollRadius">R, m.</param>
/// <param name="speed">Speed of the web, m/s.</param>
/// <param name="scale">Height of the simulated segment over the whole layer's.</param>
internal sealed class Nip(double rollRadius, double speed, double scale)
{
    /// <summary>Distance from where a height is met to the narrowest gap, m.</summary>
    /// <param name="height">Height of the segment, m.</param>
    /// <param name="least">Its height in the narrowest gap, m.</param>
    public double Distance(double height, double least) => Math.Sqrt(rollRadius * Math.Max(0, height - least) / scale);

    /// <summary>Time between a height and the narrowest gap, s.</summary>
    public double Time(double height, double least) => Distance(height, least) / speed;

    /// <summary>Line load of a pass whose narrowest gap leaves the last height, N/m.</summary>
    /// <param name="heights">Heights of the segment while it is loaded, falling, m.</param>
    /// <param name="pressures">Pressures there, Pa.</param>
    public double LineLoad(IReadOnlyList<double> heights, IReadOnlyList<double> pressures)
    {
        double load = 0, least = heights.Count == 0 ? 0 : heights[^1];
        for (int k = 1; k < heights.Count; k++)
        {
            double width = Distance(heights[k - 1], least) - Distance(heights[k], least);
            load += width * (Math.Max(0, pressures[k - 1]) + Math.Max(0, pressures[k])) / 2;
        }

        return load;
    }

    /// <summary>Length from where the layer begins to carry to the narrowest gap, m.</summary>
    /// <param name="heights">Heights, falling, m.</param>
    /// <param name="pressures">Pressures there, Pa.</param>
    public double Length(IReadOnlyList<double> heights, IReadOnlyList<double> pressures)
    {
        double threshold = 0.01 * (pressures.Count == 0 ? 0 : pressures.Max());
        int first = Enumerable.Range(0, heights.Count).FirstOrDefault(k => pressures[k] > threshold);
        return heights.Count == 0 ? 0 : Distance(heights[first], heights[^1]);
    }
}
