using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Diplomas;

/// <summary>What audits read of some learners, in as many statements for a thousand as for one. A learner's file is put together when it is asked for: side by side, where there are many.</summary>
public sealed class DiplomaFiles
{
    private readonly DateTime _now;
    private readonly DateOnly _day;
    private readonly Dictionary<LearnerId, Learner> _learners;
    private readonly IReadOnlyDictionary<LearnerId, CreditRecord> _credits;
    private readonly IReadOnlyList<CreditPolicy> _policies;
    private readonly ILookup<CreditPolicyId, CreditPart> _parts;
    private readonly List<(CompetencyPlaces Places, IReadOnlyDictionary<LearnerId, PackedStanding> Standings)> _standings;
    private readonly Dictionary<AreaId, string> _areas;
    private readonly Dictionary<OrganizationId, string> _schools;
    private readonly Dictionary<ProgramId, string> _programs;
    private readonly ILookup<LearnerId, OtherAchievement> _others;
    private readonly ILookup<LearnerId, Attestation> _attestations;
    private readonly ILookup<LearnerId, Waiver> _waivers;
    private readonly ILookup<LearnerId, CreditAgreement> _agreed;
    private readonly ILookup<LearnerId, LearningPlan> _plans;
    private readonly ILookup<LearnerId, PlanStep> _steps;
    private readonly ILookup<LearnerId, DiplomaChoice> _choices;
    private readonly ILookup<LearnerId, DiplomaPin> _pins;
    private readonly ILookup<LearnerId, AwardedDiploma> _awards;

    private DiplomaFiles(Db db, Scope scope, IQueryable<Learner> some, IReadOnlyList<FrameworkInForce> frameworks, DateTime now, DateOnly day)
    {
        (_now, _day) = (now, day);
        Learners = [.. some.ToList().OrderBy(one => one.FamilyName, StringComparer.Ordinal).ThenBy(one => one.CalledName, StringComparer.Ordinal).ThenBy(one => one.Id.Value)];
        _learners = Learners.ToDictionary(one => one.Id);
        _credits = CreditRows.ManyOf(db, scope, some);
        (_policies, _parts) = (CreditRows.Policies(db), CreditRows.Parts(db));
        _standings = [.. frameworks.Select(one => (new CompetencyPlaces(one), scope.StandingsIn(one.Content.Framework.Id, some)))];
        _areas = frameworks.SelectMany(one => one.Content.Areas).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Code);
        _schools = db.Organizations.AsNoTracking().Select(one => new { one.Id, one.Name }).ToDictionary(one => one.Id, one => one.Name);
        _programs = db.Programs.AsNoTracking().Select(one => new { one.Id, one.Name }).ToDictionary(one => one.Id, one => one.Name);
        _others = db.OtherAchievements.AsNoTracking().Where(one => one.EndedAt == null && some.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner);
        _attestations = db.Attestations.AsNoTracking().Where(one => one.EndedAt == null && some.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner);
        _waivers = db.Waivers.AsNoTracking().Where(one => some.Any(other => other.Id == one.Learner)).ToList().OrderBy(one => one.AskedAt).ToLookup(one => one.Learner);
        _agreed = db.CreditAgreements.AsNoTracking().Where(one => one.State == AgreementState.Signed && some.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner);
        _plans = db.LearningPlans.AsNoTracking().Where(one => (one.State == PlanState.Active || one.State == PlanState.Complete) && some.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner);
        _steps = db.PlanSteps.AsNoTracking().Where(one => db.LearningPlans.Any(plan => plan.Id == one.Plan && plan.State == PlanState.Active) && some.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner);
        _choices = db.DiplomaChoices.AsNoTracking().Where(one => some.Any(other => other.Id == one.Learner)).ToList().OrderBy(one => one.RecordedAt).ToLookup(one => one.Learner);
        _pins = db.DiplomaPins.AsNoTracking().Where(one => some.Any(other => other.Id == one.Learner)).ToList().OrderBy(one => one.PinnedAt).ToLookup(one => one.Learner);
        var awards = db.DiplomaAwards.AsNoTracking().Where(one => some.Any(other => other.Id == one.Learner));
        var texts = awards.Join(db.DiplomaAwardTexts.AsNoTracking(), one => one.Id, text => text.Award, (_, text) => text).ToDictionary(one => one.Award);
        var withdrawn = db.DiplomaWithdrawals.AsNoTracking().Where(one => some.Any(other => other.Id == one.Learner)).ToDictionary(one => one.Award);
        _awards = awards.ToList().OrderByDescending(one => one.RecordedAt).Select(one => new AwardedDiploma(one, texts.GetValueOrDefault(one.Id), withdrawn.GetValueOrDefault(one.Id))).ToLookup(one => one.Award.Learner);
    }

    /// <summary>Who they are, by family name.</summary>
    public IReadOnlyList<Learner> Learners { get; }

    /// <summary>Reads one learner; null where the asker may not see the record.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="day">The day, in the district.</param>
    public static DiplomaFile? Of(Db db, Scope scope, LearnerId learner, IReadOnlyList<FrameworkInForce> frameworks, DateTime now, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? Many(db, scope, scope.Learners.Where(one => one.Id == learner), frameworks, now, day).Of(learner) : null;
    }

    /// <summary>Reads many learners, such as a class of <see cref="Scope.RecordsKept"/>.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="some">Which learners, of those whom the asker may see.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="day">The day, in the district.</param>
    public static DiplomaFiles Many(Db db, Scope scope, IQueryable<Learner> some, IReadOnlyList<FrameworkInForce> frameworks, DateTime now, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(frameworks);
        return new(db, scope, some, frameworks, now, day);
    }

    /// <summary>The file of one of them; null for anybody else.</summary>
    public DiplomaFile? Of(LearnerId learner)
    {
        if (_learners.GetValueOrDefault(learner) is not { } found) return null;
        var planned = _steps[learner].GroupBy(one => one.Competency).ToDictionary(one => one.Key, one => one.Max(step => step.ExpectedBy));
        List<(ShownCompetency Shown, PartStanding Part)> standings = [.. _standings.SelectMany(one => one.Places.Read(one.Standings.GetValueOrDefault(learner), found.Place, _now, planned))];
        var credit = _credits.GetValueOrDefault(learner) ?? CreditRecord.None(learner);
        List<CreditHeld> counted = [.. credit.On(_day)];
        List<CreditUnderWay> open = [.. Open(found, counted, standings.ConvertAll(one => one.Part))];
        return new DiplomaFile(found, new LearnerHoldings
        {
            Awards = [.. counted.Select(one => (one.Award, one.Text))],
            Areas = _areas,
            UnderWay = CreditUnderWay.Once(open.FindAll(one => one.Shown > 0 || one.IsEarned)),
            Agreed = [.. _agreed[learner].Select(Agreed)],
            Competencies = standings.ConvertAll(one => one.Shown),
            Others = [.. _others[learner]],
            Attestations = [.. _attestations[learner]],
            Waivers = [.. _waivers[learner]],
            Plans = [.. _plans[learner]],
        })
        {
            School = found.School is { } school ? _schools.GetValueOrDefault(school, "") : "",
            Program = found.Program is { } program ? _programs.GetValueOrDefault(program, "") : "",
            Choices = [.. _choices[learner]],
            Pins = [.. _pins[learner]],
            Awards = [.. _awards[learner]],
            OpenCredit = open,
        };
    }

    private AgreedCredit Agreed(CreditAgreement one) => new(one.Id, one.Title, one.Hundredths, one.DueOn)
    {
        Subject = one.Subject, Policy = _policies.FirstOrDefault(policy => policy.Id == one.Policy)?.Code ?? "", Tags = _policies.FirstOrDefault(policy => policy.Id == one.Policy)?.TagList ?? [],
    };

    // What was awarded of a policy already, by whatever version and source, does not come a second time; nor does what another policy was awarded for.
    private IEnumerable<CreditUnderWay> Open(Learner learner, List<CreditHeld> counted, List<PartStanding> standings)
    {
        var evidence = new CreditEvidence(standings);
        foreach (var policy in PolicyInForce.Of(_policies, learner.Place, _day))
        {
            List<CreditPart> parts = [.. _parts[policy.Id]];
            var source = CreditOffer.SourceOf(policy.Method);
            List<CreditHeld> own = [.. counted.Where(one => string.Equals(one.Policy?.Code, policy.Code, StringComparison.Ordinal))];
            List<CreditHeld> sharing = counted.FindAll(one => !one.IsProvisional && !own.Contains(one) && one.Parts.Any(part => parts.Exists(each => each.Competency == part.Competency && each.Stage == part.Stage)));
            var had = own.Concat(sharing).Sum(one => one.Award.Hundredths);
            if (had >= policy.Hundredths || sharing.Exists(one => one.Award.Source <= source)) continue;
            var decision = CreditDecision.From(policy, parts, evidence);
            yield return new CreditUnderWay(policy.Code, policy.Title, policy.Hundredths - had, Math.Max(0, decision.ShownHundredths - had), decision.IsWhole)
            {
                Subject = policy.Subject, Area = policy.Area is { } area ? _areas.GetValueOrDefault(area, "") : "", Tags = policy.TagList, Source = source, Parts = parts,
            };
        }
    }
}
