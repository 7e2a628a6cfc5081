using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Which columns of a contact table hold which part of a model's history.</summary>
internal static class HistoryLayout<TReal, TModel> where TReal : struct, IReal<TReal> where TModel : struct, IContactModel<TReal>
{
    public static int Slide => 0;

    public static int Roll => TModel.Slides ? 3 : 0;

    public static int Twist => Roll + (TModel.Rolls ? 3 : 0);

    public static int Memory => Twist + (TModel.Twists ? 1 : 0);

    public static int Spot => Memory + (TModel.Remembers ? 1 : 0);

    public static int Length => Spot + (TModel.RemembersSpot ? 1 : 0);

    /// <summary>Columns that change sign when first and second change places: the tangential spring.</summary>
    public static int SignedColumns => TModel.Slides ? 3 : 0;
}
