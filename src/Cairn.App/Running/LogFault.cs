using System.Diagnostics;

namespace Cairn.App.Running;

/// <summary>An exception without its message, which may hold anything: its type, and the methods it came through.</summary>
internal sealed record LogFault(string Type, IReadOnlyList<string> At)
{
    private const int MostFrames = 30;
    private const int MostDeep = 8;

    /// <summary>The exception and those within it, the outermost first.</summary>
    public static IReadOnlyList<LogFault> Of(Exception? exception)
    {
        var faults = new List<LogFault>();
        for (var one = exception; one is not null && faults.Count < MostDeep; one = one.InnerException)
            faults.Add(new LogFault(one.GetType().FullName ?? "Exception", [.. new StackTrace(one, fNeedFileInfo: false).GetFrames().Take(MostFrames).Select(Name)]));
        return faults;
    }

    // Names of methods and types stand in the program; a generated one may hold brackets, and nothing of anybody.
    private static string Name(StackFrame frame) => frame.GetMethod() is { } method ? $"{method.DeclaringType?.FullName}.{method.Name}" : "?";
}
