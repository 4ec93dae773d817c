using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>Looks at the journal from outside: is its end where it should be, when was it last signed, and when last verified? Whether it is whole says cairn verify.</summary>
internal static class JournalLook
{
    public static CheckupFinding Of(Db db)
    {
        var (size, count) = (Checkpointing.SizeOf(db), db.Journal.AsNoTracking().LongCount());
        var last = Checkpointing.Newest(db, 1) is [var newest, ..] ? newest : null;
        var found = string.Create(CultureInfo.InvariantCulture, $"{size} entries; {(last is null ? "never signed" : $"signed up to {last.Size} on {last.At:yyyy-MM-dd HH:mm} UTC")}; {Verified(db)}");
        if (size != count) return new CheckupFinding("journal", false, string.Create(CultureInfo.InvariantCulture, $"{count} entries, and the record says {size}"), "run cairn verify: entries were removed or put in from outside");
        return new CheckupFinding("journal", true, found, "run cairn journal checkpoint, and give it to others to keep") { IsNote = size > (last?.Size ?? 0) };
    }

    private static string Verified(Db db)
    {
        var told = (from entry in db.Journal.AsNoTracking()
                    where entry.Act == JournalAct.Told && entry.Kind == 0
                    join payload in db.JournalPayloads.AsNoTracking() on entry.Index equals payload.Index
                    join occasion in db.Occasions.AsNoTracking() on entry.Occasion equals occasion.Id
                    orderby entry.Index descending
                    select new { occasion.At, payload.Words }).Take(200).ToList();
        foreach (var one in told.Where(one => one.Words.Length > 0))
        {
            using var json = JsonDocument.Parse(one.Words);
            if (json.RootElement.TryGetProperty("said", out var said) && said.ValueKind == JsonValueKind.Object && said.TryGetProperty("verified", out var whole))
                return string.Create(CultureInfo.InvariantCulture, $"{(whole.GetBoolean() ? "whole" : "NOT whole")} when verified on {one.At:yyyy-MM-dd HH:mm} UTC");
        }

        return "not verified from a browser yet";
    }
}
