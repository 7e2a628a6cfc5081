using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Joins what does not hang together yet: each stray piece is moved to what is nearest.</summary>
/// <remarks>
/// The narrowest gap about a stray piece is closed, along the line of its two centres. No other gap was narrower, and none closes by more than the way: nothing comes to overlap.
/// Contacts are looked for once a pass, not once a piece; what a move brings into touch besides is seen in the next pass, which mostly finds all joined.
/// </remarks>
internal static class StrayPieces
{
    /// <summary>Centres of spheres all of which hang together, moved from given ones. Lengths in any unit.</summary>
    public static Vector3d[] Join(Vector3d[] position, double[] radius)
    {
        var joined = (Vector3d[])position.Clone();
        for (var pieces = new Pieces(joined, radius); pieces.Largest.Count < radius.Length; pieces = new Pieces(joined, radius))
        {
            pieces.JoinAll();
        }

        return joined;
    }

    /// <summary>Who belongs to which piece.</summary>
    private sealed class Pieces
    {
        private readonly Vector3d[] position;
        private readonly double[] radius;
        private readonly List<int>[] pieceOf;

        public Pieces(Vector3d[] position, double[] radius)
        {
            (this.position, this.radius) = (position, radius);
            var clusters = new Clusters(radius.Length, ContactPairs.Find(position, radius));
            pieceOf = new List<int>[radius.Length];
            for (int i = 0; i < radius.Length; i++)
            {
                // A cluster's representative is its lowest index, so its list is there before its other members come.
                int root = clusters.Root(i);
                pieceOf[i] = root == i ? [] : pieceOf[root];
                pieceOf[i].Add(i);
            }

            Largest = pieceOf.MaxBy(p => p.Count)!;
        }

        public List<int> Largest { get; }

        /// <summary>Moves the stray pieces one after another; those that have met go on as one.</summary>
        public void JoinAll()
        {
            for (int i = 0; i < radius.Length; i++)
            {
                while (pieceOf[i] != Largest)
                {
                    MoveToNearest(pieceOf[i]);
                }
            }
        }

        private void MoveToNearest(List<int> piece)
        {
            (double gap, int near, int far) = (double.PositiveInfinity, 0, 0);
            foreach (int i in piece)
            {
                for (int j = 0; j < radius.Length; j++)
                {
                    double d = (position[i] - position[j]).Length - radius[i] - radius[j];
                    (gap, near, far) = pieceOf[j] != piece && d < gap ? (d, i, j) : (gap, near, far);
                }
            }

            Vector3d way = gap * (position[far] - position[near]).Normalized();
            List<int> met = pieceOf[far];
            foreach (int i in piece)
            {
                position[i] += way;
                pieceOf[i] = met;
                met.Add(i);
            }
        }
    }
}
