using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Learning.Projects;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What an erasure takes of projects, and what stays with a team.</summary>
public sealed class ProjectErasureTests : IAsyncLifetime
{
    private Family _family = null!;
    private LearnerId _gone;
    private Project _alone = null!;
    private Project _shared = null!;

    public async ValueTask InitializeAsync()
    {
        _family = await Family.Make(new StillClock(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc)));
        _gone = await _family.Learner("Zebulon");
        _alone = await Project("ALONECANARY", _gone);
        _shared = await Project("TEAMSTAYS", _gone, _family.Ada);
        await _family.Put(new Deliverable(_shared.Id, 2, "GivenZebulon FamilyZebulon buys clay", null, null));
        await _family.District.District.Writer.Alone(turn =>
        {
            turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == _gone), one => one.Leave(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
            return turn.Db.SaveChanges();
        });
    }

    [Fact]
    public async Task What_was_done_alone_loses_its_words_and_a_teams_words_stay_without_the_name()
    {
        Canaries.Find(_family.District, "ALONECANARY", "TEAMSTAYS", "FamilyZebulon buys").ShouldNotBeEmpty();
        await Erase(Enum.GetValues<RetainedPart>());

        Canaries.Find(_family.District, "ALONECANARY", "FamilyZebulon").ShouldBeEmpty();
        Canaries.Find(_family.District, "TEAMSTAYS").ShouldNotBeEmpty();
        using var db = _family.District.Open();
        db.Projects.Single(one => one.Id == _alone.Id).Question.ShouldBeEmpty();
        db.Projects.Single(one => one.Id == _shared.Id).Question.ShouldBe("TEAMSTAYS question");
        db.ProjectAims.Count(one => one.Learner == _gone).ShouldBe(0);
        db.ProjectMembers.Select(one => one.Learner).ToList().ShouldBe([_family.Ada]);
        db.Deliverables.Select(one => one.Title).ToList().ShouldBe(["TEAMSTAYS part"]);
    }

    [Fact]
    public async Task Whose_record_alone_goes_keeps_their_projects()
    {
        await Erase(RetainedPart.Record);
        Canaries.Find(_family.District, "ALONECANARY").ShouldNotBeEmpty();
    }

    private async Task<Project> Project(string words, params LearnerId[] team)
    {
        var project = new Project(new ProjectId(Guid.CreateVersion7()), team[0].Person, $"{words} question", $"{words} product", TestDistrict.Day);
        await _family.Put(project);
        await _family.Put([.. team.Select(one => (object)new ProjectMember(project.Id, one, Family.Today)), new ProjectAim(project.Id, team[0], _family.District.Clay, 1, $"{words} because"[..10].ToLowerInvariant()), new Deliverable(project.Id, 1, $"{words} part", null, null)]);
        return project;
    }

    private async Task Erase(params RetainedPart[] parts)
    {
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), _gone, string.Join(' ', parts), "the family asked", new PersonId(Guid.CreateVersion7()), TestDistrict.Day);
        erasure.Decide(true, new PersonId(Guid.CreateVersion7()), TestDistrict.Day);
        await _family.Put(erasure);
        await _family.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        ErasedRemains.Clean(_family.District.District).ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
