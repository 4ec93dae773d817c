using System.Globalization;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Beginning;

/// <summary>
/// The district in the making: a record of its own, in a folder aside that nothing else looks into. Each step is in it at once, so that
/// what is wrong is told at once; an earlier step that is answered anew makes it anew. At the end it goes through a backup into its place,
/// on whichever engine: checked, and whole or not at all.
/// </summary>
internal sealed class Making(DataFolder folder, TimeProvider clock) : IAsyncDisposable
{
    private const int LongestName = 30;

    private readonly string _aside = Path.Combine(folder.Path, DataFolder.FirstRunFolder);

    /// <summary>The district; null before the first step.</summary>
    public District? District { get; private set; }

    /// <summary>As requests of the wizard are served: its secrets are sealed by the key of the real folder.</summary>
    public Served? Served { get; private set; }

    public Answers? Answers { get; private set; }

    /// <summary>The district's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, Served!.Zone));

    private DataFolder Beside => new(_aside) { Server = null, Template = null };

    /// <summary>Where files may be laid down on their way.</summary>
    public string Room()
    {
        DurableFile.MakeOwn(_aside);
        return _aside;
    }

    /// <summary>Goes on with what an earlier process left, where it is whole; else begins anew. Nobody's account is in it: that comes last.</summary>
    public void TakeUp()
    {
        if (District is not null) return;
        if (Answers.In(_aside) is not { } answers || !Beside.Districts.SequenceEqual([answers.Name]))
        {
            Sweep();
            return;
        }

        Use(answers);
        using var db = District!.Open();
        if (!db.Accounts.AsNoTracking().Any()) return;
        // It was stopped in the very last step.
        Close();
        Sweep();
    }

    /// <summary>Takes away all that is left.</summary>
    public void Sweep()
    {
        if (Directory.Exists(_aside)) Directory.Delete(_aside, recursive: true);
    }

    /// <summary>Says what the district is called; makes it where it is not there yet.</summary>
    public async Task Name(string title, string zone, string language)
    {
        if (District is null)
        {
            Make(new Answers(ShortName(title), title, zone, language));
            await Say(language);
            return;
        }

        await Write(turn =>
        {
            var row = turn.Db.Organizations.First(one => one.Kind == OrganizationKind.District);
            row.Rename(title);
            turn.Db.Entry(row).Property(one => one.TimeZone).CurrentValue = zone;
            turn.Db.RemoveRange(turn.Db.Terms.Where(one => one.Key == DistrictTerms.LanguageKey).ToList());
            turn.Db.SaveChanges();
            return true;
        });
        await Say(language);
        Keep(Answers! with { Title = title, Zone = zone, Language = language });
        Served = Of(District);
    }

    /// <summary>Makes the district anew with what is to stay: its name, and its levels unless they are answered anew.</summary>
    public async Task Again(bool withLevels)
    {
        var before = Answers!;
        Close();
        Sweep();
        Make(before with { Levels = [], Line = 0, Framework = null, IsStarter = false, Competencies = 0, People = null, Learners = 0, Educators = 0 });
        await Say(before.Language);
        if (withLevels) await Level(before.Levels, before.Line);
    }

    /// <summary>Keeps the levels.</summary>
    /// <param name="labels">Their words, lowest first.</param>
    /// <param name="line">The number of the lowest that is enough.</param>
    public async Task Level(IReadOnlyList<string> labels, int line)
    {
        if (Answers!.Levels.Count > 0) await Again(withLevels: false);
        await Write(turn => turn.Db.Add(ScaleOf(labels, line)));
        Keep(Answers! with { Levels = labels, Line = line });
    }

    public static ProficiencyScale ScaleOf(IReadOnlyList<string> labels, int line) =>
        new(new ScaleId(NamedId.Of("scale", "usual")), "Levels", line, [.. labels.Select((label, i) => new ProficiencyLevel(i + 1, i == 0 ? 1 : i + 0.5m, label))]);

    public void Keep(Answers answers)
    {
        answers.Keep(_aside);
        Answers = answers;
    }

    public Task<T> Write<T>(Func<WriteTurn, T> work) => District!.Writer.Alone(work, FirstRun.Acts);

    /// <summary>Moves what was made to its place, and opens it there.</summary>
    /// <exception cref="RefusedException">It cannot be there: nothing of it is, and what was made still stands aside.</exception>
    public async Task<District> Finish()
    {
        var archive = Path.Combine(_aside, "whole.cairn");
        File.Delete(archive);
        Backup.Make(Beside, District!, archive, null, clock.GetUtcNow().UtcDateTime);
        Restoring.Into(folder, archive, null, Answers!.Name);
        var begun = District.OpenExisting(folder, Answers.Name, toWrite: true, clock);
        await Leave();
        return begun;
    }

    /// <summary>What was made here is not needed any more.</summary>
    public async Task Leave()
    {
        await DisposeAsync();
        Sweep();
    }

    public async ValueTask DisposeAsync()
    {
        if (District is { } open) await open.DisposeAsync();
        (District, Served, Answers) = (null, null, null);
    }

    private void Make(Answers answers)
    {
        Sweep();
        Room();
        District.Create(Beside, answers.Name, answers.Title, answers.Zone, acting: FirstRun.Acts);
        answers.Keep(_aside);
        Use(answers);
    }

    private void Use(Answers answers)
    {
        District = District.OpenExisting(Beside, answers.Name, toWrite: true, clock);
        (Answers, Served) = (answers, Of(District));
    }

    private Served Of(District district) => Served.Of(folder, district) with { InTheMaking = FirstRun.Acts };

    private Task<bool> Say(string language) => Write(turn =>
    {
        turn.Db.Add(new Term(language, DistrictTerms.LanguageKey, language, language));
        turn.ChangeFramework();
        return true;
    });

    private void Close()
    {
        District!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        (District, Served, Answers) = (null, null, null);
    }

    // Letters that a folder and a database may be named by; the usual name where none are left.
    private static string ShortName(string title)
    {
        var plain = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(letter);
            else if (plain.Length > 0 && plain[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append('-');
        var name = plain.ToString();
        name = (name.Length > LongestName ? name[..LongestName] : name).Trim('-');
        return DataFolder.IsName(name) ? name : DataFolder.DefaultDistrict;
    }
}
