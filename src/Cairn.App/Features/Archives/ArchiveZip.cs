using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.Interop.Csv;
using Cairn.Storage.Files;

namespace Cairn.App.Features.Archives;

/// <summary>Writes an archive: one zip with a page to read, everything as JSON, and the same as sheets.</summary>
internal static class ArchiveZip
{
    public const string Format = "cairn-archive";

    public const int Version = 1;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream to, ArchiveContents of, string district, DateTime madeAt, FileStore? files = null)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        using (var page = Begin(zip, "index.html", madeAt)) page.Write(Encoding.UTF8.GetBytes(of.Index));
        using (var json = Begin(zip, "archive.json", madeAt)) Json(json, of, district, madeAt);
        foreach (var table in of.Tables)
        {
            using var sheet = new StreamWriter(Begin(zip, $"csv/{table.Name}.csv", madeAt), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            TableSheet.Write(sheet, table.Columns, table.Rows);
        }

        foreach (var (name, hash) in files is null ? [] : of.Files)
        {
            using var from = files!.Open(hash);
            if (from is null) continue;
            using var copy = Begin(zip, name, madeAt);
            from.CopyTo(copy);
        }
    }

    private static Stream Begin(ZipArchive zip, string name, DateTime madeAt)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(madeAt, TimeSpan.Zero);
        return entry.Open();
    }

    private static void Json(Stream to, ArchiveContents of, string district, DateTime madeAt)
    {
        using var json = new Utf8JsonWriter(to, Readable);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("kind", of.Kind);
        json.WriteString("district", district);
        json.WriteString("madeAt", TableSheet.Plain(madeAt));
        foreach (var table in of.Tables)
        {
            json.WriteStartArray(table.Name);
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Count; i++) Value(json, table.Columns[i], row[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.Flush();
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case string text: json.WriteString(name, text); break;
            case bool yes: json.WriteBoolean(name, yes); break;
            case int or long or decimal:
                json.WritePropertyName(name);
                json.WriteRawValue(TableSheet.Plain(value));
                break;
            default: json.WriteString(name, TableSheet.Plain(value)); break;
        }
    }
}
