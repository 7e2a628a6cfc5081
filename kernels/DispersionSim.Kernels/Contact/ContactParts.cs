namespace DispersionSim.Kernels;

/// <summary>A spring with its dashpot and slider within a contact, as strains.</summary>
public struct SpringPart<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Force (or torque) per strain.</summary>
    public TReal Stiffness;

    /// <summary>Force (or torque) per rate.</summary>
    public TReal Damping;

    /// <summary>Rate at which the ends part.</summary>
    public Triple<TReal> Rate;

    /// <summary>Strain kept from the last step, as it stands now: turned with the contact, changed as the law changes it.</summary>
    public Triple<TReal> Before;

    /// <summary>Force (or torque) that the spring ended the last step with, turned with the contact.</summary>
    public Triple<TReal> Last;

    /// <summary>Strain after this step.</summary>
    public Triple<TReal> After;
}

/// <summary>What a contact's laws do, part by part: for accounts of energy, not for motion.</summary>
public struct ContactParts<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Mask of contacts that act.</summary>
    public TReal Touching;

    /// <summary>η.</summary>
    public TReal Viscous;

    /// <summary>Energy of the elastic law, the part from attraction apart.</summary>
    public TReal Stored;

    /// <summary>Energy of attraction.</summary>
    public TReal Adhesive;

    /// <summary>What plastic flow has taken up to the overlap that the contact remembered before this step, and remembers now.</summary>
    public TReal LostBefore;
    public TReal Lost;

    /// <summary>What making a contact releases at once, and what breaking it leaves behind.</summary>
    public TReal Made;
    public TReal Broken;

    public SpringPart<TReal> Slide;
    public SpringPart<TReal> Roll;
    public SpringPart<TReal> Twist;

    /// <summary>Forces.</summary>
    public ContactAnswer<TReal> Answer;
}
