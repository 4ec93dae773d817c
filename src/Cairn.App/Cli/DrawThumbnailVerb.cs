using System.CommandLine;
using System.Globalization;
using Cairn.App.Files;
using Cairn.Learning.Evidence;

namespace Cairn.App.Cli;

/// <summary>The other end of <see cref="Thumbnails"/>: a picture on standard input, a small one on standard output. Hidden: it is for Cairn itself.</summary>
internal static class DrawThumbnailVerb
{
    private const int MostIn = 64 << 20;
    private const int Seconds = 10;

    // Decoded, turned and drawn: twice the largest picture, and room for the rest.
    private const long Memory = (2 * 4 * Thumbnail.MostPixels) + (128L << 20);

    public static Command Make()
    {
        var side = new Argument<int>("SIDE");
        var hidden = new Argument<string[]>("HIDDEN") { Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command(Thumbnails.Verb, "") { side, hidden };
        verb.Hidden = true;
        verb.SetAction(asked => Draw(asked.GetValue(side), asked.GetValue(hidden) ?? []));
        return verb;
    }

    private static int Draw(int side, string[] hidden)
    {
        if (side is < 1 or > Thumbnail.LongestSide) return CommandLine.WrongUsage;
        List<FaceBox> boxes = [.. hidden.Select(BoxOf).OfType<FaceBox>()];
        // Nothing is drawn where it is not known what has to be hidden.
        if (boxes.Count < hidden.Length) return CommandLine.WrongUsage;
        ProcessLimits.Set(Memory, Seconds);
        using var from = Console.OpenStandardInput();
        if (Read(from) is not { } picture || DrawThumbnail.Of(picture, side, boxes) is not { } drawn) return CommandLine.Refused;
        using var to = Console.OpenStandardOutput();
        to.Write(drawn.Bytes);
        return CommandLine.Done;
    }

    private static FaceBox? BoxOf(string text) => text.Split(',') is [var left, var top, var width, var height] && int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var l) && int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var w) && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && new FaceBox(l, t, w, h) is { IsWithin: true } box ? box : null;

    private static byte[]? Read(Stream from)
    {
        var all = new MemoryStream();
        var part = new byte[64 << 10];
        while (from.Read(part) is > 0 and var read)
        {
            if (all.Length + read > MostIn) return null;
            all.Write(part, 0, read);
        }

        return all.ToArray();
    }
}
