using Cairn.Learning;
using Cairn.Learning.Judgments;

namespace Cairn.Storage.Assessing;

/// <summary>What asks for criteria before the whole. It is never changed: from another day on, another is said.</summary>
public static class CriteriaRows
{
    /// <summary>Sets it from a day on; false where whoever asks leads no district now, or there is no such framework or program.</summary>
    public static bool Set(WriteTurn turn, Actor by, FrameworkId framework, ProgramId? program, bool isNeeded, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(by);
        if (!by.LeadsDistrict || !by.MayWrite || !turn.Db.Frameworks.Any(one => one.Id == framework)) return false;
        if (program is { } asked && !turn.Db.Programs.Any(one => one.Id == asked)) return false;
        turn.Db.Add(new CriteriaPolicy(new CriteriaPolicyId(Guid.CreateVersion7()), framework, program, isNeeded, from, new PersonId(by.Person), turn.Now));
        turn.Db.SaveChanges();
        return true;
    }
}
