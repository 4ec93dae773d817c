using System.Text.Json;

namespace Cairn.App.Api.Cairn;

/// <summary>A name of ours as the API writes it: lower camel case.</summary>
internal static class Word
{
    public static string Of<T>(T one)
        where T : struct, Enum => Of(one.ToString());

    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>A number as both engines write it: without zeros at its end.</summary>
    public static decimal? Plain(decimal? number) => number is { } one ? one / 1.000000000000000000000000000m : null;
}
