using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A queue of twenty captures, and the server killed twice while they are sent: each arrives exactly once, as it was sent.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed partial class KilledServerTests : IAsyncDisposable
{
    private const int Captures = 20;
    private const int Part = 40_000;
    private readonly TempFolder _temp = new();
    private Process? _server;

    public ValueTask DisposeAsync()
    {
        Kill();
        _temp.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Twenty_captures_with_the_server_killed_twice_arrive_exactly_once_and_whole()
    {
        var (device, owner, learners) = await Begin();
        List<(Guid Key, JsonObject Said, byte[][] Files)> queue = [.. Enumerable.Range(0, Captures).Select(i =>
        {
            byte[][] files = [Device.Paper(90_000 + i, i), Device.Paper(50_000 + i, 100 + i)];
            var key = Guid.CreateVersion7();
            return (key, device.Said(key, [learners[i % learners.Count], learners[(i + 1) % learners.Count]], ("one.pdf", files[0]), ("two.pdf", files[1])), files);
        })];

        // In the middle of a part, and as the last part of a capture is being finished.
        var kills = new Queue<int>([31, 74]);
        var (sent, restarts) = (0, 0);
        var saved = new HashSet<Guid>();
        while (saved.Count < Captures)
        {
            try
            {
                // From the beginning each time, those that arrived too: a device that was killed does not know how far it was.
                foreach (var (key, said, files) in queue)
                {
                    var answer = await device.Begin(said);
                    while (answer.State!["state"]!.GetValue<string>() == "waiting")
                    {
                        List<long> has = [.. answer.State["files"]!.AsArray().Select(one => one!.GetValue<long>())];
                        var next = has.Index().First(one => one.Item < files[one.Index].Length);
                        var bringing = device.Bring(key, next.Index, next.Item, files[next.Index][(int)next.Item..(int)Math.Min(files[next.Index].Length, next.Item + Part)]);
                        if (++sent == kills.FirstOrDefault(-1))
                        {
                            kills.Dequeue();
                            Kill();
                        }

                        answer = await bringing;
                    }

                    answer.State["state"]!.GetValue<string>().ShouldBe("saved");
                    saved.Add(key);
                }
            }
            catch (HttpRequestException)
            {
                restarts++;
                device.Dispose();
                (device, _, _) = await Begin();
            }
        }

        (restarts, kills.Count).ShouldBe((2, 0));
        device.Dispose();
        Kill();
        Inspect(owner, queue);
    }

    private void Inspect(Guid owner, List<(Guid Key, JsonObject Said, byte[][] Files)> queue)
    {
        var folder = new DataFolder(_temp.Of("data"));
        var district = District.OpenExisting(folder, MakeDemo.District, toWrite: false, TimeProvider.System);
        using var db = district.Open();
        var store = new FileStore(folder.FolderOf(MakeDemo.District));
        var captures = db.Captures.AsNoTracking().ToList();
        captures.Count.ShouldBe(Captures * 2);
        foreach (var (key, said, files) in queue)
        {
            var pieces = captures.Where(one => one.Key == key && one.By.Value == owner).Select(one => one.Evidence).ToList();
            pieces.Count.ShouldBe(2);
            db.Evidence.Where(one => pieces.Contains(one.Id)).Select(one => one.Learner).ToList().Select(one => one.Value).ShouldBe(said["learners"]!.AsArray().Select(one => one!.GetValue<Guid>()), ignoreOrder: true);
            foreach (var piece in pieces)
            {
                db.ArtifactFiles.Where(one => one.Evidence == piece).OrderBy(one => one.Position).Select(one => one.Hash).ToList().ShouldBe(files.Select(Device.HashOf));
                db.EvidenceTexts.Count(one => one.Evidence == piece).ShouldBe(1);
            }

            foreach (var file in files) store.Verify(Device.HashOf(file)).GetAwaiter().GetResult().ShouldBeTrue();
        }

        store.All.Count().ShouldBe(Captures * 2);
        Directory.EnumerateDirectories(new Uploads(folder.FolderOf(MakeDemo.District)).Folder).ShouldBeEmpty();
    }

    private async Task<(Device Device, Guid Owner, IReadOnlyList<Guid> Learners)> Begin()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "cairn"))
        {
            ArgumentList = { "demo", "--json", "--urls", "http://127.0.0.1:0", "--data", _temp.Of("data"), "--learners", "12" }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        var said = JsonDocument.Parse((await _server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3)))!).RootElement;
        var url = new Uri(said.GetProperty("url").GetString()!);
        using var visitor = new Visitor(url);
        (await visitor.Get(new Uri(said.GetProperty("links").EnumerateArray().First(one => one.GetProperty("role").GetString() == "teacher").GetProperty("url").GetString()!).PathAndQuery)).Status.ShouldBe(HttpStatusCode.Found);
        var page = (await visitor.Get("/capture")).Body;
        var owner = Guid.Parse(Owner().Match(page).Groups["id"].Value);
        List<Guid> learners = [.. Learner().Matches(page).Select(one => Guid.Parse(one.Groups["id"].Value)).Distinct()];
        learners.Count.ShouldBeGreaterThan(2);
        return (new Device(visitor, url, owner), owner, learners);
    }

    private void Kill()
    {
        if (_server is null) return;
        // SIGKILL: nothing is flushed, nobody is told.
        if (!_server.HasExited) _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    [GeneratedRegex("capture-form data-owner=\"(?<id>[0-9a-f]{32})\"", RegexOptions.None, 1000)]
    private static partial Regex Owner();

    [GeneratedRegex("name=\"learners\" value=\"(?<id>[0-9a-f]{32})\"", RegexOptions.None, 1000)]
    private static partial Regex Learner();
}
