using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.Storage.Queries;

/// <summary>A person's row as it was before a roster took it over from whoever kept it: what an undo gives back.</summary>
/// <param name="Kind">"learner", "educator" or "guardian".</param>
/// <param name="Id">The row.</param>
/// <param name="Source">Who kept it; empty for a person.</param>
/// <param name="Username">The username.</param>
/// <param name="Name">The given name of a learner, else the name shown.</param>
public sealed record TakenRow(string Kind, Guid Id, string Source, string Username, string Name)
{
    /// <summary>A learner's family name.</summary>
    public string FamilyName { get; init; } = "";

    /// <summary>What a learner is called.</summary>
    public string PreferredName { get; init; } = "";

    /// <summary>A learner's birth date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>A learner's school.</summary>
    public Guid? School { get; init; }

    /// <summary>A learner's program.</summary>
    public Guid? Program { get; init; }

    /// <summary>When the person had left, UTC; null where they were here.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Whom a guardian cared for, and until when; null where it was not noted.</summary>
    public IReadOnlyList<TakenCare>? Cares { get; init; }

    /// <summary>A learner's row as it is.</summary>
    public static TakenRow Of(Learner one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new TakenRow("learner", one.Id.Value, one.Source, one.Username, one.GivenName)
        {
            FamilyName = one.FamilyName, PreferredName = one.PreferredName, BirthDate = one.BirthDate, School = one.School?.Value, Program = one.Program?.Value, EndedAt = one.EndedAt,
        };
    }

    /// <summary>An educator's row as it is.</summary>
    public static TakenRow Of(Educator one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new TakenRow("educator", one.Id.Value, one.Source, one.Username, one.DisplayName) { EndedAt = one.EndedAt };
    }

    /// <summary>A guardian's row as it is, with the learners cared for.</summary>
    public static TakenRow Of(Guardian one, IEnumerable<Guardianship> cares)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new TakenRow("guardian", one.Id.Value, one.Source, one.Username, one.DisplayName)
        {
            EndedAt = one.EndedAt, Cares = [.. cares.Select(care => new TakenCare(care.Learner.Value, care.From, care.Until))],
        };
    }

    internal void Restore(Learner one)
    {
        one.Goes(Username).Rename(Name, FamilyName).IsCalled(PreferredName).Born(BirthDate).KeptBy(Source)
            .BelongsTo(School is { } school ? new OrganizationId(school) : null, Program is { } program ? new ProgramId(program) : null);
        if (EndedAt is { } at) one.Leave(at);
        else if (!one.IsHere) one.Return();
    }

    internal void Restore(Educator one)
    {
        // What was claimed was the roster's word; what somebody confirmed since stays.
        one.Rename(Username, Name).Claims("").KeptBy(Source);
        if (EndedAt is { } at) one.Leave(at);
        else if (one.EndedAt is not null) one.Return();
    }

    internal void Restore(Guardian one)
    {
        one.Rename(Username, Name);
        one.KeptBy(Source);
        if (EndedAt is { } at) one.Leave(at);
        else if (one.EndedAt is not null) one.Return();
    }
}

/// <summary>A learner for whom a guardian cared before a roster took the guardian over.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record TakenCare(Guid Learner, DateOnly From, DateOnly? Until);
