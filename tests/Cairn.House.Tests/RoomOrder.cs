namespace Cairn.House.Tests;

/// <summary>Rooms inside Learning point one way, as docs/rooms.md draws them.</summary>
public sealed class RoomOrder
{
    /// <summary>From the ground up. Rooms of one storey stand beside each other.</summary>
    private static readonly string[][] Storeys =
    [
        ["People", "Frameworks", "Scales", "Privacy", "Journal"], ["Evidence"], ["Judgments"], ["Mastery"], ["Policies"],
        ["Plans", "Projects", "ExtendedLearning", "Credits", "Families"], ["Diplomas"], ["Transcripts", "Credentials"], ["Insights"],
    ];

    private static readonly Dictionary<string, int> Heights =
        Storeys.SelectMany((rooms, height) => rooms.Select(room => (room, height))).ToDictionary(one => one.room, one => one.height, StringComparer.Ordinal);

    [Fact]
    public void Every_room_of_Learning_has_its_place() =>
        Code.Learning.Types.Select(type => (type, Room: RoomOf(Code.SpaceOf(type)))).Where(one => one.Room.Length > 0 && !Heights.ContainsKey(one.Room))
            .Select(one => $"{Tree.FileOf(one.type.FullName)} stands in {one.Room}")
            .ShouldBeNone("add the room to RoomOrder.Storeys, docs/rooms.md and docs/glossary.md, or use the room of its noun.");

    [Fact]
    public void A_room_of_Learning_uses_only_rooms_beside_or_below_it() => (
        from use in Between()
        where Heights.GetValueOrDefault(use.There) > Heights.GetValueOrDefault(use.Here)
        select $"{Tree.FileOf(use.By)} in {use.Here} uses {use.Name} of {use.There}, which stands above it")
        .ShouldBeNone("hand the answer in as a parameter, or move the decision up to the room that knows both.");

    [Fact]
    public void Rooms_beside_each_other_do_not_use_each_other_both_ways()
    {
        var edges = Between().Select(use => (use.Here, use.There)).ToHashSet();
        edges.Where(edge => edges.Contains((edge.There, edge.Here)) && string.CompareOrdinal(edge.Here, edge.There) < 0)
            .Select(edge => $"src/Cairn.Learning/{edge.Here} and src/Cairn.Learning/{edge.There} use each other")
            .ShouldBeNone("let one of them point at the other by id (Ids.cs).");
    }

    [Fact]
    public void Ids_and_instants_know_no_room() => (
        from use in Code.Learning.Uses
        where RoomOf(Code.SpaceOf(use.User)).Length == 0 && RoomOf(use.Space).Length > 0
        select $"{Tree.FileOf(use.User.FullName)} uses {use.Used.FullName}")
        .ShouldBeNone("what stands beside the rooms (Ids.cs, Instant.cs) is used by all of them and uses none.");

    private static IEnumerable<(string By, string Here, string There, string Name)> Between() =>
        from use in Code.Learning.Uses
        let here = RoomOf(Code.SpaceOf(use.User))
        let there = RoomOf(use.Space)
        where here.Length > 0 && there.Length > 0 && here != there
        select (use.User.FullName, here, there, use.Used.Name);

    private static string RoomOf(string space) =>
        space.StartsWith("Cairn.Learning.", StringComparison.Ordinal) ? space.Split('.')[2] : "";
}
