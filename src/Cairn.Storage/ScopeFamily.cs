using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>A guardian of a learner, as whoever answers for the learner sees them.</summary>
/// <param name="Guardian">Who.</param>
/// <param name="Care">From when until when.</param>
/// <param name="Block">The block that holds; null where none does.</param>
public sealed record CareLine(Guardian Guardian, Guardianship Care, GuardianBlock? Block);

/// <summary>A placement of a learner, with its mentor.</summary>
/// <param name="Placement">The placement.</param>
/// <param name="Mentor">The mentor's name.</param>
/// <param name="Partner">The partner's name.</param>
public sealed record PlacementLine(Placement Placement, string Mentor, string Partner);

/// <summary>Families and mentors of a learner, for those who may change whom the learner is with.</summary>
public sealed partial class Scope
{
    /// <summary>A learner's guardians of today, each with the block that holds.</summary>
    public IReadOnlyList<CareLine> CareOf(LearnerId learner)
    {
        if (!May(learner, Rights.Manage)) return [];
        var (day, at) = (today, Now);
        var blocks = db.GuardianBlocks.AsNoTracking().Where(one => one.Learner == learner && one.From <= at && (one.LiftedAt == null || one.LiftedAt > at)).ToList();
        return [.. (from care in db.Guardianships.AsNoTracking()
                    where care.Learner == learner && care.From <= day && (care.Until == null || care.Until >= day)
                    join guardian in db.Guardians.AsNoTracking() on care.Guardian equals guardian.Id
                    orderby guardian.DisplayName
                    select new { guardian, care }).ToList().Select(one => new CareLine(one.guardian, one.care, blocks.Find(block => block.Guardian == one.guardian.Id)))];
    }

    /// <summary>Keeps a guardian from a learner's record from now on; false where they do not care for the learner, or are kept away already.</summary>
    public bool Block(WriteTurn turn, LearnerId learner, GuardianId guardian, string basis)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (CareOf(learner).FirstOrDefault(one => one.Guardian.Id == guardian) is not { Block: null }) return false;
        var block = new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), guardian, learner, turn.Now, new PersonId(actor.Person), basis);
        turn.Db.Add(block);
        turn.Tell(JournalAct.Revoked, learner, new { guardian = guardian.Value, basis }, (typeof(GuardianBlock), block.Id.Value));
        return true;
    }

    /// <summary>Lifts a block from now on; false where none holds.</summary>
    public bool Lift(WriteTurn turn, LearnerId learner, GuardianId guardian)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!May(learner, Rights.Manage) || turn.Db.GuardianBlocks.FirstOrDefault(one => one.Learner == learner && one.Guardian == guardian && one.LiftedAt == null) is not { } block) return false;
        block.Lift(turn.Now);
        turn.Tell(JournalAct.Granted, learner, new { guardian = guardian.Value }, (typeof(GuardianBlock), block.Id.Value));
        return true;
    }

    /// <summary>A learner's placements, the newest first.</summary>
    public IReadOnlyList<PlacementLine> PlacementsOf(LearnerId learner) => !May(learner, Rights.Manage) ? [] :
        [.. (from placement in db.Placements.AsNoTracking()
             where placement.Learner == learner
             join sponsor in db.Sponsors.AsNoTracking() on placement.Sponsor equals sponsor.Id
             join partner in db.Organizations.AsNoTracking() on sponsor.Organization equals partner.Id
             orderby placement.From descending
             select new PlacementLine(placement, sponsor.DisplayName, partner.Name)).ToList()];

    /// <summary>Places a learner with a mentor; false where there is no such mentor.</summary>
    public bool Place(WriteTurn turn, LearnerId learner, SponsorId sponsor, string title, DateOnly from, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!May(learner, Rights.Manage) || !turn.Db.Sponsors.Any(one => one.Id == sponsor)) return false;
        turn.Db.Add(new Placement(new PlacementId(Guid.CreateVersion7()), sponsor, learner, title, from, until));
        return true;
    }

    /// <summary>Ends a placement: the day before today is its last. False where it has ended, or is not of the learner.</summary>
    public bool EndPlacement(WriteTurn turn, LearnerId learner, PlacementId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!May(learner, Rights.Manage) || turn.Db.Placements.FirstOrDefault(one => one.Id == id && one.Learner == learner && (one.Until == null || one.Until >= today)) is not { } placement) return false;
        turn.Db.Entry(placement).Property(one => one.Until).CurrentValue = today.AddDays(-1);
        return true;
    }

    /// <summary>Learners who are here, have a guardian and no birth date: nobody can tell when the guardian's right ends. For those who answer
    /// for privacy or lead the district.</summary>
    public IReadOnlyList<Learner> WithoutBirthDate(int most) => !actor.LeadsDistrict && !actor.Has(GrantedRole.PrivacyOfficer) ? [] :
        [.. Learners.Where(one => one.EndedAt == null && one.BirthDate == null && db.Guardianships.Any(care => care.Learner == one.Id && care.From <= today && (care.Until == null || care.Until >= today)))
            .OrderBy(one => one.Username).Take(most)];
}
