using Cairn.Learning;
using Cairn.Storage.Live;

namespace Cairn.App.Tests.Storage;

/// <summary>Whom a turn touched, as it is carried from node to node.</summary>
public sealed class TouchedTests
{
    private static readonly Guid Node = Guid.CreateVersion7();
    private static readonly LearnerId Ada = new(Guid.CreateVersion7());
    private static readonly GroupId Loft = new(Guid.CreateVersion7());

    [Fact]
    public void It_comes_out_of_the_line_as_it_went_in()
    {
        var touched = new Touched();
        touched.Add(Ada, Loft);

        var (node, read) = Touched.Read(touched.Write(Node));

        (node, read.IsAnybody, read.Concerns(Loft, new HashSet<LearnerId>()), read.Concerns(default, new HashSet<LearnerId> { Ada }), read.Concerns(default, new HashSet<LearnerId>())).ShouldBe((Node, false, true, true, false));
    }

    [Fact]
    public void A_turn_of_many_may_be_of_anybody_and_its_line_is_short()
    {
        var touched = new Touched();
        for (var i = 0; i <= Touched.Most; i++)
        {
            touched.Write(Node).Length.ShouldBeLessThan(8000, "a server carries no more");
            touched.Add(new LearnerId(Guid.CreateVersion7()), null);
        }

        touched.IsAnybody.ShouldBeTrue();
        Touched.Read(touched.Write(Node)).Touched.IsAnybody.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0 lnonsense")]
    [InlineData("0 x")]
    public void What_is_not_understood_is_nobodys_own_and_where_it_names_somebody_it_may_be_anybody(string line)
    {
        var (node, touched) = Touched.Read(line);
        (node, touched.IsAnybody).ShouldBe((Guid.Empty, line.Contains(' ', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_turn_that_touched_nobody_is_told_to_nobody()
    {
        new Touched().IsNobody.ShouldBeTrue();
        Touched.Read(new Touched().Write(Node)).Touched.IsNobody.ShouldBeTrue();
    }
}
