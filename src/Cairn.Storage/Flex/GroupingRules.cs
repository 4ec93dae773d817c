using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>A rule with its learners.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Learners">Of whom.</param>
public sealed record GroupingRuleLine(GroupingRule Rule, IReadOnlyList<Learner> Learners);

/// <summary>Why a rule was not made.</summary>
/// <param name="IsTheirs">Does whoever asks plan for all of its learners?</param>
/// <param name="Both">Two who would be both apart and together, as far as the asker plans for both; none where they do not.</param>
public sealed record GroupingRuleFault(bool IsTheirs, IReadOnlyList<Learner> Both);

/// <summary>Who is kept apart or together. Whoever does not plan for all learners of a rule does not find it; it holds all the same.</summary>
public static class GroupingRules
{
    /// <summary>The most learners of one rule.</summary>
    public const int Most = 8;

    /// <summary>The rules in force whose learners the asker plans for, all of them, newest first.</summary>
    public static IReadOnlyList<GroupingRuleLine> Of(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var rules = InForce(db);
        var reach = scope.PlannedBy([.. rules.SelectMany(one => one.Learners)]).ToDictionary(one => one.Id);
        return [.. rules.Where(one => one.Learners.All(reach.ContainsKey)).OrderByDescending(one => one.Rule.At)
            .Select(one => new GroupingRuleLine(one.Rule, [.. one.Learners.Select(id => reach[id]).OrderBy(learner => learner.FullName, StringComparer.Ordinal)]))];
    }

    /// <summary>Adds a rule; says why not where whoever asks does not plan for all of its learners now, there are too few or too many, or it cannot hold beside the rules there are.</summary>
    public static GroupingRuleFault? Add(WriteTurn turn, Scope scope, GroupingRule rule, IReadOnlyCollection<LearnerId> learners)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(rule);
        List<LearnerId> all = [.. learners.Distinct()];
        if (all.Count is < 2 or > Most || scope.PlannedBy(all).Count != all.Count) return new GroupingRuleFault(false, []);
        if (turn.Db.GroupingRules.Any(one => one.Id == rule.Id)) return null;
        var others = InForce(turn.Db);
        IReadOnlyList<IReadOnlyList<LearnerId>> Of(GroupingRuleKind kind) => [.. others.Where(one => one.Rule.Kind == kind).Select(one => one.Learners), .. rule.Kind == kind ? [all] : (IReadOnlyList<List<LearnerId>>)[]];
        // A contradiction that was there before is not this rule's.
        if (GroupingClash.Between(Of(GroupingRuleKind.Apart), Of(GroupingRuleKind.Together)) is { } clash
            && GroupingClash.Between([.. Of(GroupingRuleKind.Apart).Where(one => one != all)], [.. Of(GroupingRuleKind.Together).Where(one => one != all)])?.Learners.SequenceEqual(clash.Learners) != true)
            return new GroupingRuleFault(true, scope.PlannedBy(clash.Learners) is { Count: 2 } both ? both : []);
        turn.Db.Add(rule);
        turn.Db.AddRange(all.Select(one => new GroupingRuleMember(rule.Id, one)));
        turn.Db.SaveChanges();
        return null;
    }

    /// <summary>Ends a rule; false where it is not found for whoever asks.</summary>
    public static bool End(WriteTurn turn, Scope scope, GroupingRuleId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (Of(turn.Db, scope).All(one => one.Rule.Id != id)) return false;
        turn.Db.GroupingRules.Single(one => one.Id == id).End(turn.Now);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>What cannot hold at one time with its offers, of the rules whose learners the asker plans for, all of them.</summary>
    public static IReadOnlyList<(GroupingClashKind Kind, IReadOnlyList<Learner> Learners)> ClashesIn(Db db, Scope scope, IReadOnlyCollection<FlexOfferLine> offers, IReadOnlySet<LearnerId> taking)
    {
        ArgumentNullException.ThrowIfNull(offers);
        var rules = Of(db, scope);
        var known = rules.SelectMany(one => one.Learners).DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        IReadOnlyList<IReadOnlyList<LearnerId>> Sets(GroupingRuleKind kind) => [.. rules.Where(one => one.Rule.Kind == kind).Select(one => (IReadOnlyList<LearnerId>)[.. one.Learners.Select(each => each.Id).Where(taking.Contains)]).Where(one => one.Count > 1)];
        return [.. GroupingClash.In(Sets(GroupingRuleKind.Apart), Sets(GroupingRuleKind.Together), [.. offers.Select(one => one.Offer.Most)])
            .Select(one => (one.Kind, (IReadOnlyList<Learner>)[.. one.Learners.Select(id => known[id]).OrderBy(each => each.FullName, StringComparer.Ordinal)]))];
    }

    internal static IReadOnlyList<(GroupingRule Rule, IReadOnlyList<LearnerId> Learners)> InForce(Db db)
    {
        var members = (from member in db.GroupingRuleMembers.AsNoTracking()
                       join rule in db.GroupingRules.AsNoTracking() on member.Rule equals rule.Id
                       where rule.EndedAt == null
                       select new { rule, member.Learner }).ToList();
        return [.. members.GroupBy(one => one.rule.Id).OrderBy(one => one.Key.Value).Select(one => (one.First().rule, (IReadOnlyList<LearnerId>)[.. one.Select(each => each.Learner)]))];
    }

    /// <summary>Takes out the words of every rule that a learner is of.</summary>
    internal static void Erase(Db db, LearnerId learner)
    {
        foreach (var one in db.GroupingRules.Where(rule => db.GroupingRuleMembers.Any(member => member.Rule == rule.Id && member.Learner == learner)).ToList()) one.Erase();
    }

    /// <summary>Takes a learner out of every rule; one that is left with a single learner ends.</summary>
    internal static void Forget(Db db, LearnerId learner, DateTime now)
    {
        var members = db.GroupingRuleMembers.Where(one => one.Learner == learner).ToList();
        foreach (var rule in members.Select(one => one.Rule))
            if (db.GroupingRuleMembers.Count(one => one.Rule == rule) <= 2) db.GroupingRules.Single(one => one.Id == rule).End(now);
        db.RemoveRange(members);
    }
}
