using Cairn.Learning.Families;

namespace Cairn.Learning.Tests.Families;

public sealed class ConferenceTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
    private readonly Conference _talk = new(new ConferenceId(Guid.NewGuid()), new LearnerId(Guid.NewGuid()), Now);

    [Fact]
    public void Three_works_at_most_are_picked_and_none_twice()
    {
        var works = Enumerable.Range(0, 4).Select(_ => new EvidenceId(Guid.NewGuid())).ToList();

        _talk.Pick([.. works.Take(3)], "Fractions");

        _talk.Works.ShouldBe(works.Take(3));
        Should.Throw<ArgumentException>(() => _talk.Pick(works, ""));
        Should.Throw<ArgumentException>(() => _talk.Pick([works[0], works[0]], ""));
        _talk.Pick([works[3]], "");
        (_talk.First, _talk.Second, _talk.Third).ShouldBe((works[3], null, null));
    }

    [Fact]
    public void A_new_edition_begins_with_other_goals_or_decisions_and_with_nothing_else()
    {
        _talk.Write("Hello", "");
        _talk.Rehearse();
        _talk.PlanFor(new DateOnly(2026, 12, 8));
        _talk.Open(Now);
        _talk.Edition.ShouldBe(1);

        _talk.Write("Hello", "Read each day");
        _talk.Edition.ShouldBe(2);
        _talk.Decide("A book a week");
        _talk.Decide("A book a week");

        (_talk.Edition, _talk.Rehearsals).ShouldBe((3, 1));
    }

    [Fact]
    public void Nothing_is_decided_or_closed_before_the_family_sees_it()
    {
        Should.Throw<InvalidOperationException>(() => _talk.Decide("x"));
        Should.Throw<InvalidOperationException>(() => _talk.Close(Now));

        _talk.Open(Now);
        _talk.Open(Now.AddDays(1));

        _talk.OpenedAt.ShouldBe(Now);
    }

    [Fact]
    public void What_was_closed_stands_as_it_is_and_only_an_erasure_takes_its_words()
    {
        _talk.Write("Hello", "Read");
        _talk.Open(Now);
        _talk.Close(Now);
        var version = _talk.Version;
        foreach (var change in (Action[])[() => _talk.Write("", ""), () => _talk.Decide(""), () => _talk.Rehearse(), () => _talk.Pick([], ""), () => _talk.PlanFor(null), () => _talk.Open(Now), () => _talk.Close(Now)])
            Should.Throw<InvalidOperationException>(change);

        _talk.Version.ShouldBe(version);
        _talk.Erase();
        (_talk.Script, _talk.Goals, _talk.Struggle, _talk.Decisions).ShouldBe(("", "", "", ""));
    }
}
