using System.CommandLine;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>What every verb that works on a data folder takes.</summary>
internal static class DistrictOptions
{
    public static Option<bool> Json() => new("--json") { Description = Say.Words["cli.json"] };

    public static Option<string?> Data() => new("--data") { Description = Say.Words["cli.data"], HelpName = "DIR" };

    public static Option<string?> DistrictOption() => new("--district") { Description = Say.Words["cli.district"], HelpName = "NAME" };

    /// <summary>Adds the options to a verb.</summary>
    public static Command WithCommon(this Command verb)
    {
        verb.Add(Data());
        verb.Add(DistrictOption());
        verb.Add(Json());
        return verb;
    }

    /// <summary>Was a JSON answer asked for?</summary>
    public static bool WantsJson(this ParseResult asked) => asked.GetValue<bool>("--json");

    /// <summary>The data folder: --data, else CAIRN_DATA, else ./data.</summary>
    public static DataFolder Folder(this ParseResult asked) =>
        new(Named(asked.GetValue<string?>("--data")) ?? NotEmpty(Environment.GetEnvironmentVariable("CAIRN_DATA")) ?? "data");

    /// <summary>The district that is meant: the one named, or the only one. On an empty folder a district named default is made first; to a
    /// verb that has nothing to do there, such as a backup, it is a folder that was misspelt.</summary>
    public static string DistrictName(this ParseResult asked, DataFolder folder, bool mayMake = true)
    {
        var named = asked.GetValue<string?>("--district");
        var districts = folder.Districts;
        if (named is not null && !districts.Contains(named, StringComparer.Ordinal))
            throw new UsageException(Say.Words["cli.noDistrict", ("name", named), ("folder", folder.Path), ("districts", districts.Count == 0 ? "-" : string.Join(", ", districts))]);
        if (named is not null) return named;
        switch (districts.Count)
        {
            case 1:
                return districts[0];
            case > 1:
                throw new UsageException(Say.Words["cli.whichDistrict", ("districts", string.Join(", ", districts))]);
            default:
                if (!folder.IsEmpty) throw new RefusedException(Say.Words["cli.notOurs", ("folder", folder.Path)]);
                if (!mayMake) throw new RefusedException(Say.Words["cli.noRecord", ("folder", folder.Path)]);
                District.Create(folder, DataFolder.DefaultDistrict, "Default district", "UTC");
                return DataFolder.DefaultDistrict;
        }
    }

    /// <summary>Opens the district that is meant.</summary>
    public static District OpenDistrict(this ParseResult asked, bool toWrite)
    {
        var folder = asked.Folder();
        return District.OpenExisting(folder, asked.DistrictName(folder), toWrite, TimeProvider.System);
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Named(string? folder) => folder is not null && string.IsNullOrWhiteSpace(folder) ? throw new UsageException(Say.Words["cli.noData"]) : folder;
}
