using System.Text;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>A policy's file: read no further than a policy may go, and what is wrong with it told by line and place.</summary>
internal static class PolicyFile
{
    private const int MostTold = 50;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a policy; - is what is piped in.</summary>
    public static PolicyRead Read(string file, Terminal terminal)
    {
        if (file != "-" && !File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        using var opened = file == "-" ? null : new StreamReader(file, Strict);
        return PolicyText.Read(Text(opened ?? terminal.In) ?? throw new RefusedException(Say.Words["cli.policy.notText", ("file", file)]));
    }

    /// <summary>Reads a policy that is to be used: what is odd is told on standard error, and one that is wrong is refused after every fault was told.</summary>
    public static Policy Sound(string file, Terminal terminal)
    {
        var read = Read(file, terminal);
        Tell(file, read.Warnings, terminal.Err);
        return read.Policy ?? throw Refused(file, read, terminal);
    }

    /// <summary>Tells every fault; the refusal says how many there are.</summary>
    public static RefusedException Refused(string file, PolicyRead read, Terminal terminal)
    {
        Tell(file, read.Faults, terminal.Err);
        return new(Say.Words["cli.policy.refused", ("file", file), ("count", read.Faults.Count)]);
    }

    /// <summary>A line for each remark, with the line of the file and the place in the tree.</summary>
    public static void Tell(string file, IReadOnlyList<PolicyRemark> remarks, TextWriter to)
    {
        foreach (var one in remarks.Take(MostTold)) to.WriteLine(Say.Words[one.Path.Length == 0 ? "cli.policy.remark" : "cli.policy.remarkAt", ("file", file), ("line", one.Line), ("path", Terminal.Shown(one.Path)), ("words", Terminal.Shown(one.Words))]);
        if (remarks.Count > MostTold) to.WriteLine(Say.Words["cli.import.more", ("count", remarks.Count - MostTold)]);
    }

    // Null where it is not UTF-8.
    private static string? Text(TextReader from)
    {
        var (text, some) = (new StringBuilder(), new char[1 << 14]);
        try
        {
            // One character too many is enough for the refusal.
            while (text.Length <= PolicyText.MostCharacters && from.Read(some, 0, some.Length) is > 0 and var many) text.Append(some, 0, many);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        return text.ToString().TrimStart('\uFEFF');
    }
}
