using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

/// <summary>Small policies as text.</summary>
internal static class Texts
{
    /// <summary>One of each node, as somebody would write it.</summary>
    public const string Diploma = """
        {
          "id": "diploma", "title": "A diploma", "source": "Board policy 6.1", "version": "3", "split": true,
          "appliesTo": {"classOfFrom": 2027},
          "root": {"all": [
            {"id": "english", "label": "English", "need": 4, "of": {"type": "credit", "subject": "english"}, "pool": "credit"},
            {"id": "science", "need": 3, "of": {"type": "credit", "subject": ["science", "engineering"]}, "pool": "credit",
             "where": [{"need": 1, "of": {"tags": ["lab"]}}, {"max": 1, "of": {"via": "exam"}}]},
            {"id": "electives", "need": {"fact": "electives"}, "of": {"type": "credit", "not": {"tags": ["remedial"]}}, "pool": "credit"},
            {"atLeast": 1, "of": [
              {"score": "max", "of": [{"exam": "sat", "date": {">=": "2024-01-01"}}], "need": 1000},
              {"bestIs": {"type": "panel"}, "field": "verdict", "equals": "pass"},
              {"any": [{"need": 2, "of": {"any": [{"type": "seal"}, {"type": "credential"}]}, "distinct": "name"}]}
            ]},
            {"if": {"fact": "classOf", ">=": 2029}, "then": {"id": "finance", "need": 0.5, "of": {"tags": ["finance"]}}, "else": {"all": []}},
            {"not": {"attest": "withdrawn"}},
            {"attest": "capstone", "by": ["principal"]}
          ]}
        }
        """;

    public static Policy Read(string text)
    {
        var read = PolicyText.Read(text);
        read.Faults.ShouldBeEmpty();
        return read.Policy!;
    }

    /// <summary>A policy with this as its root.</summary>
    public static PolicyRead Root(string root) => PolicyText.Read($$"""{"root": {{root}}}""");
}
