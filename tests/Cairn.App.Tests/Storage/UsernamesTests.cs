using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>Names that people sign in by are the same in any case, on every engine.</summary>
public sealed class UsernamesTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync() => _district = await TestDistrict.With();

    [Fact]
    public async Task Two_learners_never_have_one_name_whatever_its_case()
    {
        await Should.ThrowAsync<DbUpdateException>(() => Add(new Learner(new LearnerId(Guid.CreateVersion7()), "ADA", "Ada", "Lovelace")));

        using var db = _district.Open();
        db.Learners.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Nor_do_two_educators_or_two_guardians()
    {
        await Add(new Educator(new EducatorId(Guid.CreateVersion7()), "Okafor", "Ms. Okafor", EducatorRole.Teacher), new Guardian(new GuardianId(Guid.CreateVersion7()), "May", "May Byron"));

        await Should.ThrowAsync<DbUpdateException>(() => Add(new Educator(new EducatorId(Guid.CreateVersion7()), "oKAFOR", "Mr. Okafor", EducatorRole.Teacher)));
        await Should.ThrowAsync<DbUpdateException>(() => Add(new Guardian(new GuardianId(Guid.CreateVersion7()), "mAY", "May Other")));
    }

    [Fact]
    public async Task A_name_stays_as_it_was_written()
    {
        await Add(new Learner(new LearnerId(Guid.CreateVersion7()), "McTest", "Mac", "Test"));

        using var db = _district.Open();
        db.Learners.Single(one => one.Username == "mctest").Username.ShouldBe("McTest");
        db.Learners.Count(one => one.Username == "mc_est").ShouldBe(0);
    }

    private Task<int> Add(params object[] rows) => _district.District.Writer.Alone(turn =>
    {
        turn.Db.AddRange(rows);
        return turn.Db.SaveChanges();
    });

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
