using System.Reflection;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Journal;

/// <summary>One row of every kind that the journal holds, the same in every run: ids are made from their type's name, so that rows refer to each other.</summary>
internal static class Samples
{
    private static readonly DateTime Moment = new DateTime(2026, 3, 31, 14, 5, 9, DateTimeKind.Utc).AddMicroseconds(123_456);

    public static object Of(Type type)
    {
        if (type == typeof(ProficiencyScale)) return ProficiencyScale.OfStages(new ScaleId(IdOf("Scale")), "Stages", 4);
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var row = constructor.Invoke([.. constructor.GetParameters().Select(one => Value(one, type))]);
        // What an account draws by lot is the same in every run here.
        type.GetProperty("SecurityStamp")?.SetValue(row, "stamp");
        return row;
    }

    public static Guid IdOf(string name) => NamedId.Of("sample", name);

    private static object? Value(ParameterInfo parameter, Type row)
    {
        var (name, type) = (parameter.Name!, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
        if (name is "NonScore" or "IsCompletion") return type == typeof(bool) ? false : null;
        if (Db.Ids.Contains(type)) return Activator.CreateInstance(type, IdOf(type.Name[..^2]));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        return type.Name switch
        {
            nameof(Guid) => IdOf(name.ToUpperInvariant() switch { "ID" => row.Name, "ACCOUNT" => "Account", "PROVIDER" => "SignInProvider", _ => name }),
            nameof(String) => $"the {name} of Zoë 名前",
            nameof(Boolean) => true,
            nameof(Int32) => 3,
            nameof(Int64) => 4_000_000_000L,
            nameof(Decimal) => 2.75m,
            nameof(Double) => 0.125,
            nameof(DateTime) => Moment,
            nameof(DateOnly) => DateOnly.FromDateTime(Moment),
            "Byte[]" => new byte[] { 0, 255, 10, 13, 7 },
            nameof(DeterminationRule) => new WeightedRecent(75),
            _ => Activator.CreateInstance(type),
        };
    }
}
