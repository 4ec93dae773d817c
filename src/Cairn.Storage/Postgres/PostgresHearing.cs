using System.Data.Common;
using Cairn.Storage.Live;
using Npgsql;

namespace Cairn.Storage.Postgres;

/// <summary>
/// Hears what other nodes on the same database write, by LISTEN. The head row is looked at every second as well: where the line is cut, or
/// something stands between that carries no word, what moved it may have been anybody. A cut line is taken up again.
/// </summary>
/// <param name="connection">The connection to the district's database.</param>
/// <param name="node">This process: what it says itself it knows.</param>
/// <param name="newest">Reads how far the head row is.</param>
/// <param name="tell">Told of what others touched.</param>
internal sealed class PostgresHearing(string connection, Guid node, Func<long> newest, Action<Touched> tell)
{
    private const string Channel = "cairn_touched";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private long _seen = -1;
    private int _heard;

    /// <summary>The command that says, with a transaction, whom it touched.</summary>
    public const string Say = $"SELECT pg_notify('{Channel}', {{0}})";

    /// <summary>Hears until it is told to stop; never throws.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Hear(stop);
            }
            catch (Exception wrong) when (wrong is DbException or InvalidOperationException or IOException or TimeoutException or OperationCanceledException)
            {
                await Rest(stop);
            }
        }
    }

    private async Task Hear(CancellationToken stop)
    {
        // What was written before the line stood is found by the head row.
        Compare(0);
        await using var line = new NpgsqlConnection(connection);
        await line.OpenAsync(stop);
        line.Notification += (_, said) => Heard(said.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", line)) await listen.ExecuteNonQueryAsync(stop);
        Compare(0);
        while (!stop.IsCancellationRequested)
        {
            var before = _heard;
            await line.WaitAsync(Look, stop);
            Compare(_heard - before);
        }
    }

    private async Task Rest(CancellationToken stop)
    {
        await Task.Delay(Look, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            if (!stop.IsCancellationRequested) Compare(0);
        }
        catch (Exception wrong) when (wrong is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            // The server is away: asked again.
        }
    }

    private void Heard(string line)
    {
        _heard++;
        var (from, touched) = Touched.Read(line);
        if (from != node) tell(touched);
    }

    // The head moved and no word came of it.
    private void Compare(int heard)
    {
        var now = newest();
        if (now != _seen && heard == 0 && _seen >= 0) tell(Touched.Anybody);
        _seen = now;
    }
}
