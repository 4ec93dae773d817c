using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

/// <summary>A node, once it is told where it stands.</summary>
internal delegate Requirement Node(string path);

/// <summary>Policies and learners in few words.</summary>
internal static class Build
{
    public static readonly Selector Everything = new([]);
    public static readonly Dictionary<string, FieldValue> NoFacts = [];

    public static Policy Policy(Node root, bool isSplit = false) => new("p", "", "", "", isSplit, root("root"));

    public static Node All(params Node[] of) => path => new Several(path, "", "", of.Length, Below(path + "/all", of), true);

    public static Node Any(params Node[] of) => path => new Several(path, "", "", 1, Below(path + "/any", of), false);

    public static Node AtLeast(int count, params Node[] of) => path => new Several(path, "", "", count, Below(path + "/of", of), false);

    public static Node Need(decimal need, Selector of, string pool = "", string distinct = "", string id = "", params Limit[] where) =>
        path => new Leaf(path, id, "", Value(need), of, pool, where, distinct, "");

    public static Node NeedOfFact(string fact, Selector of) => path => new Leaf(path, "", "", new Named(null, fact), of, "", [], "", "");

    public static Node Attest(string key, params string[] by) => path => new Attest(path, "", "", key, by);

    public static Node Not(Node of) => path => new MustNot(path, "", "", of(path + "/not"));

    public static Node Score(ScoreOf how, decimal need, bool needsAll, params Selector[] of) => path => new Score(path, "", "", how, of, Value(need), needsAll);

    public static Node BestIs(Selector of, string field, string equal) => path => new BestIs(path, "", "", of, field, new(new TextValue(equal)));

    public static Node If(string fact, Comparison how, decimal value, Node then, Node otherwise) =>
        path => new ByFact(path, "", "", fact, [(how, [Value(value)])], then(path + "/then"), otherwise(path + "/else"));

    public static Selector Of(params (string Field, string Value)[] fields) => new([.. fields.Select(one => new FieldIs(one.Field, Comparison.Equal, new(new TextValue(one.Value))))]);

    public static Selector Tagged(params string[] tags) => new([new HasTags([.. tags.Select(tag => new Named(new TextValue(tag)))])]);

    /// <summary>One of the tags is enough.</summary>
    public static Selector TaggedAny(params string[] tags) => new([new AcceptedByAny([.. tags.Select(tag => Tagged(tag))])]);

    public static Limit Least(decimal amount, Selector of) => new(false, Value(amount), of);

    public static Limit Most(decimal amount, Selector of) => new(true, Value(amount), of);

    /// <summary>An achievement with tags, words as tag unless they are name=value.</summary>
    public static Achievement Got(string id, decimal units = 1, string date = "2026-01-01", params string[] says)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["type"] = new TextValue("credit"), ["units"] = new NumberValue(units), ["date"] = new TextValue(date) };
        var tags = says.Where(one => !one.Contains('=', StringComparison.Ordinal)).Select(one => (FieldValue)new TextValue(one)).ToList();
        if (tags.Count > 0) fields["tags"] = new ListValue(tags);
        foreach (var said in says.Where(one => one.Contains('=', StringComparison.Ordinal)).Select(one => one.Split('=')))
            fields[said[0]] = decimal.TryParse(said[1], System.Globalization.CultureInfo.InvariantCulture, out var number) ? new NumberValue(number) : new TextValue(said[1]);
        return new(id, fields);
    }

    public static Achievement Attested(string key) => Got(key, says: ["type=attestation", $"key={key}"]);

    public static AuditAsk Ask(Node root, params Achievement[] achievements) => new(Policy(root), NoFacts, achievements, []);

    public static PolicyAudit Audit(Node root, params Achievement[] achievements) => PolicyAudit.From(Ask(root, achievements));

    public static Named Value(decimal number) => new(new NumberValue(number));

    private static List<Requirement> Below(string path, Node[] of) => [.. of.Select((one, i) => one($"{path}/{i}"))];
}
