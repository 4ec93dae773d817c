using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Features.Badges;

/// <summary>Twelve pictures that a child tells apart, of which three in an order are theirs.</summary>
internal static class Glyphs
{
    /// <summary>How many are chosen, one after the other; the same may come again.</summary>
    public const int Chosen = 3;

    // 24 x 24, filled with the text's colour: each has a shape of its own.
    private static readonly (string Name, string Path)[] All =
    [
        ("sun", "M12 6.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM11 1h2v4h-2zM11 19h2v4h-2zM1 11h4v2H1zM19 11h4v2h-4zM3.5 5l1.5-1.5L7.8 6.3 6.3 7.8zM16.2 17.7l1.5-1.5 2.8 2.8-1.5 1.5zM3.5 19l2.8-2.8 1.5 1.5L5 20.5zM16.2 6.3L19 3.5 20.5 5l-2.8 2.8z"),
        ("moon", "M20 15A9 9 0 0 1 9 4a9 9 0 1 0 11 11z"),
        ("star", "M12 2l3 6.6 7 .8-5.2 4.9 1.4 7.2L12 18l-6.2 3.5 1.4-7.2L2 9.4l7-.8z"),
        ("tree", "M12 1l7 9h-3.5l4 6H13.500v6h-3v-6H4.500l4-6H5z"),
        ("fish", "M2 12c4-7 11-7 15-2l5-4v12l-5-4c-4 5-11 5-15-2zM7.500 10.200a1.300 1.300 0 1 0 0 2.600a1.300 1.300 0 0 0 0-2.600z"),
        ("house", "M12 2L1.500 11H5v11h5v-7h4v7h5V11h3.500z"),
        ("boat", "M11 2v12H4zM13 5l7 9h-7zM2 16h20l-4 6H6z"),
        ("apple", "M13 6c1-3 3-4 5-4 0 3-2 4.500-5 4zM12 8c3-2 8-1 8 5s-4 9-6 9c-1 0-1-.6-2-.6s-1 .6-2 .6c-2 0-6-3-6-9s5-7 8-5z"),
        ("key", "M7.500 7a5 5 0 1 0 4.700 6.600H15V17h3v-3.400h4v-3.200H12.200A5 5 0 0 0 7.500 7zM7.500 10.200a1.800 1.800 0 1 1 0 3.600a1.800 1.800 0 0 1 0-3.600z"),
        ("heart", "M12 21C4 15 2 11.500 2 8a5 5 0 0 1 10-2 5 5 0 0 1 10 2c0 3.500-2 7-10 13z"),
        ("bell", "M12 1.500a2 2 0 0 1 2 2c3 1 4.500 3.500 4.500 7 0 4 1 5.500 2.500 7H3c1.500-1.500 2.500-3 2.500-7 0-3.500 1.500-6 4.500-7a2 2 0 0 1 2-2zM9 19h6a3 3 0 0 1-6 0z"),
        ("drop", "M12 1.500c5 6.500 7.500 10 7.500 13.500a7.500 7.500 0 0 1-15 0C4.500 11.500 7 8 12 1.500z"),
    ];

    public static int Count => All.Length;

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(one => one.Name)];

    /// <summary>A picture, drawn; its name stands beside it or on its button.</summary>
    public static MarkupString Drawing(int number) => new($"""<svg class="Glyph" viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d="{All[number].Path}"/></svg>""");

    /// <summary>Pictures as they are hashed: with whose they are, so that two children who have the same share nothing.</summary>
    public static string Said(LearnerId learner, IEnumerable<int> pictures) => $"{learner.Value:N} {string.Join(' ', pictures.Select(one => All[one].Name))}";

    /// <summary>What of a name is shown on a device that others use: the given name, and a letter.</summary>
    public static string NameOf(Learner learner) => learner.FamilyName.Length == 0 ? learner.CalledName : $"{learner.CalledName} {learner.FamilyName.EnumerateRunes().First()}.";
}
