using System.Text;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Interop.Tests.Policies;

public sealed class AuditTextTests
{
    private const string Learner = """
        {"facts": {"classOf": 2027, "electives": 1}, "achievements": [
          {"id": "e1", "type": "credit", "subject": "english", "units": 3.50, "date": "2024-06-01"}, {"id": "s1", "type": "credit", "subject": "science", "units": 2, "date": "2025-06-01"},
          {"id": "s2", "type": "credit", "subject": "science", "via": "exam", "units": 1.5, "date": "2025-07-01"}, {"id": "s3", "type": "credit", "subject": "science", "tags": ["lab"], "status": "in-progress", "date": "2026-09-01"},
          {"id": "t", "exam": "sat", "score": 990, "date": "2025-03-01"}]}
        """;

    [Fact]
    public void The_answer_names_what_is_used_what_is_left_and_what_is_missing()
    {
        var line = PolicyLine.Answer(Texts.Read(Texts.Diploma), Learner, explain: true).Line;

        line.ShouldStartWith("""{"met":false,"remaining":3.5,"findings":[{"path":"root","status":"not-yet","remaining":3.5},{"path":"root/all/0","id":"english","label":"English","status":"not-yet","remaining":0.5,"used":[{"achievement":"e1","units":3.5}]},""");
        line.ShouldContain("""{"path":"root/all/1","id":"science","status":"on-track","remaining":1,"used":[{"achievement":"s1","units":1},{"achievement":"s2","units":1}]}""");
        line.ShouldContain("""{"path":"root/all/1","id":"science","remaining":1,"has":2,"asks":3,"short":[{"words":"1 credit of science or engineering tagged lab, but nothing more that is with via exam, or 0.5 + 0.5","units":1,"of":[{"type":"credit","subject":["science","engineering"]},{"tags":["lab"]}],"but":[{"via":"exam"}]}],"routes":[{"how":"under-way","units":1,"with":["s3"]}]}""");
        line.ShouldContain("""{"path":"root/all/3/of/0","remaining":1,"has":990,"asks":1000,"routes":[{"how":"new","units":1}]}""");
        line.ShouldContain("""{"path":"root/all/6","remaining":1,"routes":[{"how":"person","units":1,"by":["principal"]}]}""");
        line.ShouldContain("""{"choice":"root/all/3","branch":"root/all/3/of/1","remaining":1}""");
        line.ShouldContain("""{"achievement":"s3","units":1,"reason":"not-earned"}""");
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes_in_whatever_order_they_come()
    {
        var ask = PolicyCase.Read(Texts.Read(Texts.Diploma), Learner);
        var bytes = AuditText.Bytes(PolicyAudit.From(ask));
        Gen.Shuffle(ask.Achievements.ToArray()).Sample(achievements => AuditText.Bytes(PolicyAudit.From(ask with { Achievements = achievements })).SequenceEqual(bytes).ShouldBeTrue(), iter: 50);
    }

    [Fact]
    public void An_audit_can_be_reckoned_again_from_what_was_stored_to_the_byte()
    {
        // The stored policy is a text, the stored facts are a line: both are read anew.
        var stored = AuditText.Bytes(PolicyAudit.From(PolicyCase.Read(Texts.Read(Texts.Diploma), Learner)));
        var again = AuditText.Bytes(PolicyAudit.From(PolicyCase.Read(Texts.Read(Texts.Diploma), Learner)));
        Encoding.UTF8.GetString(again).ShouldBe(Encoding.UTF8.GetString(stored));
    }

    [Fact]
    public void Every_real_case_is_told_in_the_same_bytes_twice_and_backwards()
    {
        var folder = TestData.Path("policies");
        foreach (var line in File.ReadLines(Path.Combine(folder, "audit-cases.jsonl")))
        {
            var name = System.Text.Json.Nodes.JsonNode.Parse(line)!["policy"]!.GetValue<string>();
            var ask = PolicyCase.Read(Texts.Read(File.ReadAllText(Path.Combine(folder, name + ".json"))), line);
            var told = AuditText.Bytes(PolicyAudit.From(ask));
            AuditText.Bytes(PolicyAudit.From(ask with { Achievements = [.. ask.Achievements.Reverse()] })).SequenceEqual(told).ShouldBeTrue($"{name}: {Encoding.UTF8.GetString(told)}");
        }
    }

    [Fact]
    public void What_is_not_sure_is_said_to_be_so()
    {
        var units = Enumerable.Range(0, 30).Select(i => 1m + (i * i * 37 % 1009 * 0.0002m)).ToArray();
        var half = Math.Floor(units.Sum() / 2 / 0.0002m) * 0.0002m + 0.0001m;
        var policy = Texts.Read(FormattableString.Invariant($$"""{"root": {"all": [{"need": {{half}}, "of": {}, "pool": "p"}, {"need": {{units.Sum() - half}}, "of": {}, "pool": "p"}]} }"""));
        var line = FormattableString.Invariant($"{{\"achievements\": [{string.Join(',', units.Select(one => FormattableString.Invariant($"{{\"units\": {one}}}")))}]}}");
        PolicyLine.Answer(policy, line, explain: false).Line.ShouldEndWith(""","exact":false,"decided":false,"atLeast":0}""");
    }
}
