using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Policies;
using Cairn.Storage.Credits;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>An audit as rows to read: what is met opens to its evidence, what is missing to its cause, its ways and who can close it.</summary>
internal sealed class AuditTree
{
    private const int MostMissing = 8;

    private readonly DiplomaAudit _audit;
    private readonly DiplomaFile _file;
    private readonly AuditWords _say;
    private readonly Words _words;
    private readonly Visit _visit;
    private readonly IReadOnlyList<string> _counselors;
    private readonly Dictionary<string, Finding> _found;
    private readonly Dictionary<string, DiplomaGap> _gaps;
    private string? _first;

    private AuditTree(DiplomaAudit audit, DiplomaFile file, AuditWords say, Words words, Visit visit)
    {
        (_audit, _file, _say, _words, _visit) = (audit, file, say, words, visit);
        _found = audit.Audit.Findings.ToDictionary(one => one.Node.Path, StringComparer.Ordinal);
        _gaps = audit.Gaps.DistinctBy(one => one.Path).ToDictionary(one => one.Path, StringComparer.Ordinal);
        _counselors = DiplomaRows.CounselorsOf(visit.Db, visit.Scope, file.Learner.Id, visit.Today);
    }

    /// <summary>The rows of the tree, the whole of it left out where it only holds them together.</summary>
    public static IReadOnlyList<AuditNode> Of(DiplomaAudit audit, DiplomaFile file, AuditWords say, Words words, Visit visit)
    {
        var tree = new AuditTree(audit, file, say, words, visit);
        var root = tree.Row(audit.Ask.Policy.Root, 0);
        return root is null ? [] : root.Node is Several { IsAll: true } && root.Below.Count > 0 ? root.Below : [root];
    }

    private AuditNode? Row(Requirement node, int depth)
    {
        if (!_found.TryGetValue(node.Path, out var found)) return null;
        // A fork by a fact is what it leads to.
        if (node is ByFact fork) return fork.Below.Where(one => _found.ContainsKey(one.Path)).OrderByDescending(one => _found[one.Path].IsTaken).Select(one => Row(one, depth)).FirstOrDefault(one => one is not null);
        var isEnd = DiplomaAudit.IsEnd(node) || found.Status == FindingStatus.Waived;
        List<(Requirement Node, Finding Found)> below = isEnd ? [] : [.. node.Below.Where(one => _found.ContainsKey(one.Path)).Select(one => (one, _found[one.Path]))];
        List<AuditNode> taken = [.. below.Where(one => one.Found.IsTaken).Select(one => Row(one.Node, depth + 1)).OfType<AuditNode>()];
        List<AuditNode> others = [.. below.Where(one => !one.Found.IsTaken).Select(one => Row(one.Node, depth + 1)).OfType<AuditNode>()];
        var met = below.Count(one => one.Found is { IsTaken: true, Status: FindingStatus.Met or FindingStatus.Waived });
        var gap = found.IsTaken && isEnd ? _gaps.GetValueOrDefault(node.Path) : null;
        var counts = node is Leaf leaf ? string.Join("; ", _say.Of.PartsOf(leaf).Prepend(RequirementWords.IsOwn(node) || node.Id.Length > 0 ? _say.Of.What(leaf.Of) : "").Where(one => one.Length > 0)) : "";
        return new AuditNode(node, _say.Of.NameOf(node), _say.Of.AmountOf(node), _say.MarkOf(found, met, below.Count(one => one.Found.IsTaken)))
        {
            Below = taken,
            OtherWays = others,
            Proofs = [.. found.Status == FindingStatus.Waived ? Waivers(node) : found.Used.Select(Proof).OfType<AuditProof>()],
            Gap = gap is null ? null : Told(gap, found),
            Counts = counts,
            // The first gap is told at once; who reads opens the others, so that the whole fits a phone.
            IsOpen = found.IsTaken && (gap is not null ? (_first ??= gap.Path) == gap.Path : found.Status is not (FindingStatus.Met or FindingStatus.Waived) && depth < 3 && !isEnd),
        };
    }

    private AuditGap Told(DiplomaGap gap, Finding found)
    {
        var others = _audit.Audit.Alternatives.Where(one => gap.Path.StartsWith(one.Choice.Path + "/", StringComparison.Ordinal) && one.Branch.Path != gap.Path)
            .Take(4).Select(one => _say.Of.NameOf(one.Branch)).Distinct(StringComparer.Ordinal).ToList();
        // By when: as it is planned or agreed, or until when it is taken for granted. The day of a course elsewhere is no deadline, and one that is over helps nobody.
        var days = (gap.Gap?.Routes ?? []).SelectMany(one => one.With).Select(_audit.Find).Where(one => one is { Achievement.Status: not AchievementStatus.Earned })
            .Select(one => one!.IsProvisional ? one.Until : one.On).OfType<DateOnly>().Where(one => one >= _visit.Today).ToList();
        return new AuditGap(_say.WhyOf(gap, _audit.Find), [.. Missing(found)], [.. _say.FastestOf(gap, _audit.Find)], others, _say.OwnerOf(gap, _counselors), days.Count > 0 ? _words.Date(days.Max()) : "") { Acts = [.. Acts(gap, found)] };
    }

    // What whoever reads may do about a gap, beside teaching: only who keeps the official record says that something is so, or asks for an exception.
    private IEnumerable<AuditProof> Acts(DiplomaGap gap, Finding found)
    {
        var path = Visit.PathOf(_file.Learner.Id);
        if (!_visit.Scope.May(_file.Learner.Id, Rights.Certify))
        {
            if (AppealRows.MayAsk(_visit.Scope, _file.Learner.Id)) yield return new AuditProof(_words["diploma.act.appeal"], "", $"{path}/appeals?about={AppealAbout.Diploma}&what={Uri.EscapeDataString($"{_audit.Plan.Code}/{(found.Node.Id.Length > 0 ? found.Node.Id : found.Node.Path)}")}");
            yield break;
        }

        if (gap.Cause == GapCause.NeedsPerson) yield return new AuditProof(_words["diploma.act.attest"], "", $"{path}/achievements{(found.Node is Attest attest ? $"?key={Uri.EscapeDataString(attest.Key)}#said" : "")}");
        if (gap.Cause is GapCause.ToAward or GapCause.ToConfirm) yield return new AuditProof(_words["diploma.act.award"], "", $"{CreditOf()}#under-way");
        yield return new AuditProof(_words["diploma.act.waive"], "", $"{path}/waivers?plan={Uri.EscapeDataString(_audit.Plan.Code)}&leaf={Uri.EscapeDataString(found.Node.Id.Length > 0 ? found.Node.Id : found.Node.Path)}");
    }

    // What a leaf would take if it were shown: competencies, the ones that are begun first; and credit by policies that are in force.
    private IEnumerable<AuditProof> Missing(Finding found)
    {
        if (found.Node is not Leaf leaf) yield break;
        var used = found.Used.Select(one => one.Achievement).ToHashSet(StringComparer.Ordinal);
        var shown = 0;
        foreach (var one in _file.Holdings.Competencies.GroupBy(each => (each.Framework, each.Code)).Select(Next).OfType<ShownCompetency>().OrderByDescending(each => each.Pieces))
        {
            var would = Achievements.Shown(one, one.Line, _visit.Today);
            if (used.Contains(would.Id) || !leaf.Takes(would.Achievement, _audit.Ask.Facts) || shown++ >= MostMissing) continue;
            yield return new AuditProof(one.Title, LookOf(one), CompetencyOf(one.Code, one.Competency.Value)) { IsOwn = true };
        }

        foreach (var one in _file.OpenCredit.Where(each => leaf.Takes(Achievements.WouldBe(each).Achievement, _audit.Ask.Facts)).OrderByDescending(each => each.Shown).Take(MostMissing - Math.Min(shown, MostMissing)))
            yield return new AuditProof(one.Title, one.IsEarned ? _words["diploma.credit.ready"] : _words["diploma.credit.shown", ("shown", one.Shown / 100m), ("all", one.Hundredths / 100m)], $"{CreditOf()}#policy-{one.Policy}") { IsOwn = true };
    }

    // The stage that is worked at, where there are several; nothing of a competency that is done.
    private static ShownCompetency? Next(IEnumerable<ShownCompetency> stages)
    {
        var highest = stages.Where(one => one.IsProficient).Max(one => (int?)(one.Stage ?? 0));
        return stages.Where(one => !one.IsProficient && (highest is null || one.Stage > highest)).MinBy(one => one.Stage ?? 0);
    }

    private string LookOf(ShownCompetency one)
    {
        if (_visit.Frameworks.FirstOrDefault(each => each.Content.Framework.Code == one.Framework) is not { } framework || framework.Content.Find(one.Competency) is not { } competency) return "";
        var rules = framework.RulesFor(_file.Learner.Place);
        var (_, text) = LevelLook.Of(one.Level, one.Level, one.IsProficient, Math.Max(0, one.Pieces), one.Stage, Standing.ScaleOf(competency, framework.Content, rules), rules.RuleOf(competency.Id).Rule, _words, one.Pieces);
        return one.EmptyBoxes > 0 ? text + ", " + _words["diploma.boxes", ("count", one.EmptyBoxes)] : text;
    }

    private AuditProof? Proof((string Achievement, decimal Units) used) => _audit.Find(used.Achievement) is not { } one ? null : new AuditProof(NameOf(one), MoreOf(one, used.Units), HrefOf(one)) { Id = one.Id, IsOwn = one.Origin != AchievementOrigin.Attestation };

    private IEnumerable<AuditProof> Waivers(Requirement node) => _audit.Achievements.Where(one => one.Origin == AchievementOrigin.Waiver && node.IsAt(one.Achievement.Text("leaf")))
        .Select(one => new AuditProof(_words["diploma.waiver"], MoreOf(one, 0), HrefOf(one)) { Id = one.Id });

    /// <summary>What people call an achievement.</summary>
    public static string NameOf(OwnAchievement one) => one.Origin == AchievementOrigin.Attestation ? RequirementWords.Plain(one.Name) : one.Name.Length > 0 ? one.Name : one.Code;

    private string MoreOf(OwnAchievement one, decimal units)
    {
        List<string> said = [];
        if (one.Achievement.Text("type") == "credit" && units > 0) said.Add(_words["diploma.amount.credit", ("count", units)]);
        if (one.Achievement["score"] is NumberValue score) said.Add(_words["diploma.score", ("score", score.Number)]);
        if (one.On is { } on) said.Add(_words.Date(on));
        return string.Join(", ", said);
    }

    private string? HrefOf(OwnAchievement one) => one.Origin switch
    {
        AchievementOrigin.Competency => CompetencyOf(one.Code, one.Row),
        AchievementOrigin.Plan => $"{Visit.PathOf(_file.Learner.Id)}/plan",
        AchievementOrigin.Credit => $"{CreditOf()}?award={one.Row:N}#award-{one.Row:N}",
        AchievementOrigin.CreditUnderWay => $"{CreditOf()}#policy-{one.Code}",
        AchievementOrigin.Agreement => $"{Visit.PathOf(_file.Learner.Id)}/agreements",
        AchievementOrigin.Waiver when _visit.Scope.May(_file.Learner.Id, Rights.Certify) => $"{Visit.PathOf(_file.Learner.Id)}/waivers",
        AchievementOrigin.Attestation or AchievementOrigin.Other when _visit.Scope.May(_file.Learner.Id, Rights.AwardCredit) => $"{Visit.PathOf(_file.Learner.Id)}/achievements",
        _ => null,
    };

    // By its id where no address can be made of its code.
    private string CompetencyOf(string code, Guid id) => Visit.PathOf(_file.Learner.Id, PartCode.FitsAddress(code) ? code : id.ToString("N"));

    private string CreditOf() => $"{Visit.PathOf(_file.Learner.Id)}/credits";
}
