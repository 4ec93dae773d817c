using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;

namespace Cairn.Storage;

/// <summary>In what relations the actor stands to a learner, and what those allow.</summary>
public sealed partial class Scope
{
    private const Rights Writing = Rights.Judge | Rights.Override | Rights.Plan | Rights.Export | Rights.AskAmendment | Rights.Amend | Rights.Manage | Rights.AwardCredit | Rights.Certify;
    private readonly Dictionary<LearnerId, Relations> _relations = [];

    /// <summary>The relations that are in force; none where the learner is not found.</summary>
    public Relations RelationsTo(LearnerId learner)
    {
        if (!_relations.TryGetValue(learner, out var relations)) _relations[learner] = relations = Related(learner);
        return relations;
    }

    /// <summary>What the actor may do to a learner; nothing where the learner is not found.</summary>
    public Rights RightsTo(LearnerId learner)
    {
        var relations = RelationsTo(learner);
        var rights = MayDo.Of(relations, isOwn: relations != Relations.None && actor.IsEducator && IsOwn(learner));
        if (relations == Relations.Client) rights |= OfToken();
        return actor.MayWrite ? rights : rights & ~Writing;
    }

    /// <summary>May the actor do all of it to a learner?</summary>
    public bool May(LearnerId learner, Rights rights)
    {
        // Whoever finds a record may read it: nothing more is asked of the database.
        if ((rights & ~(Rights.See | Rights.SeeRecord)) == Rights.None && actor.Kind is not (ActorKind.Sponsor or ActorKind.Client)) return Find(learner) is not null;
        return (RightsTo(learner) & rights) == rights;
    }

    /// <summary>Is the learner the actor themself or their child, by the account that both belong to or by one username?</summary>
    internal bool IsOwn(LearnerId learner)
    {
        List<OtherName> people = [.. InReach.OtherNames.On(db)(db, actor.Person)];
        if (people.Exists(one => one.Kind == ActorKind.Learner && one.Person == learner.Value)) return true;
        return InReach.CaringFor.On(db)(db, learner, Educator, today).Any(care => care.IsEducator || people.Exists(one => one.Kind == ActorKind.Guardian && one.Person == care.Guardian.Value))
            || InReach.IsSelf.On(db)(db, learner, Educator);
    }

    private Relations Related(LearnerId learner)
    {
        if (actor.Kind == ActorKind.Sponsor) return InReach.IsPlaced.On(db)(db, learner, new SponsorId(actor.Person), today) && (actor.Viewer is null || Placements().Any(one => one.Learner == learner)) ? Relations.Sponsor : Relations.None;
        if (Find(learner) is not { } found) return Relations.None;
        return actor.Kind switch
        {
            ActorKind.Operator => Relations.Operator,
            ActorKind.Learner => Relations.Self,
            ActorKind.Guardian => Relations.Guardian,
            ActorKind.Client => Relations.Client,
            _ => OfEducator(found),
        };
    }

    private Relations OfEducator(Learner learner)
    {
        var relations = actor.Grants.Where(one => one.Reaches(learner.Place)).Aggregate(Relations.None, (all, one) => all | MayDo.Relation(one.Role));
        if (learner.EndedAt is not null) return relations;
        // Most have groups and nothing else: they are asked about groups alone.
        if (Ties.Groups)
            foreach (var role in InReach.TeachingRoles.On(db)(db, learner.Id, Educator, today)) relations |= MayDo.Relation(role);
        if (Ties.Caseload)
            foreach (var kind in InReach.CaseloadKinds.On(db)(db, learner.Id, Educator, today)) relations |= MayDo.Relation(kind);
        return Ties.Emergency && InReach.IsEmergency.On(db)(db, learner.Id, Educator, Now) ? relations | Relations.Emergency : relations;
    }

    private Rights OfToken() =>
        (IsForRecords ? Rights.SeeRecord : Rights.None) | (actor.IsFor(ClientScope.RecordWrite) ? Rights.Judge : Rights.None) | (actor.IsFor(ClientScope.RecordRead) ? Rights.Export : Rights.None);
}
