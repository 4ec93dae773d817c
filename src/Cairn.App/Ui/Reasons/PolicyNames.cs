using Cairn.App.Access;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Ui.Reasons;

/// <summary>What a district calls that which its rules name by codes: a subject by its area, a competency by its title, a mark by the courses that bear it. Read when it is asked for, and once.</summary>
internal sealed class PolicyNames
{
    private const int MostCourses = 6;

    private readonly Visit _visit;
    private readonly Lazy<ILookup<string, string>> _subjects;
    private readonly Lazy<ILookup<string, string>> _courses;

    public PolicyNames(Visit visit)
    {
        _visit = visit;
        var policies = new Lazy<List<Cairn.Learning.Credits.CreditPolicy>>(() => [.. visit.Db.CreditPolicies.AsNoTracking().Where(one => one.IsActive).ToList().OrderBy(one => one.Code, StringComparer.Ordinal)]);
        _subjects = new(() => policies.Value.Where(one => one.Area is not null).Select(one => (one.Subject, Title: visit.Frameworks.SelectMany(each => each.Content.Areas).FirstOrDefault(area => area.Id == one.Area)?.Title))
            .Where(one => one.Title is not null).Distinct().ToLookup(one => one.Subject, one => one.Title!, StringComparer.Ordinal));
        _courses = new(() => policies.Value.SelectMany(one => one.TagList.Select(tag => (Tag: tag, one.Title))).Distinct().ToLookup(one => one.Tag, one => one.Title, StringComparer.Ordinal));
    }

    /// <summary>Does somebody read who writes no rules: a learner, or a family?</summary>
    public bool IsForFamily => !_visit.Actor!.IsEducator;

    /// <summary>What a subject is called; null where nothing is known by one name.</summary>
    public string? Subject(string subject) => _subjects.Value[subject].ToList() is [var only] ? only : null;

    /// <summary>What an area is called; null where it is not known.</summary>
    public string? Area(string code) => _visit.Frameworks.SelectMany(one => one.Content.Areas).FirstOrDefault(one => one.Code == code)?.Title;

    /// <summary>What a competency is called; null where it is not known.</summary>
    public string? Competency(string code) => _visit.Frameworks.Select(one => one.Content.Find(code)).FirstOrDefault(one => one is not null)?.Title;

    /// <summary>The courses that bear a mark, some of them; none where it is not known.</summary>
    public IReadOnlyList<string> Courses(string tag) => [.. _courses.Value[tag].Take(MostCourses)];
}
