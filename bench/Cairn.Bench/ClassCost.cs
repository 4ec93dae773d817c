using System.Diagnostics;
using System.Globalization;
using Cairn.App;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cairn.Bench;

/// <summary>What one request asks of the engine, counted in this process and one request after the other: every statement that reaches it, of whatever
/// layer, with those that open a connection; and the bytes that are allocated, the client's among them.</summary>
internal static class ClassCost
{
    public static async Task<string> Of(DemoDistrict demo, (string Token, IReadOnlyList<LearnerId> Learners) room, Func<HttpClient, LearnerId, int, Task> one, int many = 60)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        using var statements = new Statements();
        await using var site = Site.Build(demo.Folder, district, "http://127.0.0.1:0", TimeProvider.System, options: new SiteOptions { LogTo = TextWriter.Null });
        await site.StartAsync();
        using var http = ClassRooms.As(new Uri(site.Urls.First()), room.Token);
        for (var i = 0; i < many; i++) await one(http, room.Learners[i % room.Learners.Count], i / room.Learners.Count);
        var (before, bytes) = (statements.Count, GC.GetTotalAllocatedBytes(precise: true));
        for (var i = 0; i < many; i++) await one(http, room.Learners[i % room.Learners.Count], 3 + (i / room.Learners.Count));
        var figure = string.Create(CultureInfo.InvariantCulture, $"alone it asks {(statements.Count - before) / (double)many:0.0} statements and allocates {(GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0 / many:0} KB with its client");
        if (Environment.GetEnvironmentVariable("CAIRN_BENCH_SHOWS") is { Length: > 0 })
            foreach (var (text, times) in statements.Texts.OrderByDescending(each => each.Value)) Console.Error.WriteLine($"{times / (double)(many * 2),6:0.00} {text}");
        return figure;
    }

    /// <summary>Hears of every statement: SQLite itself tells, and of a server its driver does.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ActivityListener _driver;
        private readonly IDisposable _all;
        private readonly SQLitePCL.strdelegate_trace _trace;
        private long _count;

        public Statements()
        {
            _trace = (_, text) => Note(text);
            _driver = new ActivityListener { ShouldListenTo = source => source.Name == "Npgsql", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStarted = each => Note(each.DisplayName) };
            ActivitySource.AddActivityListener(_driver);
            _all = DiagnosticListener.AllListeners.Subscribe(this);
        }

        public long Count => Interlocked.Read(ref _count);

        public System.Collections.Concurrent.ConcurrentDictionary<string, int> Texts { get; } = new(StringComparer.Ordinal);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.ConnectionOpened.Name && value.Value is ConnectionEndEventData { Connection: SqliteConnection opened }) SQLitePCL.raw.sqlite3_trace(opened.Handle!, _trace, null);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _all.Dispose();
            _driver.Dispose();
        }

        // What a guard of a table does within a statement is told as a remark.
        private void Note(string text)
        {
            if (text.StartsWith("--", StringComparison.Ordinal)) return;
            Interlocked.Increment(ref _count);
            var plain = System.Text.RegularExpressions.Regex.Replace(text, "x'[0-9a-fA-F]*'|[0-9]+", "?", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            Texts.AddOrUpdate(plain.Length > 400 ? plain[..400] : plain, 1, (_, before) => before + 1);
        }
    }
}
