using System.Text;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

/// <summary>A cohort's page audits many learners under one policy, on as many threads as there are.</summary>
public sealed class CohortTests
{
    private const int Times = 4;

    [Theory]
    [InlineData("nh-306.27")]
    [InlineData("co-menu")]
    [InlineData("oh-2023")]
    [InlineData("tce-ibplc")]
    public void Audits_on_many_threads_at_once_are_the_same_bytes_as_one_after_the_other(string name)
    {
        var lines = File.ReadAllLines(TestData.Path("policies", "audit-cases.jsonl"));
        var one = Policy(name);
        var expected = lines.Select(line => Answer(one, line)).ToArray();

        // Read anew, so that nothing is known of it yet, and every learner several times, so that threads meet at one.
        var other = Policy(name);
        var asks = lines.Select(line => PolicyCase.Read(other, line)).ToArray();
        var wrong = 0;
        Parallel.For(0, lines.Length * Times, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var ask = asks[i % lines.Length];
            if (Text(ask) != expected[i % lines.Length]) Interlocked.Increment(ref wrong);
        });

        expected.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(10);
        wrong.ShouldBe(0);
    }

    [Fact]
    public void Whole_and_split_policies_of_one_tree_may_be_asked_at_once()
    {
        var lines = File.ReadAllLines(TestData.Path("policies", "audit-cases.jsonl"));
        var split = Policy("nh-306.27") with { IsSplit = true };
        var whole = split with { IsSplit = false };
        var expected = lines.SelectMany(line => new[] { Answer(split, line), Answer(whole, line) }).ToArray();

        var answers = new string[expected.Length];
        Parallel.For(0, answers.Length, i => answers[i] = Answer(i % 2 == 0 ? split : whole, lines[i / 2]));

        answers.Index().Count(one => one.Item != expected[one.Index]).ShouldBe(0);
    }

    [Fact]
    public void A_verdict_says_what_the_audit_says()
    {
        var policy = Policy("nh-306.27");
        foreach (var line in File.ReadLines(TestData.Path("policies", "audit-cases.jsonl")))
        {
            var ask = PolicyCase.Read(policy, line);
            AuditText.Bytes(PolicyVerdict.From(ask)).ShouldBe(AuditText.Bytes(PolicyAudit.From(ask).Verdict));
        }
    }

    private static string Answer(Policy policy, string line) => Text(PolicyCase.Read(policy, line));

    private static string Text(AuditAsk ask) => Encoding.UTF8.GetString(AuditText.Bytes(PolicyAudit.From(ask))) + Encoding.UTF8.GetString(AuditText.Bytes(PolicyVerdict.From(ask)));

    private static Policy Policy(string name) => PolicyText.Read(File.ReadAllText(TestData.Path("policies", name + ".json"))).Policy!;
}
