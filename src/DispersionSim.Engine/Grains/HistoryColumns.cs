using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The history columns of a contact table as a model reads and writes them; columns that a model lacks are not touched.</summary>
internal readonly unsafe struct HistoryColumns<TLanes, TModel>
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
{
    private readonly float* slideX;
    private readonly float* slideY;
    private readonly float* slideZ;
    private readonly float* rollX;
    private readonly float* rollY;
    private readonly float* rollZ;
    private readonly float* twist;
    private readonly float* memory;
    private readonly float* spot;

    public HistoryColumns(ContactTable table)
    {
        if (TModel.Slides)
        {
            int at = HistoryLayout<TLanes, TModel>.Slide;
            slideX = table.History(at);
            slideY = table.History(at + 1);
            slideZ = table.History(at + 2);
        }

        if (TModel.Rolls)
        {
            int at = HistoryLayout<TLanes, TModel>.Roll;
            rollX = table.History(at);
            rollY = table.History(at + 1);
            rollZ = table.History(at + 2);
        }

        twist = TModel.Twists ? table.History(HistoryLayout<TLanes, TModel>.Twist) : null;
        memory = TModel.Remembers ? table.History(HistoryLayout<TLanes, TModel>.Memory) : null;
        spot = TModel.RemembersSpot ? table.History(HistoryLayout<TLanes, TModel>.Spot) : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(int k, ref ContactHistory<TLanes> history)
    {
        if (TModel.Slides)
        {
            history.Slide = new(TLanes.Load(slideX + k), TLanes.Load(slideY + k), TLanes.Load(slideZ + k));
        }

        if (TModel.Rolls)
        {
            history.Roll = new(TLanes.Load(rollX + k), TLanes.Load(rollY + k), TLanes.Load(rollZ + k));
        }

        if (TModel.Twists)
        {
            history.Twist = TLanes.Load(twist + k);
        }

        if (TModel.Remembers)
        {
            history.Memory = TLanes.Load(memory + k);
        }

        if (TModel.RemembersSpot)
        {
            history.Spot = TLanes.Load(spot + k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int k, in ContactHistory<TLanes> history)
    {
        if (TModel.Slides)
        {
            TLanes.Store(history.Slide.X, slideX + k);
            TLanes.Store(history.Slide.Y, slideY + k);
            TLanes.Store(history.Slide.Z, slideZ + k);
        }

        if (TModel.Rolls)
        {
            TLanes.Store(history.Roll.X, rollX + k);
            TLanes.Store(history.Roll.Y, rollY + k);
            TLanes.Store(history.Roll.Z, rollZ + k);
        }

        if (TModel.Twists)
        {
            TLanes.Store(history.Twist, twist + k);
        }

        if (TModel.Remembers)
        {
            TLanes.Store(history.Memory, memory + k);
        }

        if (TModel.RemembersSpot)
        {
            TLanes.Store(history.Spot, spot + k);
        }
    }
}
