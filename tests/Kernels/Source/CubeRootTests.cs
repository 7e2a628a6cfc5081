using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

public class CubeRootTests
{
    [Fact]
    public void Cube_root_is_right_to_single_precision_over_thirty_decades()
    {
        // Two roundings of 6·10⁻⁸ in the last Newton step, one more for the square.
        for (double exponent = -15; exponent < 15; exponent += 0.0037)
        {
            float x = (float)Math.Pow(10, exponent);
            Assert.InRange(CubeRoot.Of(x) / Math.Cbrt(x), 1 - 2e-7, 1 + 2e-7);
            Assert.InRange(CubeRoot.Squared(x) / Math.Pow(x, 2.0 / 3), 1 - 4e-7, 1 + 4e-7);
        }

        Assert.Equal(0f, CubeRoot.Of(0f));
        Assert.Equal(0f, CubeRoot.Squared(-1f));
    }
}
