using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Interop.Csv;

/// <summary>
/// What was taken from a set of files, kept so that it can be taken again: the checked rows and nothing else. A column that is not
/// read, such as a password, is not in it, wherever it had slipped to in its file.
/// </summary>
public static class KeptSheets
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes sheets that were read without an error, as JSON.</summary>
    /// <typeparam name="T"><see cref="ProgramSheets"/> or <see cref="OneRoster.RosterSheets"/>.</typeparam>
    public static void Write<T>(T sheets, Stream to)
        where T : class => JsonSerializer.Serialize(to, sheets, Json);

    /// <summary>Reads them again.</summary>
    /// <typeparam name="T">What was written.</typeparam>
    /// <exception cref="JsonException">It is not what <see cref="Write{T}"/> wrote.</exception>
    public static T Read<T>(Stream from)
        where T : class => JsonSerializer.Deserialize<T>(from, Json) ?? throw new JsonException("Nothing was kept.");
}
