using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cairn.App.Tests.Storage;

/// <summary>Counts the statements that one thread sends while it is counted: what other tests ask meanwhile is not in it.</summary>
internal sealed class CountedStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _count;

    public static int In(Action work)
    {
        var counted = new CountedStatements();
        using (DiagnosticListener.AllListeners.Subscribe(counted)) work();
        return counted._count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && Environment.CurrentManagedThreadId == _thread) _count++;
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
