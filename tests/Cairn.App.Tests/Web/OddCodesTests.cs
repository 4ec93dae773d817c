using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Workshop;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Web;

/// <summary>Codes that came from elsewhere and lead somewhere else when an address is made of them.</summary>
public sealed class OddCodesTests
{
    [Theory]
    [InlineData("../..")]
    [InlineData("..")]
    [InlineData("%2e%2e")]
    [InlineData("a\u202Eb")]
    [InlineData("a//b")]
    public async Task Every_link_of_a_learner_leads_to_the_competency_whatever_its_code(string code)
    {
        await using var work = await Workplace.Make();
        var competency = work.District.Frameworks[0].Content.Competencies[0];
        await work.District.Writer.Alone(turn => StandsIn(turn, work, competency, code));
        using var teacher = await work.Site.As(work.Teacher);
        var shown = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), work.Ada.Id, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Project, "", "", shown, default);
        await work.Record(new Recording(work.Ada.Id)
        {
            Evidence = [piece],
            Judgments = [new Judgment(new JudgmentId(Guid.CreateVersion7()), work.Ada.Id, competency.Id, null, null, piece.Id, 3, null, false, new PersonId(Guid.Empty), JudgeRole.Educator, shown, shown, default)],
        });
        var why = Visit.PathOf(work.Ada.Id, work.District.Frameworks[0].Content.Find(competency.Id)!);

        why.ShouldBe($"{Visit.PathOf(work.Ada.Id)}/competencies/{competency.Id.Value:N}");
        foreach (var page in (string[])[Visit.PathOf(work.Ada.Id), $"{Visit.PathOf(work.Ada.Id)}/work", "/grid?links=1"])
            (await teacher.Get(page)).Body.ShouldContain($"href=\"{why}", customMessage: page);
        var answer = await teacher.Get(why);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain(competency.Title);
    }

    // As an import would bring it: the version's rows are there before it is adopted.
    private static bool StandsIn(WriteTurn turn, Workplace work, Competency competency, string code)
    {
        var version = new FrameworkVersion(new FrameworkVersionId(Guid.CreateVersion7()), work.Framework, 0, null, 13);
        turn.Db.Add(version);
        turn.Db.SaveChanges();
        var rows = FrameworkRows.CopyOf(turn.Db, work.District.Frameworks[0].Content.Version.Id, version.Id);
        var at = rows.Competencies.FindIndex(one => one.Id == competency.Id);
        rows.Competencies[at] = rows.Competencies[at] with { Code = code };
        rows.Store(turn);
        turn.Adopt(version.Id, turn.Now);
        return true;
    }
}
