namespace Cairn.App.Cli.Demo;

/// <summary>Who works at the schools: two educators a room, a leader of the district, and where there are several schools a principal each
/// and counselors at the high school.</summary>
internal sealed class DemoStaff
{
    private static readonly string[] Titles = ["Ms.", "Mr.", "Mx.", "Mrs."];

    private readonly IReadOnlyList<DemoEducator> _named;
    private readonly List<DemoEducator> _more = [];

    public DemoStaff(DemoContent content, IReadOnlyList<DemoRoom> rooms)
    {
        _named = [.. content.People.Educators.Where(one => one.Role == "teacher")];
        var dice = new Dice(MakeDemo.Seed + 2);
        // Each room has two of its own once there are more rooms than the named can share.
        var isDistrict = rooms.Any(one => one.School > 0);
        var taken = content.People.Educators.Select(one => one.Username).ToHashSet(StringComparer.Ordinal);
        for (var i = 2; isDistrict && i < rooms.Count * 2; i++) _more.Add(Make("teacher"));
        Counselors = isDistrict ? [Make("teacher"), Make("teacher")] : [];
        Leaders = [.. content.People.Educators.Where(one => one.Role == "leader"), .. isDistrict ? Enumerable.Range(0, 3).Select(_ => Make("leader")) : []];
        Registrars = isDistrict ? [Make("teacher")] : [];

        DemoEducator Make(string role)
        {
            var (given, family) = (dice.Of(content.People.Given), dice.Of(content.People.Family));
            var stem = DemoPeople.Plain(given)[..1] + DemoPeople.Plain(family);
            var username = stem;
            for (var n = 2; !taken.Add(username); n++) username = $"{stem}{n}";
            return new DemoEducator(given, family, dice.Of(Titles), username, role);
        }
    }

    /// <summary>Counselors of the high school.</summary>
    public IReadOnlyList<DemoEducator> Counselors { get; }

    /// <summary>The district's leader, then the principals.</summary>
    public IReadOnlyList<DemoEducator> Leaders { get; }

    /// <summary>Who keeps the high school's records.</summary>
    public IReadOnlyList<DemoEducator> Registrars { get; }

    public IEnumerable<DemoEducator> All => [.. _named, .. _more, .. Counselors, .. Leaders, .. Registrars];

    /// <summary>The two educators of a room.</summary>
    public IReadOnlyList<DemoEducator> Of(int room) => _more.Count == 0 || room == 0
        ? [_named[2 * room % _named.Count], _named[(2 * room + 1) % _named.Count]] : [_more[2 * room - 2], _more[2 * room - 1]];
}
