using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Notices;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Families;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Weekly letters: each holds what is of the receiver's own children, and of nobody else.</summary>
public sealed class WeeklyLetterTests : IAsyncLifetime
{
    private const int Families = 3000;
    private const int Letters = 10_000;
    private static readonly DateTime Now = new(2026, 3, 31, 15, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Languages = ["en", "es", "vi"];
    private readonly StillClock _clock = new(Now.AddDays(-1));
    private Family _family = null!;

    public async ValueTask InitializeAsync() => _family = await Family.Make(_clock);

    private Served Served => new(_family.District.Folder, _family.District.District, "Test", TimeZoneInfo.Utc);

    // Who is named in a letter is decided after the rows are read.
    [Fact]
    [Trait("Abuse", "G9")]
    [Trait(Engines.Trait, Engines.Sqlite)]
    public async Task Ten_thousand_letters_to_three_thousand_families_mix_up_nobody()
    {
        var (children, letters, marks) = (await Make(), 0, new Regex("mark[0-9]{5}x", RegexOptions.None, TimeSpan.FromSeconds(1)));
        using var db = _family.District.Open();
        // Four weeks, the languages in turn, in one batch after the other as the job writes them.
        for (var week = 0; letters < Letters; week++)
            foreach (var (guardian, (email, own)) in children)
            {
                var to = new Reached(guardian, email, new NoticeChoice(guardian, Languages[(week + own.Count) % 3]));
                var letter = WeeklyLetter.Of(db, Served, to, DateOnly.FromDateTime(Now), Now, "https://school.example").ShouldNotBeNull();
                letter.To.ShouldBe(email);
                var found = marks.Matches(string.Join('\n', letter.Paragraphs.Append(letter.Subject).Append(letter.Link))).Select(one => one.Value).ToHashSet(StringComparer.Ordinal);
                if (!found.SetEquals(own)) found.ShouldBe(own, ignoreOrder: true, $"the letter of {email}");
                if (++letters == Letters) break;
            }

        (letters, children.Count).ShouldBe((Letters, Families));
    }

    [Fact]
    [Trait("Abuse", "X8")]
    [Trait("Abuse", "X9")]
    public async Task What_somebody_wrote_is_one_line_of_the_letter_and_never_a_template_or_a_head()
    {
        var guardian = await _family.Guardian("mother", _family.Ada);
        var piece = _family.District.Piece(_family.Ada, Now.AddDays(-1));
        await _family.District.Record(new Recording(_family.Ada) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "A\r\nBcc: all@example.org\n\n{{7*7}} {name} <b>", "", "", "")], Judgments = [_family.District.Judged(piece, 2, target: _family.District.Lines)] });
        using var db = _family.District.Open();
        var letter = WeeklyLetter.Of(db, Served, To(guardian, "mother@example.org"), DateOnly.FromDateTime(Now), Now, "https://school.example").ShouldNotBeNull();

        letter.Paragraphs.ShouldAllBe(one => !one.Any(char.IsControl));
        string.Join(' ', letter.Paragraphs).ShouldContain("A  Bcc: all@example.org  {{7*7}} {name} <b>");
        var written = letter.Written("cairn@example.org");
        (written.Bcc.Count, written.To.Count, written.HtmlBody!.Contains("<b>", StringComparison.Ordinal)).ShouldBe((0, 1, false));
        foreach (var bad in (string[])["", "a@b\r\nBcc: c@d", "a@b, c@d", "nobody"]) WeeklyLetter.Of(db, Served, To(guardian, bad), DateOnly.FromDateTime(Now), Now, "https://school.example").ShouldBeNull(bad);
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task Nothing_comes_of_a_child_after_a_block_or_the_birthday()
    {
        var guardian = await _family.Guardian("mother", _family.Ada, _family.Ben);
        using var db = _family.District.Open();
        string.Join(' ', Letter()!.Paragraphs).ShouldContain("Ada");
        await _family.Put(new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), guardian, _family.Ada, TestDistrict.Day, default, "Order 7"));
        var after = string.Join(' ', Letter()!.Paragraphs);
        (after.Contains("Ada", StringComparison.Ordinal), after.Contains("Ben", StringComparison.Ordinal)).ShouldBe((false, true));

        Letter? Letter() => WeeklyLetter.Of(db, Served, To(guardian, "mother@example.org"), DateOnly.FromDateTime(Now), Now, "https://school.example");
    }

    [Fact]
    public async Task The_job_writes_once_a_week_to_who_wants_it_at_a_confirmed_address()
    {
        var wants = await Account("wants", confirmed: true);
        var refuses = await Account("refuses", confirmed: true);
        await Account("unconfirmed", confirmed: false);
        await _family.District.District.Writer.Alone(turn => PolicyRows.Choose(turn, refuses, "en", byMail: true, weekly: false));
        var sent = new List<Letter>();

        await Write(0);
        await Write(1);
        sent.Select(one => one.To).ShouldBe(["wants@example.org"]);
        await _family.District.District.Writer.Alone(turn => PolicyRows.Choose(turn, wants, "vi", byMail: true, weekly: true));
        await Write(7);
        (sent.Count, sent[^1].Language, sent[^1].Subject).ShouldBe((2, "vi", "Tuần này ở trường"));
        using var db = _family.District.Open();
        db.NoticeChoices.AsNoTracking().Count(one => one.LastWeekly != null).ShouldBe(1);

        Task<int> Write(int days)
        {
            _clock.Now = Now.AddDays(days);
            return WeeklyLettersDue.Write(Served, Now.AddDays(days), "https://school.example", letter =>
            {
                sent.Add(letter);
                return true;
            });
        }

        async Task<PersonId> Account(string name, bool confirmed)
        {
            var guardian = await _family.Guardian(name, _family.Ada);
            var account = new Account(Guid.CreateVersion7(), name, Now) { Email = $"{name}@example.org", IsEmailConfirmed = confirmed };
            await _family.Put(account, new AccountPerson(account.Id, ActorKind.Guardian, guardian.Value, Now));
            return new PersonId(guardian.Value);
        }
    }

    private static Reached To(GuardianId guardian, string email) => new(new PersonId(guardian.Value), email, new NoticeChoice(new PersonId(guardian.Value), "en"));

    /// <summary>Families of one to three children; every child's name and work carry a mark of their own.</summary>
    private async Task<Dictionary<PersonId, (string Email, IReadOnlyList<string> Own)>> Make()
    {
        var (made, number) = (new Dictionary<PersonId, (string, IReadOnlyList<string>)>(), 0);
        var (learners, guardians, cares, evidence, texts) = (new List<Learner>(), new List<Guardian>(), new List<Guardianship>(), new List<PieceOfEvidence>(), new List<EvidenceText>());
        for (var i = 0; i < Families; i++)
        {
            var guardian = new GuardianId(Guid.CreateVersion7());
            guardians.Add(new Guardian(guardian, $"g{i}", $"Guardian {i}"));
            var own = new List<string>();
            for (var child = 0; child <= i % 3; child++)
            {
                var (id, mark) = (new LearnerId(Guid.CreateVersion7()), $"mark{number++:00000}x");
                own.Add(mark);
                learners.Add(new Learner(id, $"l{mark}", mark, "Family"));
                cares.Add(new Guardianship(guardian, id, Family.Today.AddDays(-9), null));
                var piece = _family.District.Piece(id, Now.AddDays(-1));
                evidence.Add(piece);
                texts.Add(new EvidenceText(piece.Id, $"Work of {mark}", "", "", ""));
            }

            made[new PersonId(guardian.Value)] = ($"g{i}@example.org", own);
        }

        await _family.District.District.Writer.Alone(turn =>
        {
            turn.Insert<Learner>(learners);
            turn.Insert<Guardian>(guardians);
            turn.Insert<Guardianship>(cares);
            turn.Insert([.. evidence.Select(one => one with { RecordedAt = turn.Next() })]);
            turn.Insert<EvidenceText>(texts);
            return true;
        });
        return made;
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
