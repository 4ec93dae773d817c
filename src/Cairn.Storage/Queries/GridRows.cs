using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>The rows of a class grid, each read in one query: learners who are here, and their packed standing in one framework.</summary>
internal static class GridRows
{
    // "Among those who are enrolled" and not "is enrolled": SQLite begins with the room then, and reads nobody else of the school.
    private static readonly EachEngine<Func<Db, FrameworkId, IEnumerable<GridRow>>> Everyone =
        new(() => EF.CompileQuery((Db db, FrameworkId framework) =>
            from learner in db.Learners.AsNoTracking()
            where learner.EndedAt == null
            join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
            from row in rows.DefaultIfEmpty()
            select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
                row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells)));

    private static readonly EachEngine<Func<Db, FrameworkId, OrganizationId, IEnumerable<GridRow>>> InSchool =
        new(() => EF.CompileQuery((Db db, FrameworkId framework, OrganizationId school) =>
            from learner in db.Learners.AsNoTracking()
            where learner.EndedAt == null && learner.School == school
            join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
            from row in rows.DefaultIfEmpty()
            select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
                row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells)));

    private static readonly EachEngine<Func<Db, FrameworkId, GroupId, DateOnly, IEnumerable<GridRow>>> InGroup =
        new(() => EF.CompileQuery((Db db, FrameworkId framework, GroupId room, DateOnly today) =>
            from learner in db.Learners.AsNoTracking()
            where learner.EndedAt == null && db.Enrollments.Where(one => one.Group == room && one.From <= today && (one.Until == null || one.Until >= today)).Select(one => one.Learner).Contains(learner.Id)
            join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
            from row in rows.DefaultIfEmpty()
            select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
                row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells)));

    private static readonly EachEngine<Func<Db, FrameworkId, EducatorId, DateOnly, IEnumerable<GridRow>>> OfTeacher =
        new(() => EF.CompileQuery((Db db, FrameworkId framework, EducatorId educator, DateOnly today) =>
            from learner in db.Learners.AsNoTracking()
            where learner.EndedAt == null && db.Enrollments.Where(one => one.From <= today && (one.Until == null || one.Until >= today)
                && db.Teachings.Where(teaching => teaching.Educator == educator && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)).Select(teaching => teaching.Group).Contains(one.Group))
                .Select(one => one.Learner).Contains(learner.Id)
            join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
            from row in rows.DefaultIfEmpty()
            select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
                row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells)));

    private static readonly EachEngine<Func<Db, EducatorId, GroupId, DateOnly, bool>> Teaches =
        new(() => EF.CompileQuery((Db db, EducatorId educator, GroupId group, DateOnly today) => db.Teachings.Any(one =>
            one.Educator == educator && one.Group == group && one.From <= today && (one.Until == null || one.Until >= today))));

    /// <summary>The rows that an actor may see; none for those who are no educators.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="framework">In which framework.</param>
    /// <param name="group">Of a group; null for all.</param>
    /// <param name="school">Of a school; null for all.</param>
    /// <param name="ties">What the actor has besides roles; asked only where it matters.</param>
    /// <param name="learners">The learners whom the actor may see.</param>
    public static IEnumerable<GridRow> For(Db db, Actor actor, DateOnly today, FrameworkId framework, GroupId? group, OrganizationId? school, Func<Ties> ties, Func<IQueryable<Learner>> learners)
    {
        if (actor.ReachesEverybody) return group is { } any ? InGroup.On(db)(db, framework, any, today) : school is { } all ? InSchool.On(db)(db, framework, all) : Everyone.On(db)(db, framework);
        if (!actor.IsEducator) return [];
        List<RoleGrant> places = [.. actor.Grants.Where(one => one.ReachesAPlace)];
        var (has, educator) = (ties(), new EducatorId(actor.Person));
        var hasMore = has.Caseload || has.Emergency;
        if (group is { } one)
        {
            if (has.Groups && Teaches.On(db)(db, educator, one, today)) return InGroup.On(db)(db, framework, one, today);
            if (!hasMore && !has.Groups) return places.Count == 0 ? [] : InGroup.On(db)(db, framework, one, today).Where(row => places.Exists(grant => grant.Reaches(row.Place)));
            return Of(db, framework, learners().Where(learner => db.Enrollments.Any(each => each.Learner == learner.Id && each.Group == one && each.From <= today && (each.Until == null || each.Until >= today))));
        }

        // Whole schools, and nobody else: the usual case of whoever leads one.
        var schools = places.TrueForAll(grant => grant.Program is null) ? places.Select(grant => grant.School!.Value).Distinct().ToList() : [];
        if (school is { } asked) return schools.Contains(asked) ? InSchool.On(db)(db, framework, asked) : Of(db, framework, learners().Where(learner => learner.School == asked));
        if (places.Count == 0 && !hasMore) return has.Groups ? OfTeacher.On(db)(db, framework, educator, today) : [];
        return schools.Count > 0 && !hasMore && !has.Groups ? schools.SelectMany(each => InSchool.On(db)(db, framework, each)) : Of(db, framework, learners());
    }

    private static IQueryable<GridRow> Of(Db db, FrameworkId framework, IQueryable<Learner> learners) =>
        from learner in learners
        where learner.EndedAt == null
        join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
        from row in rows.DefaultIfEmpty()
        select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
            row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells);
}
