using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Projects;

namespace Cairn.App.Tests.Classroom;

/// <summary>What boards hold of a learner is handed over with the rest, and nothing of another.</summary>
public sealed class HeldBoardTests
{
    [Fact]
    public async Task Hands_and_what_a_learner_is_on_are_in_their_archive_and_in_no_others()
    {
        await using var family = await Family.Make();
        var project = new Project(new ProjectId(Guid.CreateVersion7()), family.Ada.Person, "How tall is a cloud?", "", TestDistrict.Day);
        await family.Put(project);
        var hand = new Hand(new HandId(Guid.CreateVersion7()), family.Ada, project.Id, "the saw", TestDistrict.Day);
        hand.Lower(Family.Okafor.Person, TestDistrict.Day.AddMinutes(5));
        await family.Put(hand, new ProjectMember(project.Id, family.Ada, Family.Today), new Focus(Family.Loft, family.Ada, project.Id, TestDistrict.Day));

        var archive = Family.Json(family.Archive(family.Ada));

        var row = archive.GetProperty("hands").EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("words").GetString(), row.GetProperty("loweredBy").GetString()).ShouldBe(("the saw", "Ms. Okafor"));
        archive.GetProperty("board").EnumerateArray().ShouldHaveSingleItem().GetProperty("project").GetGuid().ShouldBe(project.Id.Value);
        var other = Family.Json(family.Archive(family.Ben));
        (other.GetProperty("hands").GetArrayLength(), other.GetProperty("board").GetArrayLength()).ShouldBe((0, 0));
    }
}
