using Cairn.Drills.Record;
using Cairn.Storage;
using Microsoft.Data.Sqlite;

namespace Cairn.Drills.Rebuilt;

/// <summary>What goes on while a record is upgraded: some read its file, and somebody opens it as this release would.</summary>
internal sealed class Load : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly List<string> _wrong = [];
    private readonly Task _work;
    private int _reads;
    private int _refused;

    public Load(DataFolder folder, long facts)
    {
        var file = Path.Combine(folder.FolderOf(Field.District), District.FileName);
        _work = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(file, facts))).Append(Task.Run(() => Open(folder))));
    }

    /// <summary>How often it was read.</summary>
    public int Reads => _reads;

    /// <summary>How often it was refused to somebody who opened it, because it is of an older schema still.</summary>
    public int Refused => _refused;

    /// <summary>How many judgments there are.</summary>
    public static long Count(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM judgments";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Ends it, and tells what went wrong.</summary>
    public async Task<IReadOnlyList<string>> End()
    {
        await _over.CancelAsync();
        await _work;
        return _wrong;
    }

    public void Dispose() => _over.Dispose();

    // Whatever the record is at the moment, all its facts are there.
    private void Read(string file, long facts)
    {
        while (!_over.IsCancellationRequested)
        {
            var found = Count(file);
            if (found != facts) Wrong($"a reader saw {found} judgments in place of {facts}");
            Interlocked.Increment(ref _reads);
        }
    }

    private async Task Open(DataFolder folder)
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                await using var district = District.OpenExisting(folder, Field.District, toWrite: false, TimeProvider.System);
            }
            catch (RefusedException)
            {
                Interlocked.Increment(ref _refused);
            }

            await Task.Yield();
        }
    }

    private void Wrong(string what)
    {
        lock (_wrong) _wrong.Add(what);
    }
}
