using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning.People;

namespace Cairn.App.Tests.Imports;

/// <summary>A role above teacher grants nothing until somebody confirms it, and what was settled stays settled.</summary>
public sealed class RosterClaimsTests : IDisposable
{
    private readonly Installation _cairn = new();

    private static RosterBuilder WithPrincipal => new RosterBuilder().Set("roles.csv", 4, "role", "principal");

    [Theory]
    [Trait("Abuse", "S2")]
    [InlineData("principal")]
    [InlineData("districtAdministrator")]
    [InlineData("siteAdministrator")]
    public void A_claim_waits_and_grants_nothing(string role)
    {
        var roster = new RosterBuilder().Set("roles.csv", 4, "role", role);
        var told = _cairn.Bring(roster);

        told.GetProperty("needsConfirmation").GetArrayLength().ShouldBe(1);
        var tess = _cairn.Educator("tess.o");
        (tess.Role, tess.ClaimedRole).ShouldBe((EducatorRole.Teacher, role));
        _cairn.Bring(roster);
        _cairn.Educator("tess.o").ClaimedRole.ShouldBe(role);
        using var db = _cairn.Open().Open();
        db.RoleGrants.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, EducatorRole.Leader)]
    [InlineData(false, EducatorRole.Teacher)]
    public async Task What_somebody_settled_survives_the_next_roster(bool isConfirmed, EducatorRole role)
    {
        _cairn.Bring(WithPrincipal);
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn =>
            {
                turn.Db.Educators.Single(one => one.Username == "tess.o").Settle(isConfirmed);
                return true;
            });

        Rosters.Part(_cairn.Bring(WithPrincipal), "educators").ShouldBe((0, 0, 0, 1));
        (_cairn.Educator("tess.o").Role, _cairn.Educator("tess.o").ClaimedRole).ShouldBe((role, ""));
    }

    public void Dispose() => _cairn.Dispose();
}
