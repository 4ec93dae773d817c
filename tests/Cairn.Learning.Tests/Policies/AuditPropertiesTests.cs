using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

public sealed class AuditPropertiesTests
{
    private const int Cases = 200;

    [Fact]
    public void Achievements_may_come_in_any_order() => PolicyCases.All.Sample(ask =>
        Whole(ask with { Achievements = [.. ask.Achievements.Reverse()] }).ShouldBe(Whole(ask)), iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void So_may_those_that_have_one_name_and_one_day()
    {
        var node = Build.All(Build.Need(1, Build.Tagged("a"), "p"), Build.Need(2, Build.Everything, "p"));
        Achievement[] same = [Build.Got("k", 1, says: "a"), Build.Got("k", 0.5m, says: ["a", "b"]), Build.Got("k", 1, says: "b"), Build.Got("k", 0.5m)];
        Gen.Shuffle(same).Sample(all => Whole(Build.Ask(node, all)).ShouldBe(Whole(Build.Ask(node, same))), iter: 30);
    }

    [Fact]
    public void Other_names_that_keep_their_order_change_nothing_but_names() => PolicyCases.All.Sample(ask =>
        Whole(ask with { Achievements = [.. ask.Achievements.Select(one => one with { Id = "z" + one.Id })] }).ShouldBe([.. Whole(ask).Select(line => line.Replace("~", "~z", StringComparison.Ordinal))]), iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void Names_and_days_decide_nothing_of_what_is_missing() => Gen.Select(PolicyCases.All, Gen.Shuffle(new[] { "m", "c", "x", "q", "a" })).Sample((ask, names) =>
    {
        var renamed = ask with { Achievements = [.. ask.Achievements.Select((one, i) => new Achievement(names[i], new Dictionary<string, FieldValue>(one.Fields) { ["date"] = new TextValue($"2026-0{i + 1}-01") }))] };
        var (before, after) = (PolicyAudit.From(ask), PolicyAudit.From(renamed));
        (after.IsMet, after.Remaining).ShouldBe((before.IsMet, before.Remaining));
    }, iter: Cases, print: one => PolicyCases.Print(one.Item1));

    [Fact]
    public void One_achievement_more_never_takes_anything_away() => Gen.Select(PolicyCases.All, PolicyCases.All).Sample((ask, other) =>
    {
        var more = other.Achievements.Select((one, i) => one with { Id = $"m{i}" });
        foreach (var one in more)
        {
            var (before, after) = (PolicyAudit.From(ask), PolicyAudit.From(ask with { Achievements = [.. ask.Achievements, one] }));
            after.Remaining!.Value.ShouldBeLessThanOrEqualTo(before.Remaining!.Value);
            ask = ask with { Achievements = [.. ask.Achievements, one] };
        }
    }, iter: Cases / 2, print: both => PolicyCases.Print(both.Item1) + "\nmore\n" + PolicyCases.Print(both.Item2));

    [Fact]
    public void More_units_never_take_anything_away() => Gen.Select(PolicyCases.All, Gen.Int[0, 9]).Where((ask, _) => ask.Achievements.Count > 0).Sample((ask, which) =>
    {
        var at = which % ask.Achievements.Count;
        var grown = new Achievement(ask.Achievements[at].Id, new Dictionary<string, FieldValue>(ask.Achievements[at].Fields) { ["units"] = new NumberValue(2) });
        PolicyAudit.From(ask with { Achievements = [.. ask.Achievements.Select((one, i) => i == at ? grown : one)] }).Remaining!.Value.ShouldBeLessThanOrEqualTo(PolicyAudit.From(ask).Remaining!.Value);
    }, iter: Cases, print: one => PolicyCases.Print(one.Item1));

    [Fact]
    public void What_no_leaf_accepts_changes_nothing_but_that_it_is_told() => PolicyCases.All.Where(ask => PolicyCases.LeavesOf(ask.Policy.Root).All(leaf => leaf.Of.Conditions.Count > 0)).Sample(ask =>
    {
        var with = PolicyAudit.From(ask with { Achievements = [.. ask.Achievements, Build.Got("stranger", says: ["other"])] });
        with.Unused.Single(one => one.Achievement == "stranger").ShouldBe(new("stranger", 1, UnusedReason.NoLeafAccepts, ""));
        Told(with).Where(line => !line.StartsWith("~stranger", StringComparison.Ordinal)).ShouldBe(Whole(ask));
    }, iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void The_older_of_two_that_are_alike_is_used() => PolicyCases.All.Sample(ask =>
    {
        var audit = PolicyAudit.From(ask);
        decimal Used(Achievement one, Requirement node) => audit.Findings.Where(found => found.IsTaken && ReferenceEquals(found.Node, node)).SelectMany(found => found.Used).Where(each => each.Achievement == one.Id).Sum(each => each.Units);
        foreach (var older in ask.Achievements)
            foreach (var younger in ask.Achievements.Where(one => Achievement.ByAge(older, one) < 0 && Equals(one["units"], older["units"]) && Equals(one["tags"], older["tags"]) && Equals(one["code"], older["code"])))
                PolicyCases.LeavesOf(ask.Policy.Root).Sum(leaf => Used(older, leaf)).ShouldBeGreaterThanOrEqualTo(PolicyCases.LeavesOf(ask.Policy.Root).Sum(leaf => Used(younger, leaf)));
    }, iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void The_verdict_of_a_cohort_is_that_of_the_audit_with_reasons() => PolicyCases.All.Sample(ask => PolicyVerdict.From(ask).ShouldBe(PolicyAudit.From(ask).Verdict), iter: Cases, print: PolicyCases.Print);

    private static List<string> Whole(AuditAsk ask) => Told(PolicyAudit.From(ask));

    private static List<string> Told(PolicyAudit audit) =>
    [
        $"{audit.IsMet} {audit.Remaining}",
        .. audit.Findings.Select(one => $"{one.Node.Path} {one.Depth} {one.Status} {one.Remaining} {one.IsTaken} {string.Join(' ', one.Used.Select(each => $"~{each.Achievement} {each.Units}"))}"),
        .. audit.Unused.Select(one => $"~{one.Achievement} {one.Units} {one.Reason} {one.Leaf}"),
    ];
}
