using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>The rows of a class grid, each read in one query: learners who are here, and their packed standing in one framework.</summary>
internal static class GridRows
{
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
            where learner.EndedAt == null && db.Enrollments.Any(one => one.Learner == learner.Id && one.Group == room && one.From <= today && (one.Until == null || one.Until >= today))
            join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
            from row in rows.DefaultIfEmpty()
            select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
                row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells)));

    private static readonly EachEngine<Func<Db, FrameworkId, EducatorId, DateOnly, IEnumerable<GridRow>>> OfTeacher =
        new(() => EF.CompileQuery((Db db, FrameworkId framework, EducatorId educator, DateOnly today) =>
            from learner in db.Learners.AsNoTracking()
            where learner.EndedAt == null && db.Enrollments.Any(one => one.Learner == learner.Id && one.From <= today && (one.Until == null || one.Until >= today)
                && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == one.Group && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)))
            join row in db.Standings.AsNoTracking().Where(row => row.Framework == framework) on learner.Id equals row.Learner into rows
            from row in rows.DefaultIfEmpty()
            select new GridRow(learner.Id, learner.PreferredName == "" ? learner.GivenName : learner.PreferredName, learner.FamilyName, learner.Username, learner.BirthDate, learner.School, learner.Program, learner.Version,
                row == null ? 0 : row.Version, row == null ? null : row.AsOf, row == null ? null : row.Cells)));

    private static readonly EachEngine<Func<Db, EducatorId, GroupId, DateOnly, bool>> Teaches =
        new(() => EF.CompileQuery((Db db, EducatorId educator, GroupId group, DateOnly today) => db.Teachings.Any(one =>
            one.Educator == educator && one.Group == group && one.From <= today && (one.Until == null || one.Until >= today))));

    /// <summary>The rows that an actor may see; none for a learner.</summary>
    public static IEnumerable<GridRow> For(Db db, Actor actor, DateOnly today, FrameworkId framework, GroupId? group, OrganizationId? school) => (actor.Kind, group) switch
    {
        (ActorKind.Operator or ActorKind.Leader, null) => school is { } one ? InSchool.On(db)(db, framework, one) : Everyone.On(db)(db, framework),
        (ActorKind.Operator or ActorKind.Leader, { } one) => InGroup.On(db)(db, framework, one, today),
        (ActorKind.Teacher, null) => OfTeacher.On(db)(db, framework, new EducatorId(actor.Person), today),
        (ActorKind.Teacher, { } one) when Teaches.On(db)(db, new EducatorId(actor.Person), one, today) => InGroup.On(db)(db, framework, one, today),
        _ => [],
    };
}
