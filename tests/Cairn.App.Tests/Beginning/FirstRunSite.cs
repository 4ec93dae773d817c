using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access.Proofs;
using Cairn.App.Beginning;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Beginning;

/// <summary>An empty data folder that is served, with the link of its first run.</summary>
internal sealed partial class FirstRunSite : IAsyncDisposable
{
    public const string Password = "harbour lantern okapi 41";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly TempFolder _folder = new();

    public TestClock Clock { get; } = new();

    public DataFolder Folder => _folder.Data;

    public RunningSite Site { get; private set; } = null!;

    /// <summary>The path of the link.</summary>
    public string Link { get; private set; } = "";

    public FirstRun Run => Site.Part<FirstRun>();

    public string Aside => _folder.Of(DataFolder.FirstRunFolder);

    public string Of(string name) => _folder.Of(name);

    public static async Task<FirstRunSite> Start()
    {
        var made = new FirstRunSite();
        await made.Begin();
        return made;
    }

    /// <summary>The process starts: a new link, where there is something to begin.</summary>
    public async Task Begin()
    {
        Site = await RunningSite.Start(Folder, clock: Clock);
        Link = Run.MakeLink() ?? "";
    }

    /// <summary>The process ends, and starts again over whatever is in the folder.</summary>
    public async Task Restart()
    {
        await Site.DisposeAsync();
        await Begin();
    }

    /// <summary>Somebody of this machine who opened the link.</summary>
    public async Task<Visitor> Opened()
    {
        var visitor = Site.Visitor();
        (await visitor.Get(Link)).Header("Location").ShouldBe(FirstRun.Path);
        return visitor;
    }

    public static Task<Answer> Post(Visitor visitor, string step, params (string Name, string Value)[] fields) =>
        visitor.Send($"{FirstRun.Path}/{step}", string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), Form);

    public static Task<Answer> Bring(Visitor visitor, string step, string from, params (string Name, byte[] Bytes)[] files) => visitor.Bring($"{FirstRun.Path}/{step}", [("from", from)], files);

    /// <summary>Answers the steps up to one, as shortly as can be.</summary>
    public static async Task Through(Visitor visitor, FirstRunStep until, string title = "Fern Hollow")
    {
        Next(await Post(visitor, "district", ("title", title), ("zone", "America/New_York"), ("language", "en")), "levels");
        if (until == FirstRunStep.District) return;
        Next(await Post(visitor, "levels", ("scale", "four")), "competencies");
        if (until == FirstRunStep.Levels) return;
        Next(await Bring(visitor, "competencies", "starter"), "people");
        if (until == FirstRunStep.Competencies) return;
        Next(await Bring(visitor, "people", "Nobody"), "you");
        if (until == FirstRunStep.People) return;
        Next(await Post(visitor, "you", ("name", "Dr. Lead"), ("login", "lead")), "sign-in");
    }

    public static void Next(Answer answer, string step) => (answer.Status, answer.Header("Location")).ShouldBe((HttpStatusCode.Found, $"{FirstRun.Path}/{step}"), WebUtility.HtmlDecode(answer.Body.Length > 0 ? string.Join(' ', Said().Matches(answer.Body).Select(one => one.Value)) : ""));

    /// <summary>Types a password and the code of an app that has read the page's key.</summary>
    public async Task<Answer> Finish(Visitor visitor, string password = Password, string? code = null)
    {
        var page = (await visitor.Get($"{FirstRun.Path}/sign-in")).Body;
        var key = Typed().Match(page).Groups["key"].Value.Replace("-", "", StringComparison.Ordinal);
        return await Post(visitor, "sign-in", ("password", password), ("key", Sealed().Match(page).Groups["key"].Value), ("code", code ?? Totp.Code(Bits(key), Totp.StepAt(Clock.GetUtcNow()))));
    }

    /// <summary>The district that was begun, read.</summary>
    public T Read<T>(Func<Db, T> read)
    {
        var district = Site.Part<Cairn.App.Access.OpenDistricts>().Now().Single();
        using var db = district.Open();
        return read(db);
    }

    /// <summary>What the folder holds, file by file, without what changes by itself.</summary>
    public string Whole() => !Directory.Exists(_folder.Path) ? "" : string.Join('\n', Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(one => !one.EndsWith("-shm", StringComparison.Ordinal)).Select(one => $"{Path.GetRelativePath(_folder.Path, one)} {new FileInfo(one).Length}").Order(StringComparer.Ordinal));

    /// <summary>Through which doors the journal says that everything came.</summary>
    public List<(ActorKind Kind, string Where)> Occasions() => Read(db => db.Occasions.AsNoTracking().ToList().Select(one => (one.Actor, one.Where)).Distinct().ToList());

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Dispose();
    }

    // As an app reads a key: five bits a letter.
    private static byte[] Bits(string letters)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var (bytes, held, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in letters.ToUpperInvariant())
        {
            (held, bits) = ((held << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8) continue;
            bytes.Add((byte)(held >> (bits - 8)));
            (held, bits) = (held & ((1 << (bits - 8)) - 1), bits - 8);
        }

        return [.. bytes];
    }

    [GeneratedRegex("<code>(?<key>[A-Z2-7-]+)</code>", RegexOptions.None, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex("name=\"key\" value=\"(?<key>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Sealed();

    [GeneratedRegex("<li><a href=\"#[^\"]*\">[^<]*|<bdi[^>]*>[^<]*", RegexOptions.None, 1000)]
    private static partial Regex Said();
}
