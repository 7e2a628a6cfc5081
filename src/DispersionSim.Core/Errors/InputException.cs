namespace DispersionSim.Core;

/// <summary>Something the user gave cannot be used. The message is one line: what, where, and what is allowed.</summary>
/// <remarks>The command line prints the message alone and exits with 2.</remarks>
public sealed class InputException : Exception
{
    public InputException(string message) : base(message)
    {
    }

    public InputException(string message, Exception inner) : base(message, inner)
    {
    }

    public InputException() : base("The input cannot be used.")
    {
    }
}
