using Cairn.Learning.Policies;

namespace Cairn.App.Ui.Reasons;

/// <summary>A requirement in the reader's language: what people call it, how much it asks, and what counts. Families are told no level numbers.</summary>
/// <param name="words">The reader's words.</param>
/// <param name="names">What the district calls that which rules name by codes; null where rules are read as they are written.</param>
internal sealed class RequirementWords(Words.Words words, PolicyNames? names = null)
{
    private static readonly string[] Kinds = ["credit", "competency", "test", "credential", "seal", "course", "engagement", "attendance", "evidence", "plan", "attestation"];
    private static readonly string[] Fields = ["subject", "area", "level", "stage", "exam", "score", "kind", "code", "name", "via", "date", "status", "year"];

    // What rules sort by and nobody has to read: an area and a subject say enough to a family.
    private static readonly string[] ToFamilies = ["subject", "area", "kind", "exam", "name"];

    /// <summary>What people call it: the label that the district wrote, else its name as words, else what it asks.</summary>
    public string NameOf(Requirement node) => node.Label.Length > 0 ? node.Label : node.Id.Length > 0 ? Plain(node.Id) : node switch
    {
        Several { IsAll: true } all => words["diploma.node.all", ("count", all.Of.Count)],
        Several { Count: 1 } any => words["diploma.node.any", ("count", any.Of.Count)],
        Several some => words["diploma.node.some", ("count", some.Count), ("all", some.Of.Count)],
        Leaf leaf => What(leaf.Of) is { Length: > 0 } what ? $"{KindOf(leaf.Of)}: {what}" : KindOf(leaf.Of),
        Score score => words["diploma.node.score", ("score", score.Of.Count == 0 ? "" : What(score.Of[0])), ("has", score.Of.Count > 0 && What(score.Of[0]).Length > 0)],
        BestIs best => words["diploma.node.best", ("what", Plain(best.Field)), ("value", Said(best.Equal))],
        Attest attest => Plain(attest.Key),
        MustNot not => words["diploma.node.not", ("what", NameOf(not.Of))],
        _ => words["diploma.node.other"],
    };

    /// <summary>Is its name the district's own, in the language that it writes in?</summary>
    public static bool IsOwn(Requirement node) => node.Label.Length > 0;

    /// <summary>How much it asks, such as "4 credits"; empty where once is enough.</summary>
    public string AmountOf(Requirement node) => node is Leaf leaf && leaf.Need.Given is NumberValue need && (need.Number != 1 || IsCredit(leaf)) ? Amount(need.Number, leaf) : "";

    /// <summary>An amount in the unit of a leaf.</summary>
    public string Amount(decimal units, Requirement node)
    {
        if (node is not Leaf leaf) return words.Number(units);
        if (leaf.Unit.Length > 0) return $"{words.Number(units)} {leaf.Unit}";
        return words[$"diploma.amount.{KindKey(leaf.Of)}", ("count", units)];
    }

    /// <summary>What counts, such as "subject math, tagged algebra"; empty where anything of the kind does.</summary>
    public string What(Selector of) => string.Join(", ", of.Conditions.Where(one => !IsKind(one) && IsFor(one)).Select(Said).Where(one => one.Length > 0));

    /// <summary>The least and greatest parts of a leaf.</summary>
    public IEnumerable<string> PartsOf(Leaf leaf) => leaf.Where.Where(one => What(one.Of).Length > 0 && one.Amount.Given is NumberValue)
        .Select(one => words[one.IsMost ? "diploma.part.most" : "diploma.part.least", ("amount", Amount(((NumberValue)one.Amount.Given!).Number, leaf)), ("what", What(one.Of))]);

    /// <summary>A name of a policy as words: "digital-literacy" as "Digital literacy".</summary>
    public static string Plain(string name)
    {
        var text = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static bool IsCredit(Leaf leaf) => KindOf(leaf.Of.Conditions) == "credit";

    private static bool IsKind(Condition one) => one is FieldIs { Field: "type", How: Comparison.Equal, Value.Given: TextValue };

    private static string KindOf(IReadOnlyList<Condition> conditions) => conditions.OfType<FieldIs>().FirstOrDefault(IsKind) is { Value.Given: TextValue text } ? text.Text : "";

    private bool IsFor(Condition one) => !words.SaysLevelsInWords || one switch
    {
        FieldIs { How: Comparison.Equal, Field: "code" } code => Called("code", code.Value) is not null,
        FieldIs field => ToFamilies.Contains(field.Field, StringComparer.Ordinal),
        FieldIsOneOf field => ToFamilies.Contains(field.Field, StringComparer.Ordinal),
        NotAccepted => false,
        _ => true,
    };

    private static string KindKey(Selector of) => KindOf(of.Conditions) is var kind && Kinds.Contains(kind, StringComparer.Ordinal) ? kind : "other";

    private string KindOf(Selector of) => words[$"diploma.kind.{KindKey(of)}"];

    private string Said(Condition condition) => condition switch
    {
        FieldIs { How: Comparison.AtLeast } one => words["diploma.sel.least", ("field", FieldOf(one.Field)), ("value", Said(one.Value))],
        FieldIs { How: Comparison.AtMost } one => words["diploma.sel.most", ("field", FieldOf(one.Field)), ("value", Said(one.Value))],
        FieldIs { How: Comparison.Equal } one when Called(one.Field, one.Value) is { } name => name,
        FieldIs one => words["diploma.sel.is", ("field", FieldOf(one.Field)), ("value", Said(one.Value))],
        FieldIsOneOf one when one.Values.Count > 0 && one.Values.All(each => Called(one.Field, each) is not null) => Either(one.Values.Select(each => Called(one.Field, each)!)),
        FieldIsOneOf one => words["diploma.sel.is", ("field", FieldOf(one.Field)), ("value", Either(one.Values.Select(Said)))],
        // Marks are for who writes rules; who is under them reads of the courses that bear all of them, or what the requirement itself says.
        HasTags one when names is { IsForFamily: true } => Either(one.Tags.Select(each => each.Given is TextValue text ? names.Courses(text.Text) : []).Aggregate((IEnumerable<string>?)null, (all, some) => all is null ? some : all.Intersect(some, StringComparer.Ordinal)) ?? []),
        HasTags { Tags.Count: > 0 } one => words["diploma.sel.tags", ("tags", string.Join(", ", one.Tags.Select(Said)))],
        AcceptedByAny any => Either(any.Selectors.Select(What).Where(one => one.Length > 0)),
        NotAccepted not => words["diploma.sel.not", ("what", What(not.Selector) is { Length: > 0 } what ? what : KindOf(not.Selector))],
        _ => "",
    };

    private string? Called(string field, Named value) => value.Given is not TextValue text ? null : field switch
    {
        "subject" => names?.Subject(text.Text),
        "area" => names?.Area(text.Text),
        "code" => names?.Competency(text.Text),
        _ => null,
    };

    private string FieldOf(string field) => Fields.Contains(field, StringComparer.Ordinal) ? words[$"diploma.field.{field}"] : field;

    private string Either(IEnumerable<string> all) => string.Join(words["diploma.or"], all);

    private string Said(Named named) => named.Given is { } given ? Said(given) : words["diploma.fact", ("fact", Plain(named.Fact))];

    private string Said(FieldValue value) => value switch
    {
        TextValue text => text.Text.Replace('-', ' '),
        NumberValue number => words.Number(number.Number),
        FlagValue flag => words[flag.IsSo ? "diploma.yes" : "diploma.no"],
        ListValue list => string.Join(", ", list.Values.Select(Said)),
        _ => "",
    };
}
