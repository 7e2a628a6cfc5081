using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>What each pixel of a projection sees: depth, normal and colour.</summary>
internal sealed class ViewBuffer
{
    // Where a side of the block cuts through several bodies at one depth, the particle wins over copper, and copper over binder.
    private const float CutStep = 1e-10f;

    private const int Bands = 64;

    private readonly Camera camera;
    private readonly ViewBox box;

    private ViewBuffer(Camera camera, ViewBox box)
    {
        (this.camera, this.box) = (camera, box);
        int count = camera.Width * camera.Height;
        (Depth, Normal, Colour) = (new float[count], new Vector3d[count], new Vector3d[count]);
        Array.Fill(Depth, float.PositiveInfinity);
    }

    public float[] Depth { get; }

    public Vector3d[] Normal { get; }

    public Vector3d[] Colour { get; }

    public static ViewBuffer Draw(Camera camera, ViewBox box, ViewBall[] balls, HeightMap? foil, int threads)
    {
        var buffer = new ViewBuffer(camera, box);
        // Nearest first: what lies behind is then passed over quickly.
        balls = [.. balls.OrderBy(b => Vector3d.Dot(b.Centre, camera.Forward) - b.Radius)];
        (double X, double Y, double Depth)[] places = [.. balls.Select(b => camera.Project(b.Centre))];
        Parallel.For(0, Bands, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, band =>
        {
            int first = camera.Height * band / Bands, last = camera.Height * (band + 1) / Bands;
            for (int i = 0; i < balls.Length; i++)
            {
                buffer.DrawBall(balls[i], places[i], first, last);
            }

            if (foil is not null)
            {
                buffer.DrawFoil(new(foil, box.Bottom), first, last);
            }
        });
        return buffer;
    }

    private void DrawBall(in ViewBall ball, (double X, double Y, double Depth) place, int firstRow, int endRow)
    {
        double reach = ball.Radius / camera.Pixel;
        int top = Math.Max(firstRow, (int)Math.Ceiling(place.Y - reach - 0.5)), bottom = Math.Min(endRow - 1, (int)Math.Floor(place.Y + reach - 0.5));
        int left = Math.Max(0, (int)Math.Ceiling(place.X - reach - 0.5)), right = Math.Min(camera.Width - 1, (int)Math.Floor(place.X + reach - 0.5));
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                double dx = (x + 0.5 - place.X) * camera.Pixel, dy = (y + 0.5 - place.Y) * camera.Pixel;
                double squared = (ball.Radius * ball.Radius) - (dx * dx) - (dy * dy);
                if (squared > 0 && place.Depth - ball.Radius - (2 * CutStep) < Depth[(y * camera.Width) + x])
                {
                    Hit(ball, x, y, place.Depth, Math.Sqrt(squared));
                }
            }
        }
    }

    private void Hit(in ViewBall ball, int x, int y, double middle, double half)
    {
        int pixel = (y * camera.Width) + x;
        double near = middle - half;
        if (near - (2 * CutStep) >= Depth[pixel])
        {
            return;
        }

        (double enter, double leave, Vector3d side) = box.Span(camera.At(x + 0.5, y + 0.5, 0), camera.Forward);
        if (Math.Max(near, enter) >= Math.Min(middle + half, leave))
        {
            return;
        }

        if (near >= enter)
        {
            See(pixel, near, (camera.At(x + 0.5, y + 0.5, near) - ball.Centre) / ball.Radius, ball.Colour);
            return;
        }

        bool core = (camera.At(x + 0.5, y + 0.5, enter) - ball.Centre).LengthSquared <= ball.Core * ball.Core;
        See(pixel, enter - (core ? 2 * CutStep : CutStep), side, core ? ball.Colour : ViewPalette.Binder);
    }

    private void DrawFoil(ViewFoil foil, int firstRow, int endRow)
    {
        for (int y = firstRow; y < endRow; y++)
        {
            for (int x = 0; x < camera.Width; x++)
            {
                int pixel = (y * camera.Width) + x;
                Vector3d start = camera.At(x + 0.5, y + 0.5, 0);
                (double enter, double leave, Vector3d side) = box.Span(start, camera.Forward);
                if (enter < leave && foil.TryHit(start, camera.Forward, enter, Math.Min(leave, Depth[pixel] + (2 * CutStep)), out double depth, out Vector3d normal))
                {
                    See(pixel, depth > enter ? depth : enter - (1.5f * CutStep), depth > enter ? normal : side, ViewPalette.Copper);
                }
            }
        }
    }

    private void See(int pixel, double depth, Vector3d normal, Vector3d colour)
    {
        if (depth < Depth[pixel])
        {
            (Depth[pixel], Normal[pixel], Colour[pixel]) = ((float)depth, normal, colour);
        }
    }
}
