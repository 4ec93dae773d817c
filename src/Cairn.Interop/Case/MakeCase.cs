using System.Globalization;
using System.Text.Json;
using Cairn.Learning;

namespace Cairn.Interop.Case;

/// <summary>Makes objects of CASE 1.1 from nothing. More fields are set by <see cref="CaseChange.With{T}"/>.</summary>
public sealed class MakeCase
{
    private const int LongestTitle = 200;

    private readonly string _address;
    private readonly DateTime _changedAt;

    /// <summary>Begins.</summary>
    /// <param name="address">Where objects are found: an object's address is this, its class and its identifier.</param>
    /// <param name="changedAt">When, UTC; the lastChangeDateTime of all that is made.</param>
    public MakeCase(Uri address, DateTime changedAt)
    {
        if (!address.IsAbsoluteUri) throw new ArgumentException("An address in CASE is absolute.", nameof(address));
        (_address, _changedAt) = (address.AbsoluteUri.TrimEnd('/') + "/", Instant.Utc(changedAt));
    }

    /// <summary>A document.</summary>
    public CaseDocument Document(Guid identifier, string title, string creator) => new(Json(
        identifier, "CFDocuments", ("caseVersion", JsonText.Of("1.1")), ("creator", JsonText.Of(creator)), ("title", JsonText.Of(title))));

    /// <summary>An item. Throws <see cref="ArgumentException"/> for an empty statement.</summary>
    public CaseItem Item(Guid identifier, string fullStatement) => string.IsNullOrWhiteSpace(fullStatement)
        ? throw new ArgumentException("An item has a statement.", nameof(fullStatement)) : new(Json(identifier, "CFItems", ("fullStatement", JsonText.Of(fullStatement))));

    /// <summary>An association between objects of any package. "A isChildOf B" has A as its origin.</summary>
    /// <param name="identifier">Its identifier.</param>
    /// <param name="type">One of <see cref="CaseAssociationType"/>, or a word that begins with <c>ext:</c>; else throws <see cref="ArgumentException"/>.</param>
    /// <param name="origin">Where it begins: <see cref="LinkTo"/>, or a link to another framework.</param>
    /// <param name="destination">Where it ends.</param>
    /// <param name="sequenceNumber">The origin's place among its siblings.</param>
    public CaseAssociation Association(Guid identifier, string type, CaseLink origin, CaseLink destination, int? sequenceNumber = null) => CaseAssociationType.IsKnown(type)
        ? new(Json(
            identifier, "CFAssociations", ("associationType", JsonText.Of(type)), ("sequenceNumber", sequenceNumber is { } number ? JsonText.Of(number) : null),
            ("originNodeURI", End(origin, nameof(origin))), ("destinationNodeURI", End(destination, nameof(destination)))))
        : throw new ArgumentException($"{type} is no type of association.", nameof(type));

    /// <summary>A definition that has a title.</summary>
    /// <param name="kind">What it defines.</param>
    /// <param name="identifier">Its identifier.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">The text of a licence; for other kinds the description.</param>
    /// <param name="hierarchyCode">The code of a concept, subject or item type; 1 where nobody says.</param>
    public CaseDefinition Definition(CaseDefinitionKind kind, Guid identifier, string title, string text = "", string hierarchyCode = "1")
    {
        var of = Wire.Definition(kind);
        var words = of.Fields.ContainsKey("licenseText") ? "licenseText" : "description";
        return new CaseDefinition(kind, Json(
            identifier, CaseDefinitions.FieldOf(kind), ("title", JsonText.Of(title)),
            (words, text.Length > 0 || of.Required.Contains(words, StringComparer.Ordinal) ? JsonText.Of(text) : null),
            ("hierarchyCode", of.Fields.ContainsKey("hierarchyCode") ? JsonText.Of(hierarchyCode) : null)));
    }

    /// <summary>A rubric, its criteria and their levels, numbered from 1 in the order given.</summary>
    public CaseRubric Rubric(Guid identifier, string title, IEnumerable<NewCriterion> criteria, string? description = null) => new(Json(
        identifier, "CFRubrics", ("title", JsonText.Of(title)), ("description", OrNone(description)),
        ("CFRubricCriteria", JsonText.Of(criteria.Select((one, i) => Criterion(identifier, one, i + 1))))));

    /// <summary>A link to an object of a package: its code or title, its identifier and its address.</summary>
    public static CaseLink LinkTo(CaseObject one)
    {
        var title = one is CaseItem item ? string.IsNullOrWhiteSpace(item.HumanCodingScheme) ? item.Title : item.HumanCodingScheme : one.TextOf("title") ?? "";
        if (title.Length > LongestTitle) title = title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
        return new CaseLink(title, one.Identifier, one.Uri ?? "");
    }

    internal static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private JsonElement Criterion(Guid rubric, NewCriterion one, int position) => Json(
        one.Identifier, "CFRubricCriteria", ("category", OrNone(one.Category)), ("description", OrNone(one.Description)),
        ("CFItemURI", one.Item is { } item ? End(LinkTo(item), nameof(one)) : null), ("weight", one.Weight is { } weight ? JsonText.Of(weight) : null),
        ("position", JsonText.Of(position)), ("rubricId", JsonText.Of(Text(rubric))),
        ("CFRubricCriterionLevels", JsonText.Of(one.Levels.Select((level, i) => Level(one.Identifier, level, i + 1)))));

    private JsonElement Level(Guid criterion, NewLevel one, int position) => Json(
        one.Identifier, "CFRubricCriterionLevels", ("description", JsonText.Of(one.Description)), ("quality", OrNone(one.Quality)),
        ("score", one.Score is { } score ? JsonText.Of(score) : null), ("feedback", OrNone(one.Feedback)),
        ("position", JsonText.Of(position)), ("rubricCriterionId", JsonText.Of(Text(criterion))));

    private static byte[] End(CaseLink link, string name) => link is { Identifier.Length: > 0, Uri: { } uri } && FieldCheck.IsAddress(uri)
        ? JsonText.Of(JsonText.With(null, ("title", JsonText.Of(link.Title ?? "")), ("identifier", JsonText.Of(link.Identifier)), ("uri", JsonText.Of(uri))))
        : throw new ArgumentException("A link has an identifier and an absolute address.", name);

    private static byte[]? OrNone(string? text) => string.IsNullOrEmpty(text) ? null : JsonText.Of(text);

    private JsonElement Json(Guid identifier, string field, params ReadOnlySpan<(string, byte[]?)> more) => JsonText.With(null, [
        ("identifier", JsonText.Of(Text(identifier))), ("uri", JsonText.Of($"{_address}{field}/{Text(identifier)}")), .. more,
        ("lastChangeDateTime", JsonText.Of(Moment(_changedAt)))]);

    private static string Text(Guid identifier) => identifier.ToString("D");
}

/// <summary>A criterion to make.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Item">The item it speaks of.</param>
/// <param name="Levels">Its levels, lowest first.</param>
/// <param name="Description">What is looked at.</param>
/// <param name="Category">A label that groups criteria.</param>
/// <param name="Weight">Its weight in a scored rubric.</param>
public sealed record NewCriterion(Guid Identifier, CaseItem? Item, IReadOnlyList<NewLevel> Levels, string? Description = null, string? Category = null, decimal? Weight = null);

/// <summary>A level to make.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Description">What work at this level looks like.</param>
/// <param name="Quality">The level's name.</param>
/// <param name="Score">The level's number.</param>
/// <param name="Feedback">What to tell a learner at this level.</param>
public sealed record NewLevel(Guid Identifier, string Description, string? Quality = null, decimal? Score = null, string? Feedback = null);
