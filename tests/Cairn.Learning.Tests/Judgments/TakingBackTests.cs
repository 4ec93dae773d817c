using Cairn.Learning.Judgments;
using CsCheck;

namespace Cairn.Learning.Tests.Judgments;

public sealed class TakingBackTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 15, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Ruiz = new(Guid.NewGuid());
    private static readonly PersonId Okafor = new(Guid.NewGuid());

    private static Judgment At(int minutesAgo, PersonId? by = null, JudgeRole role = JudgeRole.Educator) => new(
        new JudgmentId(Guid.NewGuid()), default, default, null, null, new EvidenceId(Guid.NewGuid()), 3, null, false, by ?? Ruiz, role, Now.AddDays(-3), Now.AddMinutes(-minutesAgo), Now.AddMinutes(-minutesAgo));

    [Fact]
    public void The_newest_of_ones_own_is_taken_back()
    {
        var (old, fresh) = (At(30), At(2));
        TakingBack.Newest([fresh, old, At(1, Okafor)], Ruiz, Now).ShouldBe(fresh);
    }

    [Fact]
    public void What_others_said_or_one_reflected_is_left_alone()
    {
        TakingBack.Newest([At(1, Okafor)], Ruiz, Now).ShouldBeNull();
        TakingBack.Newest([At(1, role: JudgeRole.Learner), At(1, role: JudgeRole.Mentor)], Ruiz, Now).ShouldBeNull();
        TakingBack.Newest([], Ruiz, Now).ShouldBeNull();
    }

    [Fact]
    public void What_is_half_a_day_old_is_not_taken_back_by_one_key()
    {
        TakingBack.IsFresh(At(719), Now).ShouldBeTrue();
        TakingBack.IsFresh(At(720), Now).ShouldBeFalse();
        TakingBack.Newest([At(720), At(9000)], Ruiz, Now).ShouldBeNull();
    }

    [Fact]
    public void In_whatever_order_they_stand_the_same_one_is_found() => Gen.Int[1, 2000].Array[1, 12].Sample(minutes =>
    {
        var all = minutes.Select(one => At(one, one % 3 == 0 ? Okafor : Ruiz)).ToList();
        var found = TakingBack.Newest(all, Ruiz, Now);
        all.Reverse();
        return TakingBack.Newest(all, Ruiz, Now) == found && (found is null || (found.Judge == Ruiz && TakingBack.IsFresh(found, Now)));
    });
}
